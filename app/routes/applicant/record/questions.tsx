import { data, redirect } from "react-router";
import { companyRole } from "#app/domain/accounts/actor.ts";
import { findApplication } from "#app/features/applications/find-application.ts";
import { formOfVersion } from "#app/features/form-versions.ts";
import { answerQuestion } from "#app/features/reviews/questions/answer-question.ts";
import { listCompanyQuestions } from "#app/features/reviews/questions/list-company-questions.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { signedIn } from "#app/http/request-context.ts";
import { questionMessages } from "#app/i18n/messages/questions.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/questions";
import { answerProblemText, CompanyQuestionItem } from "./company-question.tsx";

export const handle = { nav: "workspace" };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, locale, actor } = signedIn(context);
  const head = found(await findApplication(ctx, params.id));
  const role = found(companyRole(actor, head.companyId));
  const [questions, definition] = await Promise.all([
    listCompanyQuestions(ctx, head.id),
    formOfVersion(ctx.db.read, head.formVersionId),
  ]);
  const sections = definition.parts.flatMap((part) => part.sections);
  return {
    ...{ locale, now: ctx.now, head, questions, isViewer: role === "viewer" },
    titles: Object.fromEntries(sections.map(({ key, title }) => [key, title[locale]])),
  };
}

/** The company's answer to one question. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx } = signedIn(context);
  const form = await readFormData(request);
  const text = (name: string) => String(form.get(name) ?? "");
  const [questionId, answer] = [text("question"), text("answer")];
  const named = { applicationId: params.id, questionId, version: Number(text("version")) };
  const result = await answerQuestion(ctx, { ...named, answer });
  if (result.ok) return redirect(`/applications/${params.id}/questions#question-${questionId}`, 303);
  if (result.reason === "not_found") throw notFound();
  const isBadInput = result.reason === "empty" || result.reason === "too_long";
  return data({ problem: result.reason, questionId, answer }, { status: isBadInput ? 422 : 409 });
}

export default function Questions({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, now, head, questions, titles, isViewer } = loaderData;
  const t = questionMessages[locale];
  const title = (locale === "en" && head.titleEn) || head.titleZh;
  return (
    <div className="wrap pt-5">
      <PageTitle hasErrors={actionData !== undefined}>{`${t.company.title} – ${title}`}</PageTitle>
      <BackLink href={`/applications/${head.id}/status`}>{t.company.back}</BackLink>
      <div className="measure pt-4">
        <p className="eyebrow">
          {head.number && `${head.number} · `}
          {title}
        </p>
        <h1 className="mt-1">{t.company.title}</h1>
        {actionData && (
          <ErrorSummary
            errors={[
              {
                href: `#answer-${actionData.questionId}`,
                text: answerProblemText(actionData.problem, locale),
              },
            ]}
          />
        )}
        <p className="mt-3">{t.company.lead}</p>
        {isViewer && <p className="muted mt-1">{t.company.viewer}</p>}
        {questions.length === 0 && <p className="mt-6">{t.company.none}</p>}
        <ol className="mt-6">
          {questions.map((question, index) => (
            <CompanyQuestionItem
              key={question.id}
              question={question}
              number={questions.length - index}
              section={titles[question.sectionKey] ?? t.whole}
              {...{ locale, now }}
              unsent={actionData?.questionId === question.id ? actionData : undefined}
            />
          ))}
        </ol>
      </div>
    </div>
  );
}
