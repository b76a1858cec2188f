import { listOwnScorePaper } from "#app/features/reviews/list-score-papers.ts";
import { found } from "#app/http/not-found.ts";
import { pdfResponse } from "#app/http/pdf-response.ts";
import { reviewerOnly } from "#app/http/reviewer-only.ts";
import { isLocale } from "#app/i18n/locale.ts";
import { scoreSheetPaper } from "#app/ui/paper/score-sheet-paper.ts";
import type { Route } from "./+types/score-paper";

/** The reviewer's own 评审打分表, with "draft" across it until it is submitted; `?language=zh|en` is the paper's alone. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, locale: own } = reviewerOnly(context);
  const wanted = new URL(request.url).searchParams.get("language");
  const locale = isLocale(wanted) ? wanted : own;
  const [sheet] = await listOwnScorePaper(ctx, params.assignmentId);
  const printed = found(sheet);
  return await pdfResponse(
    scoreSheetPaper([printed], locale, ctx.now),
    `${printed.number}-${printed.code ?? "draft"}-${locale}`,
  );
}
