import type { SectionView } from "./section-view.ts";
import { sectionPlaces } from "#app/domain/forms/section-places.ts";
import { readableQuestion } from "#app/domain/forms/readable-question.ts";
import { issueSummary } from "#app/i18n/messages/form-issues.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";
import { staleAmong } from "#app/features/applications/list-stale-pairs.ts";
import { AnswersView } from "#app/ui/answers-view.tsx";
import { BackLink } from "#app/ui/back-link.tsx";
import { BrowserScript } from "#app/ui/browser-script.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary, type SummarisedError } from "#app/ui/error-summary.tsx";
import { AdvicePanels } from "#app/ui/form/advice-panels.tsx";
import { fieldId } from "#app/ui/form/form-view.ts";
import { SectionQuestions } from "#app/ui/form/section-questions.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { SectionAside } from "./section-aside.tsx";
import { sectionData } from "./section-data.ts";

interface SectionPageProps {
  view: SectionView;
  now: Date;
  personId: string;
  deviceKey: string;
  /** A sentence about the whole save, such as that it was refused. */
  notice?: string | undefined;
  /** What an import just brought. */
  imported?: string | undefined;
  /** Where the reader may go on although something here is open. */
  next: { href: string; title: string } | undefined;
}

export function SectionPage({ view, now, personId, deviceKey, notice, imported, next }: SectionPageProps) {
  const { draft, section, form, base } = view;
  const { locale } = form;
  const t = sectionMessages[locale];
  const url = `/applications/${draft.head.id}/sections/${section.section.key}`;
  const hasFiles = section.questions.some((question) => question.field.type === "file");
  return (
    <>
      <div className="wrap pt-5">
        <BackLink href={`/applications/${draft.head.id}`}>{t.backToTasks}</BackLink>
      </div>
      <form
        className="wrap grid gap-x-14 gap-y-4 pt-4 lg:grid-cols-[minmax(0,1fr)_17rem]"
        method="post"
        action={url}
        encType={hasFiles ? "multipart/form-data" : undefined}
        noValidate
        data-section-form=""
      >
        <div>
          <SectionHead view={view} />
          {imported && (
            <Notice tone="ok" role="status" className="mt-5">
              {imported}
            </Notice>
          )}
          <SectionNotices view={view} notice={notice} next={next} />
          {draft.mayEdit ? (
            <>
              {/* Enter in a box presses the first button: it must be this one. */}
              <button className="sr-only" type="submit" name="intent" value="continue" tabIndex={-1}>
                {t.saveAndContinue}
              </button>
              <input type="hidden" name="base" value={JSON.stringify(base)} autoComplete="off" data-base="" />
              <SectionQuestions view={form} section={section} blankRow={view.blankRow} />
              <AdvicePanels evaluation={form.evaluation} section={section} locale={locale} />
              <div className="rule mt-10 flex flex-wrap items-center gap-3 pt-6">
                <Button variant="primary" name="intent" value="continue">
                  {t.saveAndContinue}
                </Button>
                <Button name="intent" value="return">
                  {t.saveAndReturn}
                </Button>
              </div>
            </>
          ) : (
            <ReadOnlySection view={view} />
          )}
        </div>
        <SectionAside view={view} now={now} personId={personId} />
      </form>
      {draft.mayEdit && (
        <>
          <script
            type="application/json"
            id="section-data"
            dangerouslySetInnerHTML={{ __html: sectionData(view, personId, deviceKey) }}
          />
          <BrowserScript name="section" />
        </>
      )}
    </>
  );
}

function SectionHead({ view }: { view: SectionView }) {
  const { section, form } = view;
  const { locale } = form;
  const t = sectionMessages[locale];
  const place = sectionPlaces(form.evaluation).get(section.section.key)!;
  return (
    <>
      <p className="eyebrow">
        {t.place({
          part: `${place.partNumber}. ${section.part.title[locale]}`,
          ...{ number: place.number, of: place.of },
        })}
      </p>
      <h1 className="mt-1">{section.section.title[locale]}</h1>
      {section.section.intro && <p className="measure mt-3">{section.section.intro[locale]}</p>}
      {section.section.restricted && <p className="muted mt-2 text-sm">{t.restrictedNote}</p>}
    </>
  );
}

