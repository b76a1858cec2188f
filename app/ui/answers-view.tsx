import { Fragment, type ReactNode } from "react";
import type { CompiledQuestion, CompiledSection } from "#app/domain/forms/compile-form.ts";
import type { FormDefinition, Part } from "#app/domain/forms/definition.ts";
import type { CheckEnv } from "#app/domain/forms/check-env.ts";
import { evaluateForm, type FormEvaluation } from "#app/domain/forms/form-evaluation.ts";
import { readableQuestion } from "#app/domain/forms/readable-question.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import { sectionPlaces } from "#app/domain/forms/section-places.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { labelOf } from "#app/domain/forms/issue-place.ts";
import { pairMessages } from "#app/i18n/messages/paired-texts.ts";
import { AnswerValueText } from "./answer-value.tsx";
import { answeredGroups, shownSections } from "./answers-outline.ts";
import { FilePreview } from "./file-preview.tsx";
import { usePage } from "./page-context.tsx";
import { Tag } from "./tag.tsx";

interface AnswersViewProps {
  definition: FormDefinition;
  raw: RawAnswers;
  env: CheckEnv;
  /** Whether this reader may see export-control answers and other restricted questions. */
  showRestricted: boolean;
  /** Where a file opens; without it files are named only. */
  fileHref?: (file: { id: string; name: string; size: number }) => string;
  /** Says what each file is, and opens PDFs and pictures in the page. */
  previewFiles?: boolean;
  /** Only these. */
  sections?: readonly string[];
  /** Of the parts; sections stand one below. */
  headingLevel?: 2 | 3;
  /** Adds a link to change each answer. */
  changeHref?: (sectionKey: string, questionKey: string) => string;
  /** Beside an answer: what was flagged, what changed. */
  noteFor?: (sectionKey: string, questionKey: string) => ReactNode;
  /** Texts whose other language was changed after them: key → key of the changed one. */
  stale?: ReadonlyMap<string, string>;
  /** At a question, a row of a table or one of several files: what can be done about it. */
  markFor?: (place: { sectionKey: string; questionKey: string; fileId: string; name: string }) => ReactNode;
  /** At the end of a part's heading. */
  partNote?: (part: Part, sections: readonly CompiledSection[]) => ReactNode;
  /** Folds a section under its title, open or shut; undefined leaves it plain. */
  fold?: (sectionKey: string) => { open: boolean; note: string } | undefined;
  /** Leaves the declarations out. */
  hideSigning?: boolean;
}

/** An application's answers to read, part by part; only what applies and what this reader may see. */
export function AnswersView(props: AnswersViewProps) {
  const { definition, raw, env, showRestricted, sections: only, hideSigning } = props;
  const evaluation = evaluateForm(definition, raw, env);
  const shown = shownSections(evaluation, showRestricted).filter(
    ({ section }) =>
      (only === undefined || only.includes(section.key)) && !(hideSigning && section.kind === "signing"),
  );
  const places = sectionPlaces(evaluation);
  return definition.parts.map((part) => {
    const sections = shown.filter((section) => section.part === part);
    if (sections.length === 0) return null;
    return (
      <AnsweredPart
        key={part.key}
        {...props}
        part={part}
        number={places.get(sections[0]!.section.key)!.partNumber}
        evaluation={evaluation}
        shown={sections}
      />
    );
  });
}

interface AnsweredPartProps extends AnswersViewProps {
  part: Part;
  number: number;
  evaluation: FormEvaluation;
  shown: readonly CompiledSection[];
}

function AnsweredPart(props: AnsweredPartProps) {
  const { part, number, shown, partNote, headingLevel = 2 } = props;
  const { locale } = usePage();
  const Heading = headingLevel === 2 ? "h2" : "h3";
  return (
    <section className="mt-10" id={`part-${part.key}`}>
      <div className="head mb-1 flex flex-wrap items-baseline justify-between gap-2">
        <Heading>
          {number}. {part.title[locale]}
        </Heading>
        {partNote && <span className="muted text-sm">{partNote(part, shown)}</span>}
      </div>
      {shown.map((section) => (
        <AnsweredSection key={section.section.key} {...props} section={section} />
      ))}
    </section>
  );
}

