import type { Rubric } from "#app/domain/reviews/rubric.ts";
import {
  adviceOptions,
  commentLength,
  sheetFlags,
  type SheetProblem,
} from "#app/domain/reviews/score-sheet.ts";
import type { StoredSheet } from "#app/features/reviews/save-sheet.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { reviewMessages } from "#app/i18n/messages/reviews.ts";
import { problemSentence } from "#app/i18n/sheet-problems.ts";
import { ErrorMessage } from "#app/ui/error-message.tsx";
import { SheetBase, sheetFieldId, sheetValue } from "./sheet-base.tsx";

interface Props {
  rubric: Rubric;
  sheet: StoredSheet;
  problems: readonly SheetProblem[];
  locale: Locale;
}

/** Overall comment, advice, scope, and what goes to due diligence. */
export function OverallCard({ rubric, sheet, problems, locale }: Props) {
  const t = reviewMessages[locale].sheet;
  const has = commentLength(sheetValue(sheet, "overall"));
  const details = ["strengths", "weaknesses", "questions"] as const;
  const opened =
    details.some((path) => sheetValue(sheet, path) !== "") ||
    sheetFlags.some((flag) => sheetValue(sheet, `flag.${flag}`) === "yes");
  return (
    <div className="crit">
      <p className="crit-h">
        <label className="font-semibold" htmlFor="overall">
          {t.overall}
        </label>
        <span className="muted ms-auto text-xs" id="overall-hint">
          {t.overallHint(rubric.comments.overallMinimum)}
        </span>
      </p>
      <Problem path="overall" problems={problems} locale={locale} />
      <SheetBase path="overall" sheet={sheet} />
      <textarea
        className="textarea mt-2"
        id="overall"
        name="overall"
        rows={4}
        defaultValue={sheetValue(sheet, "overall")}
        aria-describedby="overall-hint overall-count"
        aria-invalid={problems.some(({ path }) => path === "overall") || undefined}
      />
      <p className="muted mt-1 text-end text-xs" id="overall-count" data-comment-count="overall">
        {t.characters(has)}
      </p>
      <Options
        path="advice"
        legend={t.advice}
        options={adviceOptions.map((value) => [value, t.adviceOptions[value]])}
        {...{ sheet, problems, locale }}
      />
      <Options
        path="inScope"
        legend={t.inScope}
        options={[
          ["yes", t.yes],
          ["no", t.no],
        ]}
        {...{ sheet, problems, locale }}
      />
      <details className="mt-2 text-xs" open={opened}>
        <summary className="muted">{t.more}</summary>
        {details.map((path) => (
          <div key={path} className="mt-2">
            <label htmlFor={path}>{t[path]}</label>
            <Problem path={path} problems={problems} locale={locale} />
            <SheetBase path={path} sheet={sheet} />
            <textarea
              className="textarea"
              id={path}
              name={path}
              rows={2}
              defaultValue={sheetValue(sheet, path)}
            />
          </div>
        ))}
        <fieldset className="mt-2">
          <legend>{t.flags}</legend>
          {sheetFlags.map((flag) => (
            <label key={flag} className="choice">
              <SheetBase path={`flag.${flag}`} sheet={sheet} />
              <input
                className="checkbox"
                type="checkbox"
                name={`flag.${flag}`}
                value="yes"
                defaultChecked={sheetValue(sheet, `flag.${flag}`) === "yes"}
              />
              <span>{t.flagOptions[flag]}</span>
            </label>
          ))}
        </fieldset>
      </details>
    </div>
  );
}

interface OptionsProps extends Omit<Props, "rubric"> {
  path: string;
  legend: string;
  options: readonly (readonly [string, string])[];
}

function Options({ path, legend, options, sheet, problems, locale }: OptionsProps) {
  return (
    <fieldset className="mt-2">
      <legend className="text-sm">{legend}</legend>
      <Problem path={path} problems={problems} locale={locale} />
      <SheetBase path={path} sheet={sheet} />
      <div className="flex flex-wrap gap-x-5">
        {options.map(([value, label], index) => (
          <label key={value} className="choice">
            <input
              className="radio"
              type="radio"
              id={index === 0 ? sheetFieldId(path) : undefined}
              name={path}
              value={value}
              defaultChecked={sheetValue(sheet, path) === value}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Problem({
  path,
  problems,
  locale,
}: {
  path: string;
  problems: readonly SheetProblem[];
  locale: Locale;
}) {
  const problem = problems.find((each) => each.path === path);
  return problem ? <ErrorMessage>{problemSentence(problem, locale)}</ErrorMessage> : null;
}
