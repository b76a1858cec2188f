import { findPrinted } from "#app/features/applications/find-printed.ts";
import { found } from "#app/http/not-found.ts";
import { pdfResponse } from "#app/http/pdf-response.ts";
import { signedIn } from "#app/http/request-context.ts";
import { isLocale } from "#app/i18n/locale.ts";
import { applicationPaper } from "#app/ui/paper/application-paper.ts";
import type { Route } from "./+types/pdf";
import { wantedVersion } from "./wanted-version.ts";

/**
 * The version that stands, or `?version=N`: for its company, the fund's staff and reviewers whose declaration opened it. The company
 * also gets its draft, while nothing is submitted or with `?draft=1`. `?language=zh|en` is the paper's alone: `lang`
 * would change the reader's pages too.
 */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, locale: own } = signedIn(context);
  const query = new URL(request.url).searchParams;
  const wanted = query.get("language");
  const locale = isLocale(wanted) ? wanted : own;
  const printed = found(await findPrinted(ctx, { applicationId: params.id, ...wantedVersion(query) }));
  const { head, submitted } = printed;
  return await pdfResponse(
    applicationPaper({ ...printed, locale, now: ctx.now }),
    submitted
      ? `${submitted.number}-v${submitted.version}-${locale}`
      : `${head.number ?? head.callCode}-draft-${locale}`,
  );
}
