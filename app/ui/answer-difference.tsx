import { answerLines } from "#app/domain/forms/answer-lines.ts";
import type { CompiledQuestion } from "#app/domain/forms/compile-form.ts";
import type { RawRow, RawValue } from "#app/domain/forms/raw-answers.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { carryMessages } from "#app/i18n/messages/carry.ts";

interface AnswerTextProps {
  question: CompiledQuestion;
  answer: RawValue | RawRow[] | undefined;
  locale: Locale;
}

const shownRows = 3;

/** One side of a difference; of a long table the first rows, the others a press away. */
export function AnswerText({ question, answer, locale }: AnswerTextProps) {
  const t = carryMessages[locale];
  const lines = answerLines(question, answer, locale);
  if (lines.length === 0) return <span className="muted">{t.empty}</span>;
  if (question.field.type !== "table") return <span className="whitespace-pre-line">{lines[0]}</span>;
  const rest = lines.slice(shownRows);
  return (
    <>
      <span className="muted text-sm">{t.rows({ count: lines.length })}</span>
      <Lines lines={lines.slice(0, shownRows)} />
      {rest.length > 0 && (
        <details>
          <summary>{t.moreRows({ count: rest.length })}</summary>
          <Lines lines={rest} />
        </details>
      )}
    </>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line, index) => (
        // Rows may read the same.
        <li key={index}>{line}</li>
      ))}
    </ul>
  );
}

export const questionLabel = ({ field }: CompiledQuestion, locale: Locale): string =>
  (("shortLabel" in field ? field.shortLabel : undefined) ?? field.label)[locale];
