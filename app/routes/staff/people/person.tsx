import { useForm } from "@conform-to/react";
import { redirect } from "react-router";
import { rolesForm } from "#app/domain/accounts/account-forms.ts";
import { can } from "#app/domain/accounts/policy.ts";
import { changeRoles } from "#app/features/accounts/change-roles.ts";
import { disablePerson, enablePerson } from "#app/features/accounts/disable-person.ts";
import { findPerson } from "#app/features/accounts/find-person.ts";
import { takeSecondFactorOf } from "#app/features/accounts/take-off-second-factor.ts";
import type { Context } from "#app/features/context.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { checkForm, readFormData } from "#app/http/read-form.ts";
import { accountErrorMessages } from "#app/i18n/messages/account-errors.ts";
import { peopleMessages } from "#app/i18n/messages/people.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { Button } from "#app/ui/button.tsx";
import { checkboxGroupProps } from "#app/ui/conform-field.ts";
import { DeskHead } from "#app/ui/desk-head.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { formErrors } from "#app/ui/form-errors.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { Route } from "./+types/person";
import { peopleAccess } from "./people-access.ts";
import { PersonDetails } from "./person-details.tsx";
import { RoleBoxes } from "./role-boxes.tsx";

const outcomes = ["roles", "disabled", "enabled", "second"] as const;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, actor, locale } = peopleAccess(context);
  const person = found(await findPerson(ctx, params.personId));
  const query = new URL(request.url).searchParams;
  const may = (action: Parameters<typeof can>[1]) => can(actor, action, { personId: person.id });
  return {
    locale,
    person,
    done: outcomes.find((each) => each === query.get("done")),
    isLast: query.has("last"),
    mayChangeRoles: may("change_roles") && person.roles.length > 0,
    mayDisable: may("disable") && person.disabledAt === null,
    mayEnable: may("enable") && person.disabledAt !== null,
    mayTakeSecond: may("take_second_factor") && person.secondFactorAt !== null,
    isOwn: actor.personId === person.id,
    reads: !may("change_roles"),
  };
}

/** Roles, disabling, enabling, the second factor: which one the pressed button says. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx, locale } = peopleAccess(context);
  const { personId } = params;
  const formData = await readFormData(request);
  const here = `/staff/people/${personId}`;
  const intent = formData.get("intent");
  if (intent === "roles") {
    const form = checkForm(formData, rolesForm, { sentences: accountErrorMessages[locale] });
    if (!form.ok) return form.refused;
    const answer = await changeRoles(ctx, { personId, ...form.value });
    if (answer.ok) return redirect(`${here}?done=roles`, 303);
    if (answer.reason === "last_administrator") return form.refuse({ roles: "last_administrator" });
    throw notFound();
  }
  const answer = await carryOut(ctx, String(intent), personId);
  if (answer.ok) return redirect(`${here}?done=${answer.done}`, 303);
  if (answer.reason === "last_administrator") return redirect(`${here}?last=1`, 303);
  throw notFound();
}

async function carryOut(ctx: Context, intent: string, personId: string) {
  switch (intent) {
    case "disable":
      return { ...(await disablePerson(ctx, { personId })), done: "disabled" };
    case "enable":
      return { ...(await enablePerson(ctx, { personId })), done: "enabled" };
    case "second":
      return { ...(await takeSecondFactorOf(ctx, { personId })), done: "second" };
    default:
      throw notFound();
  }
}

export default function Person({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, person, done, isLast, mayChangeRoles } = loaderData;
  const t = peopleMessages[locale];
  const [form, fields] = useForm({
    id: "roles",
    lastResult: actionData?.result ?? null,
    defaultValue: { roles: person.roles as string[] },
  });
  const errors = formErrors(form);
  return (
    <>
      <PageTitle hasErrors={errors.length > 0}>{`${person.name} – ${t.title}`}</PageTitle>
      <BackLink href="/staff/people">{t.person.back}</BackLink>
      <ErrorSummary errors={errors} />
      <DeskHead
        title={person.name || person.email}
        note={person.disabledAt && <Tag tone="line">{t.disabled}</Tag>}
      />
      {done && !actionData && (
        <Notice tone="ok" role="status" className="mb-3">
          {t.done[done]}
        </Notice>
      )}
      {isLast && (
        <Notice tone="bad" role="alert" className="mb-3">
          {t.failed.last_administrator}
        </Notice>
      )}
      <PersonDetails person={person} locale={locale} />
      {mayChangeRoles && (
        <section className="mt-8 max-w-2xl">
          <h2>{t.person.rolesTitle}</h2>
          <p className="mt-1">{t.person.rolesLead}</p>
          <form method="post" id={form.id} noValidate className="[&_.field]:my-4">
            <RoleBoxes {...checkboxGroupProps(fields.roles)} label={t.roles} locale={locale} />
            <Button variant="primary" name="intent" value="roles">
              {t.person.rolesSubmit}
            </Button>
          </form>
        </section>
      )}
      <Measures data={loaderData} />
    </>
  );
}

/** What can be done to the account besides, each with what follows from it. */
function Measures({ data }: { data: Route.ComponentProps["loaderData"] }) {
  const t = peopleMessages[data.locale].person;
  const measures = [
    {
      when: data.mayTakeSecond,
      intent: "second",
      title: t.secondTitle,
      lead: t.secondLead,
      words: t.secondSubmit,
    },
    {
      when: data.mayDisable,
      intent: "disable",
      title: t.disableTitle,
      lead: t.disableLead,
      words: t.disableSubmit,
    },
    {
      when: data.mayEnable,
      intent: "enable",
      title: t.enableTitle,
      lead: t.enableLead,
      words: t.enableSubmit,
    },
  ];
  return (
    <>
      {measures
        .filter(({ when }) => when)
        .map(({ intent, title, lead, words }) => (
          <section key={intent} className="mt-8 max-w-2xl">
            <h2>{title}</h2>
            <p className="mt-1">{lead}</p>
            <form method="post" className="mt-3">
              <Button variant={intent === "enable" ? undefined : "danger"} name="intent" value={intent}>
                {words}
              </Button>
            </form>
          </section>
        ))}
      {data.isOwn && !data.reads && <p className="muted mt-8">{t.ownNote}</p>}
    </>
  );
}
