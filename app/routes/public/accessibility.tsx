import { requestContext } from "#app/http/request-context.ts";
import { accessibility } from "#app/i18n/prose/accessibility.ts";
import type { Route } from "./+types/accessibility";
import { ProsePage } from "./prose-page.tsx";

export const loader = ({ context }: Route.LoaderArgs) => ({ locale: requestContext(context).locale });

export default function Accessibility({ loaderData: { locale } }: Route.ComponentProps) {
  return <ProsePage prose={accessibility[locale]} locale={locale} />;
}
