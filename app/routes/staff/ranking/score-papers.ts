import { findApplication } from "#app/features/applications/find-application.ts";
import { findRankedCall } from "#app/features/reviews/office/find-ranked-call.ts";
import { listScorePapers } from "#app/features/reviews/list-score-papers.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { pdfResponse } from "#app/http/pdf-response.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { isLocale } from "#app/i18n/locale.ts";
import { scoreSheetPaper } from "#app/ui/paper/score-sheet-paper.ts";
import type { Route } from "./+types/score-papers";

/** Every submitted 评审打分表 of one application in one document; there is none before the first. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, locale: own } = staffOnly(context);
  const call = found(await findRankedCall(ctx, params.call));
  const application = found(await findApplication(ctx, params.applicationId));
  if (application.callId !== call.id) throw notFound();
  const wanted = new URL(request.url).searchParams.get("language");
  const locale = isLocale(wanted) ? wanted : own;
  const [some, ...others] = await listScorePapers(ctx, application.id);
  const first = found(some);
  return await pdfResponse(
    scoreSheetPaper([first, ...others], locale, ctx.now),
    `${first.number}-scores-${locale}`,
  );
}