function AnsweredSection(props: AnsweredPartProps & { section: CompiledSection }) {
  const { section, evaluation, showRestricted, headingLevel = 2 } = props;
  const { locale } = usePage();
  const [Heading, GroupHeading] = headingLevel === 2 ? (["h3", "h4"] as const) : (["h4", "h5"] as const);
  const fold = props.fold?.(section.section.key);
  const title = section.section.title[locale];
  const answers = answeredGroups(section, evaluation, showRestricted).map(({ key, title: of, questions }) => (
    <Fragment key={key}>
      {of && <GroupHeading className="answer-group">{of[locale]}</GroupHeading>}
      <dl className="sum rule">
        {questions.map((question) => (
          <AnsweredQuestion key={question.field.key} {...props} question={question} locale={locale} />
        ))}
      </dl>
    </Fragment>
  ));
  if (!fold)
    return (
      <section className="answer-section" id={`section-${section.section.key}`}>
        <Heading className="head mt-5">{title}</Heading>
        {answers}
      </section>
    );
  return (
    <details className="answer-fold" id={`section-${section.section.key}`} open={fold.open}>
      <summary>
        <Heading>{title}</Heading> <span className="muted text-sm">{fold.note}</span>
      </summary>
      {answers}
    </details>
  );
}

interface AnsweredQuestionProps extends AnsweredPartProps {
  section: CompiledSection;
  question: CompiledQuestion;
  locale: Locale;
}

function AnsweredQuestion({
  question,
  section,
  evaluation,
  fileHref,
  previewFiles,
  changeHref,
  noteFor,
  markFor,
  stale,
  showRestricted,
  locale,
}: AnsweredQuestionProps) {
  const { field } = question;
  const t = shellMessages[locale];
  const label = field.label[locale];
  const note = noteFor?.(section.section.key, field.key);
  const sectionKey = section.section.key;
  const mark = (questionKey: string, fileId: string, name: string) =>
    markFor?.({ sectionKey, questionKey, fileId, name });
  const files = evaluation.filesOf(field.key);
  const wide = field.type === "table" || field.type === "long_text";
  return (
    <div id={`answer-${field.key}`} className={wide ? "sum-wide" : undefined}>
      <dt>{("shortLabel" in field ? field.shortLabel : undefined)?.[locale] ?? label}</dt>
      <dd>
        <AnswerValueText
          locale={locale}
          evaluation={evaluation}
          question={question}
          files={files.map((file) => ({
            ...file,
            href: fileHref?.(file),
            preview: previewFiles ? <FilePreview file={file} locale={locale} /> : undefined,
            mark: files.length > 1 ? mark(field.key, file.id, file.name) : undefined,
          }))}
          rowMark={(rowId, name) => mark(`${field.key}/${rowId}`, "", `${label} ${name}`)}
        />
        <StaleText {...{ evaluation, showRestricted, locale }} otherKey={stale?.get(field.key)} />
        {note}
        {mark(field.key, "", label)}
      </dd>
      {changeHref && (
        <dd className="act">
          <a href={changeHref(section.section.key, field.key)}>
            {t.change}
            <span className="sr-only">{t.changeOf({ subject: label })}</span>
          </a>
        </dd>
      )}
    </div>
  );
}

type StaleTextProps = Pick<AnsweredQuestionProps, "evaluation" | "showRestricted" | "locale"> & {
  otherKey: string | undefined;
};

/** That the same text was changed afterwards in the other language and here was not. */
function StaleText({ otherKey, evaluation, showRestricted, locale }: StaleTextProps) {
  const other = otherKey === undefined ? undefined : evaluation.form.questionByKey.get(otherKey);
  if (!other || !evaluation.isVisible(other.field.key) || !readableQuestion(other, showRestricted))
    return null;
  const t = pairMessages[locale];
  return (
    <p className="stale-text">
      <Tag tone="line" glyph="warn">
        {t.staleTag}
      </Tag>{" "}
      {t.mayDiffer(labelOf(other.field)[locale])}
    </p>
  );
}