function SectionNotices({ view, notice, next }: Pick<SectionPageProps, "view" | "notice" | "next">) {
  const { form, draft } = view;
  const t = sectionMessages[form.locale];
  return (
    <>
      {notice && (
        <Notice tone="bad" className="mt-5" role="alert">
          {notice}
        </Notice>
      )}
      {draft.isClosed && (
        <Notice tone="warn" className="mt-5">
          {t.closedNote}
        </Notice>
      )}
      {draft.corrections && (
        <Notice tone="warn" className="mt-5">
          {t.onlyFlagged}
        </Notice>
      )}
      <div data-kept="" role="status" />
      <div data-summary="">
        <SectionSummary view={view} next={next} />
      </div>
    </>
  );
}

/** What is open here: conflicts first, since they are not saved; then what the check found. */
function SectionSummary({ view, next }: Pick<SectionPageProps, "view" | "next">) {
  const { form } = view;
  const t = sectionMessages[form.locale];
  const conflicts = conflictErrors(view);
  if (conflicts.length > 0)
    return (
      <ErrorSummary
        errors={conflicts}
        title={t.conflictsTitle({ count: conflicts.length })}
        note={t.conflictNote}
      />
    );
  const problems = [...form.problems].flatMap(([path, sentences]) =>
    sentences.map((text) => ({ href: `#${fieldId(path)}`, text })),
  );
  const issues = view.issues.filter((issue) => issue.level === "error");
  const errors: SummarisedError[] = [
    ...problems,
    ...issues.map((issue) => ({ href: `#${fieldId(issue.path)}`, text: issueSummary(issue, form.locale) })),
  ];
  return (
    <ErrorSummary
      errors={errors}
      note={
        <>
          {t.savedNote}{" "}
          {next && (
            <a className="text-base-content" href={next.href}>
              {t.nextSection({ title: next.title })}
            </a>
          )}
        </>
      }
    />
  );
}

function conflictErrors({ form }: SectionView): SummarisedError[] {
  const t = sectionMessages[form.locale];
  return [...form.conflicts.keys()].map((path) => {
    const [key = "", , column] = path.split("/");
    const question = form.evaluation.form.questionByKey.get(key);
    const label = (column && question?.columnByKey.get(column)?.field.label) || question?.field.label;
    return {
      href: `#${fieldId(path)}-conflict`,
      text: t.conflictSummary({ label: label?.[form.locale] ?? key }),
    };
  });
}

function ReadOnlySection({ view }: { view: SectionView }) {
  const { draft, section, form } = view;
  const t = sectionMessages[form.locale];
  return (
    <>
      {draft.role === "viewer" && (
        <Notice className="mt-5">
          <b>{t.readOnlyTitle}</b> {t.readOnlyNote}
        </Notice>
      )}
      <AnswersView
        definition={draft.definition}
        raw={draft.raw}
        env={draft.env}
        showRestricted={draft.mayReadRestricted}
        sections={[section.section.key]}
        stale={staleAmong(view.pairs)}
        fileHref={(file) => `/files/${file.id}`}
      />
      <TableExports view={view} />
    </>
  );
}

/** Whoever may only read takes the tables along all the same. */
function TableExports({ view: { form, section, draft } }: { view: SectionView }) {
  const t = sectionMessages[form.locale];
  const tables = section.questions.filter((question) => {
    const { field } = question;
    return (
      field.type === "table" &&
      readableQuestion(question, draft.mayReadRestricted) !== undefined &&
      form.evaluation.isVisible(field.key) &&
      form.evaluation.allRows(field.key).length > 0
    );
  });
  if (!form.sheets || tables.length === 0) return null;
  return (
    <ul className="mt-5">
      {tables.map(({ field }) => (
        <li key={field.key}>
          <a href={form.sheets?.(field.key).exportHref}>
            {t.exportRows}
            {t.ofTable({ table: field.label[form.locale] })}
          </a>
        </li>
      ))}
    </ul>
  );
}
