import { data, redirect } from "react-router";
import { changedQuestions } from "#app/domain/applications/flag-differences.ts";
import {
  type FormalCheckProblem,
  formalCheckProblems,
  maxCorrectionRounds,
  proposeFormalCheck,
  verdictProblems,
} from "#app/domain/applications/formal-check.ts";
import { formalCheckFacts } from "#app/domain/applications/formal-check-facts.ts";
import { can } from "#app/domain/applications/policy.ts";
import { findApplication } from "#app/features/applications/find-application.ts";
import { findSubmission } from "#app/features/applications/find-submission.ts";
import { listCorrectionItems } from "#app/features/applications/list-correction-items.ts";
import { listStaleSubmitted } from "#app/features/applications/list-stale-pairs.ts";
import { listFileLinks } from "#app/features/applications/list-file-links.ts";
import {
  acceptApplication,
  type ClosingRefusal,
} from "#app/features/applications/office/accept-application.ts";
import { listFormalCheckRecords } from "#app/features/applications/office/list-formal-check-records.ts";
import { refuseApplication } from "#app/features/applications/office/refuse-application.ts";
import { saveFormalCheck } from "#app/features/applications/office/save-formal-check.ts";
import { startFormalCheck } from "#app/features/applications/office/start-formal-check.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import type { RequestContext } from "#app/http/request-context.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { formalCheckPageMessages } from "#app/i18n/messages/formal-check-page.ts";
import { AnswersView } from "#app/ui/answers-view.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { Route } from "./+types/check";
import { AnswerContents } from "./answer-contents.tsx";
import { ApplicationTop } from "./application-top.tsx";
import { type CheckForm, emptyItem, meantItems, placeOf, readCheckForm, withFlag } from "./check-form.ts";
import { CheckSheet, typedCheck } from "./check-sheet.tsx";
import { FlagComparison } from "./flag-comparison.tsx";
import { FlagMark } from "./flag-mark.tsx";
import { StartCheck } from "./start-check.tsx";

type Ctx = RequestContext["ctx"];

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, actor, locale } = staffOnly(context);
  const head = found(await findApplication(ctx, params.id));
  const submission = found(await findSubmission(ctx, { applicationId: head.id }));
  const [records, earlier, before, links, stale] = await Promise.all([
    listFormalCheckRecords(ctx, head.id),
    listCorrectionItems(ctx.db.read, head.id),
    submission.version > 1
      ? findSubmission(ctx, { applicationId: head.id, version: submission.version - 1 })
      : undefined,
    listFileLinks(ctx.db.read, head.id),
    listStaleSubmitted(ctx, submission),
  ]);
  const { usccState, closesAt, correctionRound: round } = head;
  const about = { usccState: usccState as "valid", submittedAt: submission.submittedAt, closesAt, round };
  const facts = formalCheckFacts(
    submission.definition,
    submission.snapshot.raw,
    submission.env,
    about,
    locale,
  );
  return {
    ...{ locale, now: ctx.now, head, submission, records, earlier, before, links, stale },
    proposals: proposeFormalCheck(facts),
    changed:
      head.correctionRound > 0 && before
        ? changedQuestions(submission.definition, before.snapshot, submission.snapshot)
        : [],
    mayCheck: can(actor, "check", head, ctx.now),
    saved: new URL(request.url).searchParams.has("saved"),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx } = staffOnly(context);
  const form = await readFormData(request);
  const intent = String(form.get("intent") ?? "save");
  if (intent === "start") return start(ctx, params.id, form);
  const typed = readCheckForm(form);
  if (intent === "add_item") return data({ typed: { ...typed, items: [...typed.items, emptyItem] }, intent });
  if (intent.startsWith("flag.")) {
    const items = withFlag(typed.items, placeOf(intent.slice("flag.".length)));
    return data({ typed: { ...typed, items }, intent });
  }
  if (intent.startsWith("remove_item.")) {
    const index = Number(intent.split(".")[1]);
    return data({ typed: { ...typed, items: typed.items.filter((_, at) => at !== index) }, intent });
  }
  const meant = { ...typed, items: meantItems(typed.items) };
  if (intent === "correct") {
    const problems = noticeProblems(meant, await roundOf(ctx, params.id));
    if (problems.length > 0) return data({ typed, intent, refusal: "problems", problems }, { status: 422 });
  }
  const result = await (closers[intent] ?? saveFormalCheck)(ctx, meant);
  if (result.ok && intent === "correct")
    return redirect(`/staff/applications/${params.id}/check/notice#main`, 303);
  if (result.ok) return after(params.id, typed, intent in closers);
  if (result.reason === "not_found" || result.reason === "not_allowed") throw notFound();
  const problems: readonly FormalCheckProblem[] = "problems" in result ? result.problems : [];
  return data(
    { typed, intent, refusal: result.reason, problems },
    { status: result.reason === "problems" ? 422 : 409 },
  );
}

