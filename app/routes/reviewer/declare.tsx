import { data, redirect } from "react-router";
import { declarableConflictKinds } from "#app/domain/reviews/conflict-of-interest.ts";
import { type DeclarationFacts, findDeclarationFacts } from "#app/features/reviews/find-declaration-facts.ts";
import { type AssignmentResponse, respondToAssignment } from "#app/features/reviews/respond-to-assignment.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { reviewerOnly } from "#app/http/reviewer-only.ts";
import { formatDeadline } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { reviewMessages } from "#app/i18n/messages/reviews.ts";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { Route } from "./+types/declare";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, locale } = reviewerOnly(context);
  return { locale, facts: found(await findDeclarationFacts(ctx, params.assignmentId)) };
}

type Field = "conflict" | "kind" | "note" | "signed" | "reason";
type Problem = keyof (typeof reviewMessages)["zh"]["declare"]["errors"];

const fieldOf: Record<Problem, Field> = {
  unanswered: "conflict",
  unsigned: "signed",
  kind: "kind",
  note_missing: "note",
  reason_missing: "reason",
  stale: "conflict",
};

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx } = reviewerOnly(context);
  const form = await readFormData(request);
  const values = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  if (values["intent"] !== "decline" && !values["conflict"]) return refused("unanswered", values);
  const result = await respondToAssignment(ctx, params.assignmentId, responseOf(values));
  if (!result.ok) {
    if (result.reason === "not_found") throw notFound();
    return refused(result.reason, values);
  }
  return redirect(result.state === "accepted" ? `/reviews/${params.assignmentId}` : "/reviews", 303);
}

const refused = (problem: Problem, values: Record<string, string>) =>
  data({ problem, values }, { status: problem === "stale" ? 409 : 422 });

const responseOf = (values: Record<string, string>): AssignmentResponse =>
  values["intent"] === "decline"
    ? { answer: "decline", reason: values["reason"] ?? "" }
    : {
        answer: "declare",
        hasConflict: values["conflict"] === "yes",
        kind: values["kind"] ?? "",
        note: (values["note"] ?? "").trim().slice(0, 2000),
        signed: values["signed"] === "on",
      };

export default function Declare({ loaderData: { locale, facts }, actionData }: Route.ComponentProps) {
  const t = reviewMessages[locale].declare;
  const problem = actionData?.problem;
  const sentence = problem && t.errors[problem];
  const prefix = problem ? shellMessages[locale].errorPrefix : "";
  // Already reviewing: there is nothing left to accept, only a conflict to report.
  const later = facts.assignment.state === "accepted";
  const title = later ? t.laterTitle : t.title;
  return (
    <div className="measure">
      <title>{`${prefix}${title} – ${siteMessages[locale].portalName}`}</title>
      {later ? (
        <BackLink href={`/reviews/${facts.assignment.id}#sheet`}>{t.laterBack}</BackLink>
      ) : (
        <BackLink href="/reviews">{t.back}</BackLink>
      )}
      <p className="eyebrow mt-3">
        {facts.assignment.number} · {t.due(formatDeadline(locale, facts.assignment.dueAt))}
      </p>
      <h1 className="mt-1">{title}</h1>
      <p className="mt-1 font-semibold">{facts.title[locale] || facts.title.zh}</p>
      <ErrorSummary errors={problem && sentence ? [{ href: `#${fieldOf[problem]}`, text: sentence }] : []} />
      <p className="mt-3">{later ? t.laterLead : t.lead}</p>
      <Names facts={facts} locale={locale} />
      <DeclarationForm later={later} locale={locale} values={actionData?.values ?? {}} problem={problem} />
      {["assigned", "accepted"].includes(facts.assignment.state) && (
        <DeclineForm later={later} locale={locale} values={actionData?.values ?? {}} problem={problem} />
      )}
    </div>
  );
}

function Names({ facts, locale }: { facts: DeclarationFacts; locale: Locale }) {
  const t = reviewMessages[locale].declare;
  const { holders, controller, affiliates, partners, team } = facts.surroundings;
  const list = (names: string[]) =>
    [...new Set(names.filter(Boolean))].join(locale === "zh" ? "、" : "; ") || t.none;
  return (
    <SummaryList
      narrow
      rows={[
        { term: t.applicant, value: facts.company[locale] || facts.company.zh },
        { term: t.shareholders, value: list([...holders.map(({ name }) => name), controller]) },
        { term: t.affiliates, value: list([...affiliates, ...partners].map(({ name }) => name)) },
        { term: t.team, value: list(team) },
      ]}
    />
  );
}

interface FormProps {
  locale: Locale;
  values: Record<string, string>;
  problem: Problem | undefined;
}

function DeclarationForm({ later, locale, values, problem }: FormProps & { later: boolean }) {
  const t = reviewMessages[locale].declare;
  const errors = (field: Field) => (problem && fieldOf[problem] === field ? [t.errors[problem]] : []);
  const details = (
    <>
      <RadioGroup
        id="kind"
        name="kind"
        label={t.kind}
        errors={errors("kind")}
        defaultValue={values["kind"] ?? ""}
        options={declarableConflictKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
      />
      <TextArea
        id="note"
        name="note"
        label={t.note}
        hint={t.noteHint}
        errors={errors("note")}
        defaultValue={values["note"] ?? ""}
        optional={values["kind"] !== "other"}
      />
    </>
  );
  return (
    <form method="post" noValidate>
      {later ? (
        <>
          <input type="hidden" name="conflict" value="yes" />
          {details}
        </>
      ) : (
        <RadioGroup
          id="conflict"
          name="conflict"
          label={t.question}
          errors={errors("conflict")}
          defaultValue={values["conflict"] ?? ""}
          options={[
            { value: "no", label: t.no },
            { value: "yes", label: t.yes, reveal: details },
          ]}
        />
      )}
      <Checkbox
        id="signed"
        name="signed"
        label={t.sign}
        errors={errors("signed")}
        defaultChecked={values["signed"] === "on"}
      />
      <p className="mt-4">
        <Button variant={later ? "danger" : "primary"} name="intent" value="declare">
          {later ? t.laterSubmit : t.submit}
        </Button>
      </p>
    </form>
  );
}

function DeclineForm({ later, locale, values, problem }: FormProps & { later: boolean }) {
  const t = reviewMessages[locale].declare;
  const words = later ? t.handBack : { title: t.declineTitle, text: t.declineText, submit: t.decline };
  return (
    <form method="post" id="hand-back" className="rule mt-10 pt-4" noValidate>
      <h2>{words.title}</h2>
      <p className="muted">{words.text}</p>
      <TextArea
        id="reason"
        name="reason"
        label={t.declineReason}
        rows={2}
        errors={problem === "reason_missing" ? [t.errors.reason_missing] : []}
        defaultValue={values["reason"] ?? ""}
      />
      <Button name="intent" value="decline">
        {words.submit}
      </Button>
    </form>
  );
}
