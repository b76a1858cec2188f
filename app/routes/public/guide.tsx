import { requestContext } from "#app/http/request-context.ts";
import { guide } from "#app/i18n/prose/guide.ts";
import type { Route } from "./+types/guide";
import { ProsePage } from "./prose-page.tsx";

export const handle = { nav: "guide" };

export const loader = ({ context }: Route.LoaderArgs) => ({ locale: requestContext(context).locale });

export default function Guide({ loaderData: { locale } }: Route.ComponentProps) {
  return <ProsePage prose={guide[locale]} locale={locale} />;
}
