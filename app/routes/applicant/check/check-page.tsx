import { copiedKeysOf } from "#app/domain/applications/copied-answers.ts";
import { isSettled, isWithinFlag } from "#app/domain/applications/correction.ts";
import { type CompiledSection, isField } from "#app/domain/forms/compile-form.ts";
import { formatAnswer } from "#app/domain/forms/format-answer.ts";
import { formatDateTime, formatDateWithWeekday, formatTime, formatTimeLeft } from "#app/i18n/format.ts";
import { adviceMessages } from "#app/i18n/messages/advice.ts";
import { checkMessages } from "#app/i18n/messages/check.ts";
import { taskMessages } from "#app/i18n/messages/tasks.ts";
import { AnswersView } from "#app/ui/answers-view.tsx";
import { BackLink } from "#app/ui/back-link.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { fieldId } from "#app/ui/form/form-view.ts";
import { AdvicePanels } from "#app/ui/form/advice-panels.tsx";
import { FlagNote } from "#app/ui/form/form-hint.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import type { CheckView, Signing } from "./check-view.ts";
import { Gaps, Warnings } from "./gaps.tsx";
import { SignForm, signErrors } from "./sign-form.tsx";
import { signOffErrors, type SignOffProblem } from "./sign-off-panel.tsx";

interface CheckPageProps {
  view: CheckView;
  signing: Signing | undefined;
  signOffProblem?: SignOffProblem | undefined;
}

export function CheckPage({ view, signing, signOffProblem }: CheckPageProps) {
  const { locale, draft, role } = view;
  const { head, corrections } = draft;
  const t = checkMessages[locale];
  const title = corrections ? t.titleCorrection : role === "viewer" ? t.titleReadOnly : t.title;
  const name = (locale === "en" && head.titleEn) || head.titleZh || taskMessages[locale].untitled;
  return (
    <>
      <PageTitle hasErrors={signing !== undefined || signOffProblem !== undefined}>{title}</PageTitle>
      <div className="wrap pt-5">
        <BackLink href={`/applications/${head.id}`}>{t.back}</BackLink>
      </div>
      <div className="wrap grid gap-x-16 gap-y-8 pt-4 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <div>
          <p className="eyebrow">
            {head.number ?? taskMessages[locale].draft} · {name}
          </p>
          <h1 className="mt-1">{title}</h1>
          {role !== "viewer" && <p className="measure mt-3">{corrections ? t.leadCorrection : t.lead}</p>}
          <SubmitProblem view={view} signing={signing} />
          {signOffProblem && <ErrorSummary errors={signOffErrors(signOffProblem)} />}
          <State view={view} />
          <KeyFacts view={view} />
          <p className="no-print mt-6 text-sm">
            <a href={view.showAll ? "?" : "?all=1"}>{view.showAll ? t.foldAll : t.showAll}</a>
          </p>
          <Answers view={view} />
          <SelfChecks view={view} />
          <SignForm view={view} signing={signing} signOffProblem={signOffProblem} />
        </div>
        <CheckAside view={view} />
      </div>
    </>
  );
}

function SubmitProblem({ view, signing }: { view: CheckView; signing: Signing | undefined }) {
  if (!signing) return null;
  const t = checkMessages[view.locale];
  if (signing.problem)
    return (
      <Notice tone="bad" role="alert" className="mt-5">
        {t.errors[signing.problem]}
      </Notice>
    );
  return <ErrorSummary errors={signErrors(view, signing)} />;
}

/** Whether anything stands in the way, in one line or as a list of links. */
function State({ view }: { view: CheckView }) {
  const { locale, draft, check, gaps, gapCount, warnings } = view;
  const t = checkMessages[locale];
  const { corrections } = draft;
  return (
    <>
      {draft.isClosed && (
        <Notice tone="warn" className="mt-5">
          {t.closed}
        </Notice>
      )}
      {corrections && (
        <Notice tone="info" className="mt-5">
          {t.corrected({
            count: corrections.length,
            done: corrections.filter(isSettled).length,
          })}
          {!corrections.every(isSettled) && (
            <>
              {" "}
              {t.notAllCorrected} <a href={`/applications/${draft.head.id}/status#flags`}>{t.toFlags}</a>
            </>
          )}
        </Notice>
      )}
      {gapCount > 0 && <Gaps title={t.gapsTitle({ count: gapCount })} groups={gaps} locale={locale} />}
      {gapCount === 0 && !corrections && (
        <Notice tone="ok" className="mt-5">
          {t.allDone({ questions: check.progress.required, files: check.progress.requiredFiles })}
        </Notice>
      )}
      <Warnings title={t.warningsTitle({ count: warnings.length })} warnings={warnings} />
    </>
  );
}

