import { companyRole } from "#app/domain/accounts/actor.ts";
import { findApplication } from "#app/features/applications/find-application.ts";
import { findDraft } from "#app/features/applications/find-draft.ts";
import { findSubmission } from "#app/features/applications/find-submission.ts";
import { found } from "#app/http/not-found.ts";
import { pdfResponse } from "#app/http/pdf-response.ts";
import { signedIn } from "#app/http/request-context.ts";
import { isLocale } from "#app/i18n/locale.ts";
import { applicationPaper } from "#app/ui/paper/application-paper.ts";
import type { Route } from "./+types/pdf";

/**
 * The version that stands, or `?version=N`: for its company, the fund's staff and reviewers whose declaration opened it. The company
 * also gets its draft, while nothing is submitted or with `?draft=1`. `?language=zh|en` is the paper's alone: `lang`
 * would change the reader's pages too.
 */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, locale: own, actor } = signedIn(context);
  const query = new URL(request.url).searchParams;
  const wanted = query.get("language");
  const locale = isLocale(wanted) ? wanted : own;
  const head = found(await findApplication(ctx, params.id));
  const isOwn = companyRole(actor, head.companyId) !== undefined;
  if (isOwn && (query.has("draft") || head.currentSubmissionId === null)) {
    const { definition, raw, env, mayReadRestricted } = found(await findDraft(ctx, head.id));
    return await pdfResponse(
      applicationPaper({
        ...{ head, submitted: undefined, definition, raw, env, locale, now: ctx.now },
        showRestricted: mayReadRestricted,
      }),
      `${head.number ?? head.callCode}-draft-${locale}`,
    );
  }
  const version = Number(query.get("version") ?? Number.NaN);
  const submission = found(
    await findSubmission(ctx, { applicationId: head.id, ...(Number.isInteger(version) ? { version } : {}) }),
  );
  const { definition, snapshot, env, mayReadRestricted } = submission;
  return await pdfResponse(
    applicationPaper({
      ...{ head, submitted: submission, definition, raw: snapshot.raw, env, locale, now: ctx.now },
      showRestricted: mayReadRestricted,
    }),
    `${submission.number}-v${submission.version}-${locale}`,
  );
}
