import { evaluateEligibility, isAnswer } from "#app/domain/calls/eligibility.ts";
import { meantCall } from "#app/domain/calls/call-reference.ts";
import { listCalls } from "#app/features/calls/list-calls.ts";
import { found } from "#app/http/not-found.ts";
import { requestContext } from "#app/http/request-context.ts";
import { publicMessages } from "#app/i18n/messages/public.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import type { Route } from "./+types/eligibility";
import { EligibilityOutcomePanel } from "./eligibility-outcome.tsx";

export const handle = { nav: "calls" };

/** Answers travel in the address: nothing is stored, a result can be bookmarked, and no account is needed. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, locale } = requestContext(context);
  const call = found(meantCall(await listCalls(ctx), params.code));
  const search = new URL(request.url).searchParams;
  const answers: Record<string, string> = {};
  for (const { key } of call.content.eligibility) {
    const answer = search.get(key) ?? undefined;
    if (isAnswer(answer)) answers[key] = answer;
  }
  const asked = search.has("result");
  const result = evaluateEligibility(call.content.eligibility, answers);
  const incomplete = asked && result.unanswered.length > 0;
  return { locale, call, answers, asked, result, incomplete };
}

export default function Eligibility({ loaderData }: Route.ComponentProps) {
  const { locale, call, answers, asked, result, incomplete } = loaderData;
  const t = publicMessages[locale].eligibility;
  const questions = call.content.eligibility;
  const missing = incomplete ? new Set(result.unanswered.map(({ key }) => key)) : new Set<string>();
  const prefix = incomplete ? (locale === "zh" ? "错误：" : "Error: ") : "";
  const separator = locale === "zh" ? "" : " ";
  return (
    <div className="wrap pt-5">
      <title>{`${prefix}${t.title} – ${siteMessages[locale].portalName}`}</title>
      <BackLink href={`/calls/${call.reference}`}>{t.backToCall}</BackLink>
      <p className="eyebrow mt-4">{t.forCall(call.code, call.title[locale])}</p>
      <h1 className="mt-1">{t.title}</h1>
      {asked && !incomplete ? (
        <EligibilityOutcomePanel call={call} answers={answers} result={result} locale={locale} />
      ) : (
        <>
          <p className="measure mt-4 text-lg">{t.lead}</p>
          <ErrorSummary
            title={t.missing(missing.size)}
            errors={questions.flatMap(({ key }, i) =>
              missing.has(key) ? [{ href: `#${key}`, text: t.missingOne(i + 1) }] : [],
            )}
          />
          <form method="get" className="measure" noValidate>
            {questions.map((question, i) => (
              <RadioGroup
                key={question.key}
                id={question.key}
                name={question.key}
                label={`${i + 1}.${separator} ${question.question[locale]}`}
                hint={question.hint?.[locale]}
                errors={missing.has(question.key) ? [t.chooseOne] : []}
                defaultValue={answers[question.key] ?? ""}
                inline
                options={[
                  { value: "yes", label: t.yes },
                  { value: "no", label: t.no },
                  { value: "unsure", label: t.unsure },
                ]}
              />
            ))}
            <input type="hidden" name="result" value="1" />
            <Button variant="primary">{t.seeResult}</Button>
          </form>
        </>
      )}
    </div>
  );
}
