import { requestContext } from "#app/http/request-context.ts";
import { contact } from "#app/i18n/prose/contact.ts";
import type { Route } from "./+types/contact";
import { ProsePage } from "./prose-page.tsx";

export const loader = ({ context }: Route.LoaderArgs) => ({ locale: requestContext(context).locale });

export default function Contact({ loaderData: { locale } }: Route.ComponentProps) {
  return <ProsePage prose={contact[locale]} locale={locale} />;
}
