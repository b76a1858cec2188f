import { questionLimits } from "#app/domain/reviews/question-workflow.ts";
import type { AnswerRefusal } from "#app/features/reviews/questions/answer-question.ts";
import type { CompanyQuestion } from "#app/features/reviews/questions/list-company-questions.ts";
import { formatDeadline, formatRecent } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { questionMessages } from "#app/i18n/messages/questions.ts";
import { Button } from "#app/ui/button.tsx";
import { QuestionTag } from "#app/ui/question-tag.tsx";
import { TextArea } from "#app/ui/text-area.tsx";

type Problem = Exclude<AnswerRefusal, "not_found">;

export function answerProblemText(problem: Problem, locale: Locale): string {
  const { errors } = questionMessages[locale].company;
  return problem === "too_long" ? errors.too_long(questionLimits.answer) : errors[problem];
}

interface CompanyQuestionProps {
  question: CompanyQuestion;
  number: number;
  /** Title of the section it is about. */
  section: string;
  locale: Locale;
  now: Date;
  unsent: { problem: Problem; answer: string } | undefined;
}

/** One question that was put to the company, with its answer or the form for it. */
export function CompanyQuestionItem(props: CompanyQuestionProps) {
  const { question, number, section, locale, now, unsent } = props;
  const t = questionMessages[locale];
  const { id, standing, answer, answeredBy, answeredAt, dueAt, mayAnswer } = question;
  return (
    <li id={`question-${id}`} className="border-base-300 grid gap-y-2 border-b py-5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="text-base">{t.company.question(number)}</h2>
        <QuestionTag standing={standing} reader="company" />
      </div>
      <p className="muted text-sm">
        {t.about(section)} · {t.due(formatDeadline(locale, dueAt))}
      </p>
      <p className="answer-text">{question.question}</p>
      {standing === "overdue" && <p className="muted text-sm">{t.company.late}</p>}
      {answer !== "" && (
        <div>
          <p className="muted text-sm">
            {t.company.yours}
            {answeredBy && answeredAt && (
              <> · {t.company.by(answeredBy, formatRecent(locale, answeredAt, now))}</>
            )}
          </p>
          <p className="answer-text">{answer}</p>
        </div>
      )}
      {mayAnswer && answer === "" && <AnswerForm {...props} />}
      {mayAnswer && answer !== "" && (
        <details open={unsent !== undefined}>
          <summary>{t.company.change}</summary>
          <AnswerForm {...props} />
        </details>
      )}
      {!mayAnswer && unsent && <AnswerForm {...props} />}
    </li>
  );
}

function AnswerForm({ question, locale, unsent }: CompanyQuestionProps) {
  const t = questionMessages[locale].company;
  return (
    <form method="post" noValidate>
      <input type="hidden" name="question" value={question.id} />
      <input type="hidden" name="version" value={question.version} />
      <TextArea
        id={`answer-${question.id}`}
        name="answer"
        label={t.answer}
        hint={t.answerHint(questionLimits.answer)}
        rows={6}
        errors={unsent ? [answerProblemText(unsent.problem, locale)] : []}
        defaultValue={unsent?.answer ?? question.answer}
      />
      <p className="mt-3">
        <Button variant={question.answer === "" ? "primary" : undefined}>{t.submit}</Button>
      </p>
    </form>
  );
}
