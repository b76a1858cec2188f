import { companyRole } from "#app/domain/accounts/actor.ts";
import { findApplication } from "#app/features/applications/find-application.ts";
import { findDraft } from "#app/features/applications/find-draft.ts";
import { findSubmission } from "#app/features/applications/find-submission.ts";
import { listStalePairs, listStaleSubmitted } from "#app/features/applications/list-stale-pairs.ts";
import { found } from "#app/http/not-found.ts";
import { signedIn } from "#app/http/request-context.ts";
import { formatReceiptTime } from "#app/i18n/format.ts";
import { recordMessages } from "#app/i18n/messages/record.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { AnswersView } from "#app/ui/answers-view.tsx";
import { PaperLinks } from "#app/ui/paper/paper-links.tsx";
import { BackLink } from "#app/ui/back-link.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import type { Route } from "./+types/print";

export const handle = { nav: "workspace" };

/** The version that stands, or the draft while there is none. `?draft=1` prints the draft in any case. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, locale, actor } = signedIn(context);
  const head = found(await findApplication(ctx, params.id, { tests: true }));
  found(companyRole(actor, head.companyId));
  const wantsDraft = new URL(request.url).searchParams.has("draft") || head.currentSubmissionId === null;
  if (!wantsDraft) {
    const submission = found(await findSubmission(ctx, { applicationId: head.id }));
    const { version, sha256, submittedAt, definition, snapshot, env, mayReadRestricted } = submission;
    const submitted = { version, sha256, submittedAt };
    const stale = await listStaleSubmitted(ctx, submission);
    return { locale, head, submitted, definition, raw: snapshot.raw, env, mayReadRestricted, stale };
  }
  const draft = found(await findDraft(ctx, head.id));
  const { definition, raw, env, mayReadRestricted } = draft;
  const stale = await listStalePairs(ctx, draft);
  return { locale, head, submitted: undefined, definition, raw, env, mayReadRestricted, stale };
}

export default function Print({ loaderData }: Route.ComponentProps) {
  const { locale, head, submitted, definition, raw, env, mayReadRestricted, stale } = loaderData;
  const t = recordMessages[locale].print;
  const title = (locale === "en" && head.titleEn) || head.titleZh;
  return (
    <div className="wrap pt-5">
      <title>{`${t.title} ${head.number ?? ""} – ${siteMessages[locale].portalName}`}</title>
      <BackLink href={submitted ? `/applications/${head.id}/status` : `/applications/${head.id}`}>
        {t.back}
      </BackLink>
      <p className="muted no-print mt-2 text-sm">{t.hint}</p>
      <PaperLinks locale={locale} applicationId={head.id} version={submitted?.version ?? "draft"} />
      <p className="eyebrow mt-4">
        {head.callCode} {locale === "en" ? head.callTitleEn : head.callTitleZh}
      </p>
      <h1 className="mt-1">{title}</h1>
      <SummaryList
        narrow
        className="mt-4"
        rows={[
          { term: t.company, value: (locale === "en" && head.companyNameEn) || head.companyNameZh },
          { term: t.number, value: head.number ?? "–" },
          ...(submitted
            ? [
                { term: t.version, value: String(submitted.version) },
                { term: t.submitted, value: formatReceiptTime(locale, submitted.submittedAt) },
                { term: "SHA-256", value: <span className="num-id break-all">{submitted.sha256}</span> },
              ]
            : [{ term: t.version, value: t.draft }]),
        ]}
      />
      <div className="mt-8">
        <AnswersView
          definition={definition}
          raw={raw}
          env={env}
          showRestricted={mayReadRestricted}
          stale={stale}
          fileHref={(file) => `/files/${file.id}`}
        />
      </div>
    </div>
  );
}
