import { data, redirect } from "react-router";
import { acceptInvitationForm } from "#app/domain/accounts/account-forms.ts";
import { mayJoinCompanies } from "#app/domain/companies/policy.ts";
import { registerInvited } from "#app/features/accounts/register-invited.ts";
import { acceptInvitation } from "#app/features/companies/accept-invitation.ts";
import { findInvitation } from "#app/features/companies/find-invitation.ts";
import { checkForm, readFormData } from "#app/http/read-form.ts";
import { type RequestContext, requestContext } from "#app/http/request-context.ts";
import { accountErrorMessages } from "#app/i18n/messages/account-errors.ts";
import { accountMessages } from "#app/i18n/messages/account.ts";
import { registerMessages } from "#app/i18n/messages/register.ts";
import { signInMessages } from "#app/i18n/messages/sign-in.ts";
import type { Route } from "./+types/invitation";
import { AcceptPage } from "./accept-page.tsx";
import { deviceOf } from "./device-of.ts";
import { ExpiredLink } from "./expired-link.tsx";
import { nextQuery } from "./safe-next.ts";
import { secretPageHeaders } from "./secret-page.ts";
import { setSessionCookie } from "./session-cookie.ts";
import { waitingSentence } from "./waiting-sentence.ts";

export const headers = secretPageHeaders;

/** An invitation to a company. The link shows who invites to what; only a button accepts. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, actor, locale, path } = requestContext(context);
  if (actor.kind === "person" && !actor.fullySignedIn)
    throw redirect(`/sign-in/second-factor${nextQuery(path)}`);
  const invitation = await findInvitation(ctx, params.token);
  const person =
    actor.kind === "person" ? { email: actor.email, mayJoin: mayJoinCompanies(actor) } : undefined;
  const here = `/invitations/${encodeURIComponent(params.token)}`;
  return data({ locale, invitation, person, here }, { status: invitation ? 200 : 404 });
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const here = requestContext(context);
  const formData = await readFormData(request);
  if (here.actor.kind === "person") return accept(here, params.token);
  return join(here, request, formData, params.token);
}

async function accept({ ctx }: RequestContext, token: string) {
  const answer = await acceptInvitation(ctx, { token });
  const here = `/invitations/${encodeURIComponent(token)}`;
  return redirect(answer.ok ? `/companies/${answer.companyId}?joined=1` : here, 303);
}

/** Account first, then membership; if the second is interrupted, the link still works for the new account. */
async function join(here: RequestContext, request: Request, formData: FormData, token: string) {
  const { locale } = here;
  const sentences = accountErrorMessages[locale];
  const form = checkForm(formData, acceptInvitationForm, { sentences, secret: ["password"] });
  if (!form.ok) return form.refused;
  const answer = await registerInvited(here.ctx, {
    ...deviceOf(request, here),
    ...form.value,
    token,
    locale,
  });
  if (answer.ok) {
    setSessionCookie(here, answer.session);
    return accept({ ...here, ctx: { ...here.ctx, actor: answer.actor } }, token);
  }
  if (answer.reason === "too_many_attempts")
    return form.refuse({ password: waitingSentence(locale, answer.retryAfterSeconds) }, 429);
  if (answer.reason === "link_expired" || answer.reason === "has_account")
    return redirect(`/invitations/${encodeURIComponent(token)}`, 303);
  return form.refuse({ password: answer.reason });
}

export default function Invitation({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, invitation, person, here } = loaderData;
  const t = registerMessages[locale];
  if (!invitation) return <ExpiredLink locale={locale} body={signInMessages[locale].linkExpiredInvitation} />;
  const company = (locale === "en" && invitation.companyNameEn) || invitation.companyNameZh;
  const role = accountMessages[locale].companyRole[invitation.role];
  return (
    <AcceptPage
      locale={locale}
      title={t.invitationTitle({ company })}
      lead={t.invitationLead({ invitedBy: invitation.invitedBy, role })}
      email={invitation.email}
      invitation={invitation}
      person={
        person && { email: person.email, refused: person.mayJoin ? undefined : t.invitationStaffAccount }
      }
      here={here}
      newcomer={{ lead: t.invitationNew, submit: t.createAndJoin, name: "" }}
      result={actionData?.result}
    />
  );
}
