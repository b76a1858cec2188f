import {
  type FileLinks,
  type FlagDifference,
  flagDifferences,
} from "#app/domain/applications/flag-differences.ts";
import type { FoundSubmission } from "#app/features/applications/find-submission.ts";
import type { CorrectionItem } from "#app/features/applications/list-correction-items.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { formalCheckPageMessages } from "#app/i18n/messages/formal-check-page.ts";
import { AnswerChange, changeKey } from "#app/ui/answer-change.tsx";
import { Button } from "#app/ui/button.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { type CheckForm, placeValue } from "./check-form.ts";
import { placeWords } from "#app/ui/place-words.ts";

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
        <AnswerChange
          key={changeKey(difference)}
          {...{ locale, before, after: submission, change: difference, place }}
        />
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
