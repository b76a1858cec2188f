import { requestContext } from "#app/http/request-context.ts";
import { privacy } from "#app/i18n/prose/privacy.ts";
import type { Route } from "./+types/privacy";
import { ProsePage } from "./prose-page.tsx";

export const loader = ({ context }: Route.LoaderArgs) => ({ locale: requestContext(context).locale });

export default function Privacy({ loaderData: { locale } }: Route.ComponentProps) {
  return <ProsePage prose={privacy[locale]} locale={locale} />;
}