/** What the whole is about, before its details. */
function KeyFacts({ view }: { view: CheckView }) {
  const { locale, draft, evaluation } = view;
  const { head } = draft;
  const t = checkMessages[locale].facts;
  const keys = copiedKeysOf(draft.definition);
  const answer = (key: string) => {
    const field = evaluation.form.questionByKey.get(key)?.field;
    const value = field && isField(field) ? evaluation.value(key) : null;
    return field && isField(field) && value !== null ? formatAnswer(field, value, locale) : undefined;
  };
  const rows = [
    { term: t.call, value: `${head.callCode} ${locale === "en" ? head.callTitleEn : head.callTitleZh}` },
    {
      term: t.company,
      value: (locale === "en" && head.companyNameEn) || head.companyNameZh,
      note: <span className="num-id">{head.uscc}</span>,
    },
    { term: t.instrument, value: answer("instrument") },
    { term: t.site, value: keys.site.map(answer).find((value) => value !== undefined) },
    { term: t.total, value: answer(keys.investment) },
    { term: t.requested, value: answer(keys.amount) },
    { term: t.files, value: t.fileCount({ count: draft.files.length }) },
  ];
  return <SummaryList className="mt-8" rows={rows.filter((row) => row.value !== undefined)} />;
}

/** What the answers say about conditions worth knowing of; nothing here stops a submission. */
function SelfChecks({ view: { evaluation, locale, draft } }: { view: CheckView }) {
  const advised = evaluation.form.sections.filter(
    ({ section, advice }) =>
      evaluation.isSectionVisible(section.key) &&
      (!section.restricted || draft.mayReadRestricted) &&
      advice.some(({ visible }) => visible === null || visible(evaluation) === true),
  );
  if (advised.length === 0) return null;
  return (
    <section className="mt-10">
      <h2>{adviceMessages[locale].checkTitle}</h2>
      {advised.map((section) => (
        <AdvicePanels
          key={section.section.key}
          evaluation={evaluation}
          section={section}
          locale={locale}
          headingLevel={3}
        />
      ))}
    </section>
  );
}

function Answers({ view }: { view: CheckView }) {
  const { draft, locale, check } = view;
  const t = checkMessages[locale];
  const url = `/applications/${draft.head.id}/sections`;
  const noteOfPart = (sections: readonly CompiledSection[]) => {
    const keys = new Set(sections.map(({ section }) => section.key));
    const open = check.issues.filter((issue) => issue.level === "error" && keys.has(issue.sectionKey)).length;
    return `${t.sections({ count: sections.length })} · ${open === 0 ? t.complete : t.open({ count: open })}`;
  };
  const noteFor = (sectionKey: string, questionKey: string) => {
    const flags = draft.corrections?.filter(
      (flag) =>
        flag.questionKey !== "" &&
        (isWithinFlag(flag, sectionKey, questionKey) || flag.questionKey.startsWith(`${questionKey}/`)),
    );
    return flags?.map((flag) => (
      <FlagNote key={flag.id} text={`${t.flagged}${flag.reason}${flag.answeredAt ? t.changed : ""}`} />
    ));
  };
  return (
    <AnswersView
      definition={draft.definition}
      raw={draft.raw}
      env={draft.env}
      showRestricted={draft.mayReadRestricted}
      hideSigning
      fold={(key) => foldOf(view, key)}
      stale={view.stale}
      fileHref={(file) => `/files/${file.id}`}
      partNote={(_part, sections) => noteOfPart(sections)}
      {...(draft.mayEdit
        ? { changeHref: (section: string, question: string) => `${url}/${section}#${fieldId(question)}` }
        : {})}
      {...(draft.corrections ? { noteFor } : {})}
    />
  );
}

/** What is open shows; what is done is a title away, or all at once by the link above. */
function foldOf({ check, draft, showAll, locale }: CheckView, key: string) {
  const t = checkMessages[locale];
  const section = check.sections.find((each) => each.key === key);
  const open = section?.issues.filter((issue) => issue.level === "error").length ?? 0;
  const flagged = draft.corrections?.some((flag) => flag.sectionKey === key) ?? false;
  return {
    open: showAll || flagged || open > 0,
    note: open > 0 ? t.open({ count: open }) : t.complete,
  };
}

function CheckAside({ view }: { view: CheckView }) {
  const { locale, now, draft } = view;
  const { head } = draft;
  const t = checkMessages[locale];
  const due = head.dueAt ?? head.closesAt;
  return (
    <aside className="no-print self-start text-sm lg:sticky lg:top-6">
      {due && (
        <>
          <p className="muted">{head.dueAt ? t.correctionDue : t.closes}</p>
          <p className="font-semibold">
            <span className="nowrap">{formatDateWithWeekday(locale, due)}</span> {formatTime(due)}
          </p>
          <p className="muted">{t.beijing({ left: formatTimeLeft(locale, now, due) })}</p>
        </>
      )}
      {head.submittedAt && view.lastVersion !== null && (
        <p className="muted mt-4">
          {t.standing({ version: view.lastVersion, at: formatDateTime(locale, head.submittedAt) })}
        </p>
      )}
      <p className="mt-4">
        <a href={`/applications/${head.id}/print`}>{t.print}</a>
      </p>
    </aside>
  );
}
