import type {
  FlagDifference,
  RowDifference,
  ValueDifference,
} from "#app/domain/applications/flag-differences.ts";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import { formatRawAnswer } from "#app/domain/forms/format-answer.ts";
import type { RawValue } from "#app/domain/forms/raw-answers.ts";
import { textDifference } from "#app/domain/shared/text-difference.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { formalCheckPageMessages } from "#app/i18n/messages/formal-check-page.ts";
import { placeWords, type ReadVersion } from "./place-words.ts";

export const changeKey = (difference: FlagDifference): string => {
  if (difference.kind === "answer") return difference.path;
  if (difference.kind === "file") return difference.before?.id ?? difference.after?.id ?? "";
  return `${difference.kind} ${pathOf(difference)}`;
};

function pathOf(difference: FlagDifference): string {
  if (difference.kind === "answer") return difference.path;
  if (difference.kind === "file") return difference.question;
  return difference.kind === "rows_moved" ? difference.table : `${difference.table}/${difference.rowId}`;
}

interface AnswerChangeProps {
  locale: Locale;
  before: ReadVersion;
  after: ReadVersion;
  change: FlagDifference;
  /** Named above already: what changed is named where it is something else, a cell of a row. */
  place?: string;
}

/** One change of an application between two versions: what was there beside what is, word by word. */
export function AnswerChange({ locale, before, after, change, place }: AnswerChangeProps) {
  const t = formalCheckPageMessages[locale].page;
  const name = nameOf({ locale, before, after, change });
  if (isOfRow(change))
    return (
      <p className="my-2">
        {name}{" "}
        {change.kind === "row_removed" ? <del>{t.rowRemoved}</del> : <ins>{t.rowChange[change.kind]}</ins>}
      </p>
    );
  return (
    <div className="my-2">
      {name !== place && <p className="text-xs font-semibold">{name}</p>}
      <dl className="old-new">
        <dt>{t.before}</dt>
        <dd>
          <OldOrNew {...{ locale, after, change }} side="before" />
        </dd>
        <dt>{t.after}</dt>
        <dd>
          <OldOrNew {...{ locale, after, change }} side="after" />
        </dd>
      </dl>
    </div>
  );
}

const isOfRow = (difference: FlagDifference): difference is RowDifference =>
  difference.kind !== "answer" && difference.kind !== "file";

interface OldOrNewProps {
  locale: Locale;
  after: ReadVersion;
  change: ValueDifference;
  side: "before" | "after";
}

/** The whole of one side, with what the other has not marked word by word. */
function OldOrNew({ locale, after, change, side }: OldOrNewProps) {
  const t = formalCheckPageMessages[locale].page;
  const Mark = side === "before" ? "del" : "ins";
  if (change.kind === "file") {
    const file = change[side];
    if (!file) return <span className="muted">{t.nothing}</span>;
    return (
      <Mark>
        <a href={`/files/${file.id}`}>{file.name}</a>
      </Mark>
    );
  }
  const text = (value: RawValue | undefined) => answerText(after, change.path, value, locale);
  const gone = side === "before" ? "added" : "removed";
  const parts = textDifference(text(change.before), text(change.after)).filter(({ kind }) => kind !== gone);
  if (parts.length === 0) return <span className="muted">{t.nothing}</span>;
  return (
    <span className="answer-text">
      {parts.map((part, index) =>
        // A part has no identity but its place.
        // oxlint-disable-next-line react/no-array-index-key
        part.kind === "same" ? part.text : <Mark key={index}>{part.text}</Mark>,
      )}
    </span>
  );
}

function answerText(
  { definition }: ReadVersion,
  path: string,
  value: RawValue | undefined,
  locale: Locale,
): string {
  const [key = "", , column] = path.split("/");
  const question = compileForm(definition).questionByKey.get(key);
  const field = column === undefined ? question?.field : question?.columnByKey.get(column)?.field;
  if (!field || value === undefined) return "";
  if (field.type === "table" || field.type === "file" || field.type === "static" || field.type === "computed")
    return String(value);
  return formatRawAnswer(field, value, locale);
}

function nameOf({ locale, before, after, change }: AnswerChangeProps): string {
  const path = pathOf(change);
  const key = path.split("/")[0] ?? "";
  const sectionKey = compileForm(after.definition).questionByKey.get(key)?.section.section.key ?? "";
  // A row that went has its place in the version before.
  const isGone = change.kind === "row_removed" || (change.kind === "answer" && change.after === undefined);
  const version = isGone ? before : after;
  return placeWords(version, { sectionKey, questionKey: path }, locale);
}
