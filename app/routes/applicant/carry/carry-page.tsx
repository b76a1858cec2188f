import type { CarriedQuestion, CarriedSection } from "#app/domain/applications/draft/carry-over.ts";
import { formatFileSize } from "#app/i18n/format.ts";
import { carryMessages } from "#app/i18n/messages/carry.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { Button } from "#app/ui/button.tsx";
import { ChoiceRow } from "#app/ui/choice-row.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { AnswerText, questionLabel } from "#app/ui/answer-difference.tsx";
import { carryBase, type CarryView } from "./carry-view.ts";

/** Why a file was not taken over. */
export const leftReasons = ["full", "unfit", "uncounted", "gone"] as const;
export type LeftReason = (typeof leftReasons)[number];

export interface Done {
  answers: number;
  files: number;
  left: number;
  filesLeft: Record<LeftReason, number>;
}

interface CarryPageProps {
  view: CarryView;
  done: Done | undefined;
  notice: string | undefined;
}

/** Section by section what is there and what is here; nothing that stands is overwritten unless it is ticked. */
export function CarryPage({ view, done, notice }: CarryPageProps) {
  const { locale, draft, from, name, sections, files } = view;
  const t = carryMessages[locale];
  const at = `/applications/${draft.head.id}`;
  const isEmpty = sections.length + files.length === 0;
  return (
    <div className="wrap pt-5">
      <PageTitle>{t.title}</PageTitle>
      <BackLink href={at}>{t.back}</BackLink>
      <h1 className="mt-3">{t.title}</h1>
      <p className="mt-2">
        {t.from({ name })}{" "}
        <a className="nowrap" href={`${at}/carry-over`}>
          {t.another}
        </a>
      </p>
      {notice && (
        <Notice tone="bad" role="alert" className="mt-5">
          {notice}
        </Notice>
      )}
      {done && <DoneNotice done={done} view={view} />}
      {isEmpty ? (
        <p className="measure mt-6">{t.nothing}</p>
      ) : (
        <form className="mt-6" method="post" action={`${at}/carry-over`} encType="multipart/form-data">
          <input type="hidden" name="from" value={from} />
          <p className="measure">{t.lead}</p>
          {sections.map((section) => (
            <SectionDifferences key={section.section.section.key} view={view} carried={section} />
          ))}
          <Files view={view} />
          <Button variant="primary" className="mt-8">
            {t.submit}
          </Button>
        </form>
      )}
    </div>
  );
}

function DoneNotice({ done, view }: { done: Done; view: CarryView }) {
  const t = carryMessages[view.locale];
  const more = [
    t.done(done),
    ...(done.left > 0 ? [t.left({ count: done.left })] : []),
    ...leftReasons.flatMap((reason) => {
      const count = done.filesLeft[reason];
      return count > 0 ? [t.filesLeft[reason]({ count })] : [];
    }),
  ];
  return (
    <Notice tone={more.length > 1 ? "warn" : "ok"} role="status" className="mt-5">
      {more.join(view.locale === "zh" ? "" : " ")}
    </Notice>
  );
}

function SectionDifferences({ view, carried }: { view: CarryView; carried: CarriedSection }) {
  const { locale } = view;
  const { section, questions, same } = carried;
  const { key, title } = section.section;
  const t = carryMessages[locale];
  const differing = questions.filter(({ overwrites }) => overwrites).length;
  const fresh = questions.length - differing;
  return (
    <fieldset className="rule mt-8 pt-5">
      <legend className="sr-only">{title[locale]}</legend>
      <input type="hidden" name={`base:${key}`} value={JSON.stringify(carryBase(view, carried))} />
      <ChoiceRow
        kind="checkbox"
        id={`take-${key}`}
        name="take"
        value={key}
        checked
        label={<b>{t.takeSection({ section: title[locale] })}</b>}
        hint={t.sectionNote({ fresh, differing, same })}
      />
      <div className="mt-3">
        <DataTable
          caption={title[locale]}
          rows={questions}
          rowKey={({ question }) => question.field.key}
          columns={[
            {
              id: "question",
              head: t.question,
              rowHeader: true,
              cell: ({ question }) => questionLabel(question, locale),
            },
            {
              id: "there",
              className: "sm:w-2/5",
              head: t.there,
              cell: ({ question, theirs }) => (
                <AnswerText question={question} answer={theirs} locale={locale} />
              ),
            },
            {
              id: "here",
              className: "sm:w-2/5",
              head: t.here,
              cell: (row) => <Here row={row} view={view} />,
            },
          ]}
        />
      </div>
    </fieldset>
  );
}

function Here({ row, view }: { row: CarriedQuestion; view: CarryView }) {
  const { question, here, overwrites } = row;
  const t = carryMessages[view.locale];
  const { key } = question.field;
  return (
    <>
      <AnswerText question={question} answer={here} locale={view.locale} />
      {overwrites && (
        <ChoiceRow
          kind="checkbox"
          id={`over-${key}`}
          name="over"
          value={key}
          checked={false}
          label={
            <>
              {t.overwrite}
              <span className="sr-only">
                {t.ofQuestion({ question: questionLabel(question, view.locale) })}
              </span>
            </>
          }
          hint={t.keep}
        />
      )}
    </>
  );
}

function Files({ view }: { view: CarryView }) {
  const { files, locale } = view;
  const t = carryMessages[locale];
  if (files.length === 0) return null;
  return (
    <fieldset className="rule mt-8 pt-5">
      <legend className="sr-only">{t.files}</legend>
      <h2>{t.files}</h2>
      <p className="muted measure mt-1 mb-3">{t.filesLead}</p>
      {files.map(({ file, label, questionKey, isFilled }, index) => (
        <ChoiceRow
          key={`${questionKey}/${file.id}`}
          kind="checkbox"
          id={`file-${index + 1}`}
          name="file"
          value={`${questionKey}/${file.id}`}
          checked={false}
          label={t.takeFile({ question: label, name: file.name })}
          hint={`${formatFileSize(file.size)}${isFilled ? ` · ${t.fileHere}` : ""}`}
        />
      ))}
    </fieldset>
  );
}
