import {
  type FileLinks,
  type FlagDifference,
  flagDifferences,
  type RowDifference,
  type ValueDifference,
} from "#app/domain/applications/flag-differences.ts";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import { formatRawAnswer } from "#app/domain/forms/format-answer.ts";
import type { RawValue } from "#app/domain/forms/raw-answers.ts";
import { textDifference } from "#app/domain/shared/text-difference.ts";
import type { FoundSubmission } from "#app/features/applications/find-submission.ts";
import type { CorrectionItem } from "#app/features/applications/list-correction-items.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { formalCheckPageMessages } from "#app/i18n/messages/formal-check-page.ts";
import { Button } from "#app/ui/button.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { type CheckForm, placeValue } from "./check-form.ts";
import { placeWords } from "./place-words.ts";

interface FlagComparisonProps {
  locale: Locale;
  /** What the round asked for. */
  flags: readonly CorrectionItem[];
  before: FoundSubmission;
  submission: FoundSubmission;
  /** Which file took whose place. */
  links: FileLinks;
  typed: CheckForm;
  /** Ids of flags that still want a verdict, or stand in the way of acceptance. */
  wrong: readonly string[];
  readOnly: boolean;
}

/** Flag by flag: what was asked, the old beside the new, the company's words, and the officer's verdict. */
export function FlagComparison(props: FlagComparisonProps) {
  const { locale, flags } = props;
  const t = formalCheckPageMessages[locale].page;
  if (flags.length === 0) return null;
  return (
    <section aria-labelledby="flag-comparison" className="mb-6">
      <h2 id="flag-comparison" className="mb-2">
        {t.comparison(flags.length)}
      </h2>
      {flags.map((flag) => (
        <ComparedFlag key={flag.id} {...props} flag={flag} />
      ))}
    </section>
  );
}

function ComparedFlag({
  locale,
  before,
  submission,
  links,
  typed,
  wrong,
  readOnly,
  flag,
}: FlagComparisonProps & { flag: CorrectionItem }) {
  const t = formalCheckPageMessages[locale].page;
  const versions = [before, submission].map(({ snapshot: { raw, files } }) => ({ raw, files }));
  const [old, fresh] = versions as [(typeof versions)[number], (typeof versions)[number]];
  const place = placeWords(before, flag, locale);
  const differences = flagDifferences(submission.definition, old, fresh, flag, links);
  return (
    <fieldset
      className={classNames("crit", wrong.includes(flag.id) && "border-error")}
      id={`verdict-${flag.id}`}
      disabled={readOnly}
    >
      <legend>
        <b>{place}</b>
      </legend>
      <p>{flag.reason}</p>
      <p className="muted text-sm">{t.wantedText(flag.wanted)}</p>
      {differences.length === 0 && <p className="st-warn my-2">{t.noChange}</p>}
      {differences.map((difference) => (
        <Difference key={keyOf(difference)} {...{ locale, before, submission, difference, place }} />
      ))}
      {flag.reply && <p className="my-2 whitespace-pre-line">{t.replyText(flag.reply)}</p>}
      <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1">
        {(["solved", "unsolved"] as const).map((verdict) => (
          <label key={verdict} className="choice py-0">
            <input
              type="radio"
              className="radio"
              form="check-form"
              name={`verdict.${flag.id}`}
              value={verdict}
              defaultChecked={typed.verdicts[flag.id] === verdict}
            />
            {t.verdict[verdict]}
          </label>
        ))}
        {!readOnly && (
          <Button
            size="sm"
            variant="quiet"
            form="check-form"
            name="intent"
            value={`flag.${placeValue({ ...flag, fileId: newFile(differences) ?? flag.fileId })}`}
            formAction="#items"
          >
            {t.flagAgain}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

/** What took the place of a flagged file is what would be flagged now. */
const newFile = (differences: readonly FlagDifference[]): string | undefined =>
  differences.map((each) => (each.kind === "file" ? each.after?.id : undefined)).find(Boolean);

const keyOf = (difference: FlagDifference): string => {
  if (difference.kind === "answer") return difference.path;
  if (difference.kind === "file") return difference.before?.id ?? difference.after?.id ?? "";
  return `${difference.kind} ${pathOf(difference)}`;
};

function pathOf(difference: FlagDifference): string {
  if (difference.kind === "answer") return difference.path;
  if (difference.kind === "file") return difference.question;
  return difference.kind === "rows_moved" ? difference.table : `${difference.table}/${difference.rowId}`;
}

interface DifferenceProps extends Pick<FlagComparisonProps, "locale" | "before" | "submission"> {
  difference: FlagDifference;
  /** Stands above already: what differs is named where it is something else, a cell of a flagged row. */
  place: string;
}

function Difference({ locale, before, submission, difference, place }: DifferenceProps) {
  const t = formalCheckPageMessages[locale].page;
  const name = nameOf({ locale, before, submission, difference });
  if (isOfRow(difference))
    return (
      <p className="my-2">
        {name}{" "}
        {difference.kind === "row_removed" ? (
          <del>{t.rowRemoved}</del>
        ) : (
          <ins>{t.rowChange[difference.kind]}</ins>
        )}
      </p>
    );
  return (
    <div className="my-2">
      {name !== place && <p className="text-xs font-semibold">{name}</p>}
      <dl className="old-new">
        <dt>{t.before}</dt>
        <dd>
          <OldOrNew {...{ locale, submission, difference }} side="before" />
        </dd>
        <dt>{t.after}</dt>
        <dd>
          <OldOrNew {...{ locale, submission, difference }} side="after" />
        </dd>
      </dl>
    </div>
  );
}

const isOfRow = (difference: FlagDifference): difference is RowDifference =>
  difference.kind !== "answer" && difference.kind !== "file";

interface OldOrNewProps extends Pick<FlagComparisonProps, "locale" | "submission"> {
  difference: ValueDifference;
  side: "before" | "after";
}

/** The whole of one side, with what the other has not marked word by word. */
function OldOrNew({ locale, submission, difference, side }: OldOrNewProps) {
  const t = formalCheckPageMessages[locale].page;
  const Mark = side === "before" ? "del" : "ins";
  if (difference.kind === "file") {
    const file = difference[side];
    if (!file) return <span className="muted">{t.nothing}</span>;
    return (
      <Mark>
        <a href={`/files/${file.id}`}>{file.name}</a>
      </Mark>
    );
  }
  const text = (value: RawValue | undefined) => answerText(submission, difference.path, value, locale);
  const gone = side === "before" ? "added" : "removed";
  const parts = textDifference(text(difference.before), text(difference.after)).filter(
    ({ kind }) => kind !== gone,
  );
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
  { definition }: FoundSubmission,
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

function nameOf({ locale, before, submission, difference }: Omit<DifferenceProps, "place">): string {
  const path = pathOf(difference);
  const key = path.split("/")[0] ?? "";
  const sectionKey = compileForm(submission.definition).questionByKey.get(key)?.section.section.key ?? "";
  // A row that went has its place in the version before.
  const isGone =
    difference.kind === "row_removed" || (difference.kind === "answer" && difference.after === undefined);
  const version = isGone ? before : submission;
  return placeWords(version, { sectionKey, questionKey: path }, locale);
}
