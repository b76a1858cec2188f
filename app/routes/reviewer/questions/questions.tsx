import { data, redirect } from "react-router";
import { mostWaitingQuestions, questionLimits } from "#app/domain/reviews/question-workflow.ts";
import { findSubmission } from "#app/features/applications/find-submission.ts";
import { type AskedQuestion, askQuestion } from "#app/features/reviews/questions/ask-question.ts";
import { listReviewerQuestions } from "#app/features/reviews/questions/list-reviewer-questions.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { reviewerOnly } from "#app/http/reviewer-only.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { questionMessages } from "#app/i18n/messages/questions.ts";
import { answerSections } from "#app/ui/answers-outline.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { Route } from "./+types/questions";
import { AskedQuestions } from "./asked-questions.tsx";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, locale } = reviewerOnly(context);
  const { assignment, mayAsk, questions } = found(await listReviewerQuestions(ctx, params.assignmentId));
  const submission = found(await findSubmission(ctx, { applicationId: assignment.applicationId }));
  const { definition, snapshot, env, head } = submission;
  const signing = definition.parts.flatMap(({ sections }) =>
    sections.filter(({ kind }) => kind === "signing").map(({ key }) => key),
  );
  return {
    ...{ locale, now: ctx.now, assignment, mayAsk, questions },
    title: (locale === "en" && head.titleEn) || head.titleZh,
    sections: answerSections(definition, snapshot.raw, env, false)
      .filter(({ key }) => !signing.includes(key))
      .map(({ key, title }) => ({ key, title: title[locale] })),
  };
}

type Problem = Exclude<Extract<AskedQuestion, { ok: false }>["reason"], "not_found">;

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx } = reviewerOnly(context);
  const form = await readFormData(request);
  const typed = {
    sectionKey: String(form.get("section") ?? ""),
    question: String(form.get("question") ?? ""),
  };
  const result = await askQuestion(ctx, { assignmentId: params.assignmentId, ...typed });
  if (result.ok)
    return redirect(`/reviews/${params.assignmentId}/questions#question-${result.questionId}`, 303);
  if (result.reason === "not_found") throw notFound();
  return data({ problem: result.reason, typed }, { status: result.reason === "closed" ? 409 : 422 });
}

export default function Questions({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, assignment, title, mayAsk, questions, sections } = loaderData;
  const t = questionMessages[locale].reviewer;
  const problem = actionData?.problem;
  return (
    <div className="measure">
      <PageTitle hasErrors={problem !== undefined}>{`${t.title} ${assignment.number}`}</PageTitle>
      <BackLink href={`/reviews/${assignment.id}`}>{t.back}</BackLink>
      <p className="eyebrow mt-3">
        {assignment.number} · {title}
      </p>
      <h1 className="mt-1">{t.title}</h1>
      {problem && (
        <ErrorSummary
          errors={[
            { href: problem === "section" ? "#section" : "#question", text: problemText(problem, locale) },
          ]}
        />
      )}
      <p className="mt-3">{t.lead}</p>
      {mayAsk ? (
        <AskForm locale={locale} sections={sections} problem={problem} typed={actionData?.typed} />
      ) : (
        <p className="muted mt-4">{t.closed}</p>
      )}
      <AskedQuestions
        questions={questions}
        titles={Object.fromEntries(sections.map((section) => [section.key, section.title]))}
        now={loaderData.now}
        locale={locale}
      />
    </div>
  );
}

interface AskFormProps {
  locale: Locale;
  sections: readonly { key: string; title: string }[];
  problem: Problem | undefined;
  typed: { sectionKey: string; question: string } | undefined;
}

function AskForm({ locale, sections, problem, typed }: AskFormProps) {
  const t = questionMessages[locale];
  const text = problem && problemText(problem, locale);
  return (
    <form method="post" noValidate className="mt-4">
      <h2>{t.reviewer.ask}</h2>
      <Select
        id="section"
        name="section"
        label={t.reviewer.section}
        empty={t.whole}
        options={sections.map(({ key, title }) => ({ value: key, label: title }))}
        errors={text && problem === "section" ? [text] : []}
        defaultValue={typed?.sectionKey ?? ""}
      />
      <TextArea
        id="question"
        name="question"
        label={t.reviewer.question}
        hint={t.reviewer.questionHint(questionLimits.question)}
        rows={5}
        errors={text && problem !== "section" ? [text] : []}
        defaultValue={typed?.question ?? ""}
      />
      <p className="mt-4">
        <Button variant="primary">{t.reviewer.submit}</Button>
      </p>
    </form>
  );
}

function problemText(problem: Problem, locale: Locale): string {
  const { errors } = questionMessages[locale].reviewer;
  if (problem === "too_long") return errors.too_long(questionLimits.question);
  if (problem === "too_many") return errors.too_many(mostWaitingQuestions);
  return errors[problem];
}