/** What the notice would be refused for: said here, where it can be mended, and again when it is sent. */
const noticeProblems = (
  { checklist, items, verdicts }: CheckForm,
  { roundsUsed, flags }: { roundsUsed: number; flags: readonly string[] },
): FormalCheckProblem[] => [
  ...formalCheckProblems(checklist, { result: "correction", items, roundsUsed }),
  ...verdictProblems(flags, verdicts, "correction"),
];

async function roundOf(ctx: Ctx, applicationId: string) {
  const { correctionRound } = found(await findApplication(ctx, applicationId));
  const flags = await listCorrectionItems(ctx.db.read, applicationId, correctionRound);
  return { roundsUsed: correctionRound, flags: flags.map(({ id }) => id) };
}

const hasUnsent = ({ reasonCode, reasonText }: CheckForm): boolean =>
  reasonCode !== "" || reasonText.trim() !== "";

async function start(ctx: Ctx, applicationId: string, form: FormData) {
  const version = Number(form.get("version"));
  const evenThoughOpen = form.get("evenThoughOpen") === "on";
  const result = await startFormalCheck(ctx, { applicationId, version, evenThoughOpen });
  if (result.ok || result.reason === "already_started")
    return redirect(`/staff/applications/${applicationId}/check`, 303);
  if (result.reason === "not_found" || result.reason === "not_allowed") throw notFound();
  return data({ typed: undefined, intent: "start", refusal: result.reason }, { status: 409 });
}

type Closed = { ok: true } | ClosingRefusal;

/** The ways a check ends here; a correction is sent from the preview of its notice. Any other button saves. */
const closers: Readonly<Record<string, (ctx: Ctx, typed: CheckForm) => Promise<Closed>>> = {
  accept: acceptApplication,
  refuse: refuseApplication,
};

function after(applicationId: string, typed: CheckForm, closed: boolean) {
  // The fragment of the posting page would otherwise come along.
  if (closed) return redirect(`/staff/applications/${applicationId}#main`, 303);
  if (!hasUnsent(typed)) return redirect(`/staff/applications/${applicationId}/check?saved#main`, 303);
  // Only the checklist is kept until the check ends: what else was typed stays on the page.
  return data({ typed: { ...typed, version: typed.version + 1 }, intent: "saved" });
}

const problemsIn = (posted: object | undefined): readonly FormalCheckProblem[] =>
  posted && "problems" in posted ? (posted.problems as readonly FormalCheckProblem[]) : [];

export default function Check({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, head, submission, records, changed, earlier, before, links, stale, mayCheck } = loaderData;
  const t = formalCheckPageMessages[locale];
  const open = records.find(({ result }) => result === "open");
  const flagged = earlier.filter(({ round }) => round === head.correctionRound);
  const refusal = actionData && "refusal" in actionData ? actionData.refusal : undefined;
  const typed = open && typedCheck(actionData, open);
  const problems = problemsIn(actionData);
  const noteFor = (_section: string, question: string) => (
    <>
      {flagged.some(({ questionKey }) => questionKey.split("/")[0] === question) && (
        <Tag tone="warn">{t.page.flagged}</Tag>
      )}
      {changed.includes(question) && <Tag tone="accent">{t.page.changed}</Tag>}
    </>
  );
  return (
    <>
      <PageTitle hasErrors={refusal !== undefined}>{`${t.queue.title} ${head.number ?? ""}`}</PageTitle>
      <ApplicationTop application={head} tab="check" />
      <div className="grid gap-x-6 gap-y-6 lg:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="order-2 min-w-0 lg:order-1">
          {open && mayCheck && (
            // Enter in a box presses the form's first button, and the flags beside the answers come before its own.
            <button className="sr-only" form="check-form" name="intent" value="save" tabIndex={-1}>
              {t.page.save}
            </button>
          )}
          {typed && before && (
            <FlagComparison
              {...{ locale, before, submission, typed, links }}
              flags={flagged}
              wrong={problems.flatMap((problem) => ("flag" in problem ? [problem.flag] : []))}
              readOnly={!mayCheck}
            />
          )}
          <AnswerContents submission={submission} />
          <AnswersView
            definition={submission.definition}
            raw={submission.snapshot.raw}
            env={submission.env}
            showRestricted={submission.mayReadRestricted}
            stale={stale}
            fileHref={({ id }) => `/files/${id}`}
            {...(head.correctionRound > 0 ? { noteFor } : {})}
            {...(typed && mayCheck && head.correctionRound < maxCorrectionRounds
              ? { markFor: (place) => <FlagMark place={place} items={typed.items} locale={locale} /> }
              : {})}
          />
        </div>
        <aside className="order-1 lg:sticky lg:top-2 lg:order-2 lg:max-h-[calc(100vh-1rem)] lg:self-start lg:overflow-y-auto">
          {open ? (
            <CheckSheet {...loaderData} check={open} posted={actionData} />
          ) : (
            <StartCheck {...loaderData} refusal={refusal} />
          )}
        </aside>
      </div>
    </>
  );
}
