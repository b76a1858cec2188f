import { data, redirect } from "react-router";
import { acceptInvitationForm } from "#app/domain/accounts/account-forms.ts";
import {
  acceptStaffInvitation,
  acceptStaffInvitationAsNew,
} from "#app/features/accounts/accept-staff-invitation.ts";
import { findStaffInvitation } from "#app/features/accounts/find-staff-invitation.ts";
import { checkForm, readFormData } from "#app/http/read-form.ts";
import { type RequestContext, requestContext } from "#app/http/request-context.ts";
import { accountErrorMessages } from "#app/i18n/messages/account-errors.ts";
import { accountMessages } from "#app/i18n/messages/account.ts";
import { registerMessages } from "#app/i18n/messages/register.ts";
import { signInMessages } from "#app/i18n/messages/sign-in.ts";
import type { Route } from "./+types/staff-invitation";
import { AcceptPage } from "./accept-page.tsx";
import { deviceOf } from "./device-of.ts";
import { ExpiredLink } from "./expired-link.tsx";
import { landingPath } from "./landing-path.ts";
import { nextQuery } from "./safe-next.ts";
import { secretPageHeaders } from "./secret-page.ts";
import { setSessionCookie } from "./session-cookie.ts";
import { waitingSentence } from "./waiting-sentence.ts";

const pathOf = (token: string): string => `/staff-invitations/${encodeURIComponent(token)}`;

export const headers = secretPageHeaders;

/** An invitation to work or review for the fund. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, actor, locale, path } = requestContext(context);
  if (actor.kind === "person" && !actor.fullySignedIn)
    throw redirect(`/sign-in/second-factor${nextQuery(path)}`);
  const invitation = await findStaffInvitation(ctx, params.token);
  const person =
    actor.kind === "person"
      ? { email: actor.email, isCompanyMember: actor.memberships.length > 0 }
      : undefined;
  const { secondFactorRequired } = ctx.settings;
  const page = { locale, invitation, person, here: pathOf(params.token), secondFactorRequired };
  return data(page, { status: invitation ? 200 : 404 });
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const here = requestContext(context);
  const { token } = params;
  const formData = await readFormData(request);
  if (here.actor.kind !== "person") return join(here, request, formData, token);
  const answer = await acceptStaffInvitation(here.ctx, { ...deviceOf(request, here), token });
  if (!answer.ok) return redirect(pathOf(token), 303);
  return enter(here, answer);
}

async function join(here: RequestContext, request: Request, formData: FormData, token: string) {
  const sentences = accountErrorMessages[here.locale];
  const form = checkForm(formData, acceptInvitationForm, { sentences, secret: ["password"] });
  if (!form.ok) return form.refused;
  const answer = await acceptStaffInvitationAsNew(here.ctx, {
    ...deviceOf(request, here),
    ...form.value,
    token,
  });
  if (answer.ok) return enter(here, answer);
  switch (answer.reason) {
    case "too_many_attempts":
      return form.refuse({ password: waitingSentence(here.locale, answer.retryAfterSeconds) }, 429);
    case "link_expired":
    case "has_account":
    case "other_person":
    case "company_member":
      return redirect(pathOf(token), 303);
    default:
      return form.refuse({ password: answer.reason });
  }
}

type Accepted = Extract<Awaited<ReturnType<typeof acceptStaffInvitation>>, { ok: true }>;

function enter(here: RequestContext, { session, awaitsSecondFactor, landing }: Accepted) {
  setSessionCookie(here, session);
  return redirect(awaitsSecondFactor ? "/sign-in/second-factor" : landingPath[landing], 303);
}

export default function StaffInvitation({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, invitation, person, here, secondFactorRequired } = loaderData;
  const t = registerMessages[locale];
  if (!invitation) return <ExpiredLink locale={locale} body={signInMessages[locale].linkExpiredInvitation} />;
  const { role, comma } = accountMessages[locale];
  const roles = invitation.roles.map((each) => role[each]).join(comma);
  const newcomerLead = secondFactorRequired ? t.staffNew : t.staffNewWithoutSecond;
  return (
    <AcceptPage
      locale={locale}
      title={t.staffTitle}
      lead={
        <>
          {t.staffLead}
          {locale === "en" && " "}
          <b>{roles}</b>
        </>
      }
      email={invitation.email}
      invitation={invitation}
      person={
        person && { email: person.email, refused: person.isCompanyMember ? t.staffCompanyMember : undefined }
      }
      here={here}
      newcomer={{ lead: newcomerLead, submit: t.create, name: invitation.name }}
      result={actionData?.result}
    />
  );
}
