import { requestContext } from "#app/http/request-context.ts";
import { verifyAudit } from "#app/i18n/prose/verify-audit.ts";
import type { Route } from "./+types/verify-audit";
import { ProsePage } from "./prose-page.tsx";

export const loader = ({ context }: Route.LoaderArgs) => ({ locale: requestContext(context).locale });

export default function VerifyAudit({ loaderData: { locale } }: Route.ComponentProps) {
  return <ProsePage prose={verifyAudit[locale]} locale={locale} />;
}
