import { data, redirect } from "react-router";
import { findApplication } from "#app/features/applications/find-application.ts";
import { formOfVersion } from "#app/features/form-versions.ts";
import { handleQuestion, type HandleStep } from "#app/features/reviews/questions/handle-question.ts";
import { listApplicationQuestions } from "#app/features/reviews/questions/list-office-questions.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { questionMessages } from "#app/i18n/messages/questions.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { ApplicationTop } from "../applications/application-top.tsx";
import type { Route } from "./+types/of-application";
import { QuestionCard } from "./question-card.tsx";
import { type Refusal, refusalText } from "./refusal-text.ts";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, locale } = staffOnly(context);
  const head = found(await findApplication(ctx, params.id));
  const [questions, definition] = await Promise.all([
    listApplicationQuestions(ctx, head.id),
    formOfVersion(ctx.db.read, head.formVersionId),
  ]);
  const sections = definition.parts.flatMap((part) => part.sections);
  return {
    ...{ locale, now: ctx.now, head, questions },
    titles: Object.fromEntries(sections.map(({ key, title }) => [key, title[locale]])),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx } = staffOnly(context);
  const typed = Object.fromEntries([...(await readFormData(request))].map(([k, v]) => [k, String(v)]));
  const questionId = typed["question"] ?? "";
  const step = stepOf(typed);
  if (!step) throw notFound();
  const named = { applicationId: params.id, questionId, version: Number(typed["version"]) };
  const result = await handleQuestion(ctx, { ...named, ...step });
  if (result.ok) return redirect(`/staff/applications/${params.id}/questions#question-${questionId}`, 303);
  if (result.reason === "not_found") throw notFound();
  return data(
    { refusal: result.reason, questionId, typed },
    { status: result.reason === "stale" || result.reason === "wrong_state" ? 409 : 422 },
  );
}

function stepOf(typed: Readonly<Record<string, string>>): HandleStep | undefined {
  switch (typed["intent"]) {
    case "forward":
      return { step: "forward", wording: typed["wording"] ?? "", days: Number(typed["days"] || Number.NaN) };
    case "decline":
      return { step: "decline", reason: typed["reason"] ?? "" };
    case "pass_on":
      return { step: "pass_on" };
    default:
      return undefined;
  }
}

/** Every question about one application, each with what the office can do about it. */
export default function QuestionsOfApplication({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, now, head, questions, titles } = loaderData;
  const t = questionMessages[locale].office;
  return (
    <>
      <PageTitle hasErrors={actionData !== undefined}>{`${t.title} ${head.number ?? ""}`}</PageTitle>
      <ApplicationTop application={head} tab="questions" />
      {actionData && (
        <ErrorSummary
          errors={[
            {
              href: fieldOf(actionData.refusal, actionData.questionId),
              text: refusalText(actionData.refusal, locale),
            },
          ]}
        />
      )}
      <h2>{t.heading}</h2>
      <p className="muted mb-3">{t.rule}</p>
      {questions.length === 0 && <p>{t.none}</p>}
      <div className="grid max-w-4xl gap-4">
        {questions.map((question) => (
          <QuestionCard
            key={question.id}
            question={question}
            section={titles[question.sectionKey] ?? questionMessages[locale].whole}
            {...{ now, locale }}
            refused={actionData?.questionId === question.id ? actionData : undefined}
          />
        ))}
      </div>
    </>
  );
}

const fieldNames: Partial<Record<Refusal, string>> = {
  wording_empty: "wording",
  wording_long: "wording",
  days: "days",
  reason: "reason",
};

const fieldOf = (refusal: Refusal, questionId: string): string =>
  `#${fieldNames[refusal] ?? "question"}-${questionId}`;
