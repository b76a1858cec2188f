import type { EligibilityQuestion, EligibilityResult } from "#app/domain/calls/eligibility.ts";
import type { CallSummary } from "#app/features/calls/list-calls.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { publicMessages } from "#app/i18n/messages/public.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Notice } from "#app/ui/notice.tsx";

interface Props {
  call: CallSummary;
  answers: Record<string, string>;
  result: EligibilityResult;
  locale: Locale;
}

/** The result first, then why, question by question, then what to do next. */
export function EligibilityOutcomePanel({ call, answers, result, locale }: Props) {
  const t = publicMessages[locale];
  const e = t.eligibility;
  const headline =
    result.outcome === "not_eligible"
      ? e.notEligible
      : result.outcome === "to_confirm"
        ? e.toConfirm
        : e.eligible;
  const toCheck = [...result.toAsk, ...result.unsure];
  const tone = result.outcome === "eligible" ? "ok" : "warn";
  const taking = call.state === "open" || call.state === "closing_soon";
  return (
    <>
      <Notice tone={tone} className="measure mt-6">
        <b className="text-lg">{headline}</b>
        <p className="mt-1">{result.outcome === "not_eligible" ? e.notEligibleText : e.eligibleText}</p>
      </Notice>
      <Reasons questions={result.obstacles} answers={answers} locale={locale} />
      {toCheck.length > 0 && <h2 className="mt-8">{e.checkFirst}</h2>}
      <Reasons questions={toCheck} answers={answers} locale={locale} />
      <div className="mt-8 flex flex-wrap gap-3">
        {taking && (
          <LinkButton href={`/applications/new?call=${call.reference}`} variant="primary">
            {t.call.start}
          </LinkButton>
        )}
        {call.filedWith && (
          <LinkButton href={`/calls/${call.filedWith.reference}`} variant="primary">
            {t.call.toTaking(call.filedWith.reference)}
          </LinkButton>
        )}
        <LinkButton href={`/calls/${call.reference}/eligibility?${new URLSearchParams(answers)}`}>
          {e.again}
        </LinkButton>
      </div>
    </>
  );
}

function Reasons({
  questions,
  answers,
  locale,
}: { questions: readonly EligibilityQuestion[] } & Omit<Props, "call" | "result">) {
  const t = publicMessages[locale].eligibility;
  const word = { yes: t.yes, no: t.no, unsure: t.unsure } as Record<string, string>;
  return (
    <ul className="measure">
      {questions.map((question) => (
        <li key={question.key} className="border-base-300 border-b py-4">
          <p className="font-semibold">{question.question[locale]}</p>
          <p className="muted text-sm">
            {t.yourAnswer(word[answers[question.key] ?? ""] ?? "")} · {t.formalCode(question.code)}
          </p>
          <p className="mt-1">{question.explain[locale]}</p>
          {question.hint && <p className="muted mt-1 text-sm">{question.hint[locale]}</p>}
        </li>
      ))}
    </ul>
  );
}
