import { questionDays } from "#app/domain/reviews/question-workflow.ts";
import type { OfficeQuestion } from "#app/features/reviews/questions/list-office-questions.ts";
import { formatDateTime, formatDeadline, formatRecent } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { questionMessages } from "#app/i18n/messages/questions.ts";
import { Button } from "#app/ui/button.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { QuestionTag } from "#app/ui/question-tag.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { type Refusal, refusalText } from "./refusal-text.ts";

interface QuestionCardProps {
  question: OfficeQuestion;
  /** Title of the section it is about. */
  section: string;
  locale: Locale;
  now: Date;
  refused: { refusal: Refusal; typed: Readonly<Record<string, string>> } | undefined;
}

/** One question as the office reads it, from the reviewer's words to the company's answer. */
export function QuestionCard(props: QuestionCardProps) {
  const { question, section, locale, now } = props;
  const t = questionMessages[locale];
  const asker = question.asker ?? t.office.someone;
  return (
    <section id={`question-${question.id}`} tabIndex={-1} aria-labelledby={`about-${question.id}`}>
      <Panel className="grid gap-2">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h3 id={`about-${question.id}`} className="text-base">
            {t.about(section)}
          </h3>
          <QuestionTag standing={question.standing} reader="office" />
        </div>
        <p className="muted text-sm">
          {t.office.by(asker, formatRecent(locale, question.askedAt, now))}
          {question.handledBy && ` · ${t.office.handledBy(question.handledBy)}`}
        </p>
        <Passage label={t.office.asWritten} text={question.question} />
        {question.wording !== question.question && (
          <Passage label={t.office.wording} text={question.wording} />
        )}
        {question.dueAt && <p className="muted text-sm">{t.due(formatDeadline(locale, question.dueAt))}</p>}
        <Passage label={t.office.reason} text={question.reason} />
        <Passage
          label={
            question.answeredAt ? `${t.answer} · ${formatDateTime(locale, question.answeredAt)}` : t.answer
          }
          text={question.answer}
        />
        {question.mayHandle && <ForwardForm {...props} />}
        {question.mayHandle && <DeclineForm {...props} />}
        {question.mayPassOn && <PassOnForm {...props} />}
      </Panel>
    </section>
  );
}

function Passage({ label, text }: { label: string; text: string }) {
  if (text === "") return null;
  return (
    <div>
      <p className="muted text-sm">{label}</p>
      <p className="answer-text">{text}</p>
    </div>
  );
}

function Which({ question: { id, version } }: QuestionCardProps) {
  return (
    <>
      <input type="hidden" name="question" value={id} />
      <input type="hidden" name="version" value={version} />
    </>
  );
}

function ForwardForm(props: QuestionCardProps) {
  const { question, locale, refused } = props;
  const t = questionMessages[locale].office;
  const typed = refused?.typed["intent"] === "forward" ? refused.typed : undefined;
  const errors = (...refusals: Refusal[]) =>
    refused && refusals.includes(refused.refusal) ? [refusalText(refused.refusal, locale)] : [];
  return (
    <form method="post" noValidate>
      <Which {...props} />
      <TextArea
        id={`wording-${question.id}`}
        name="wording"
        label={t.wording}
        hint={t.wordingHint}
        rows={4}
        errors={errors("wording_empty", "wording_long")}
        defaultValue={typed?.["wording"] ?? question.question}
      />
      <TextInput
        id={`days-${question.id}`}
        name="days"
        label={t.days}
        hint={t.daysHint(questionDays.most)}
        width="xs"
        errors={errors("days")}
        defaultValue={typed?.["days"] ?? String(questionDays.usual)}
        control={{ inputMode: "numeric" }}
      />
      <p className="mt-2">
        <Button size="sm" variant="primary" name="intent" value="forward">
          {t.forward}
        </Button>
      </p>
    </form>
  );
}

function DeclineForm(props: QuestionCardProps) {
  const { question, locale, refused } = props;
  const t = questionMessages[locale].office;
  const mine = refused?.typed["intent"] === "decline" ? refused : undefined;
  return (
    <details open={mine !== undefined}>
      <summary>{t.decline}</summary>
      <form method="post" noValidate className="mt-2">
        <Which {...props} />
        <TextArea
          id={`reason-${question.id}`}
          name="reason"
          label={t.reason}
          hint={t.reasonHint}
          rows={3}
          errors={mine?.refusal === "reason" ? [refusalText("reason", locale)] : []}
          defaultValue={mine?.typed["reason"] ?? ""}
        />
        <Button size="sm" name="intent" value="decline">
          {t.decline}
        </Button>
      </form>
    </details>
  );
}

function PassOnForm(props: QuestionCardProps) {
  const t = questionMessages[props.locale].office;
  return (
    <form method="post" className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Which {...props} />
      <Button size="sm" variant="primary" name="intent" value="pass_on">
        {t.passOn}
      </Button>
      <span className="muted text-sm">{t.passOnNote}</span>
    </form>
  );
}
