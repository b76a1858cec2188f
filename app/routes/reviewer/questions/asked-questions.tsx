import type { ReviewerQuestion } from "#app/features/reviews/questions/list-reviewer-questions.ts";
import { formatDeadline, formatRecent } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { questionMessages } from "#app/i18n/messages/questions.ts";
import { QuestionTag } from "#app/ui/question-tag.tsx";

interface AskedQuestionsProps {
  questions: readonly ReviewerQuestion[];
  /** Of the sections, by their keys. */
  titles: Readonly<Record<string, string>>;
  now: Date;
  locale: Locale;
}

/** One's own questions and those of the other reviewers, with what came of each. */
export function AskedQuestions({ questions, titles, now, locale }: AskedQuestionsProps) {
  const t = questionMessages[locale];
  return (
    <section className="mt-10" aria-labelledby="asked">
      <h2 id="asked">{t.reviewer.list}</h2>
      {questions.length === 0 && <p className="muted mt-2">{t.reviewer.none}</p>}
      <ol className="rule mt-2">
        {questions.map((question) => (
          <li
            key={question.id}
            id={`question-${question.id}`}
            className="border-base-300 grid gap-y-1 border-b py-4"
          >
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <QuestionTag standing={question.standing} reader="reviewer" />
              {question.isOwn && <b className="text-sm">{t.reviewer.own}</b>}
              <span className="muted text-sm">
                {t.about(titles[question.sectionKey] ?? t.whole)} ·{" "}
                {t.reviewer.asked(formatRecent(locale, question.askedAt, now))}
              </span>
            </p>
            <p className="answer-text">{question.question}</p>
            {question.standing === "forwarded" && question.dueAt && (
              <p className="muted text-sm">{t.due(formatDeadline(locale, question.dueAt))}</p>
            )}
            <Passage label={t.reviewer.reworded} text={question.reworded} />
            <Passage label={t.reviewer.reason} text={question.reason} />
            <Passage label={t.answer} text={question.answer} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Passage({ label, text }: { label: string; text: string }) {
  if (text === "") return null;
  return (
    <div className="mt-1">
      <p className="muted text-sm">{label}</p>
      <p className="answer-text">{text}</p>
    </div>
  );
}
