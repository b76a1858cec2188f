import { data, redirect } from "react-router";
import { acceptInvitationForm } from "#app/domain/accounts/account-forms.ts";
import { mayJoinCompanies } from "#app/domain/companies/policy.ts";
import { registerInvited } from "#app/features/accounts/register-invited.ts";
import { acceptTestInvitation } from "#app/features/applications/tests/accept-test-invitation.ts";
import { findTestInvitation } from "#app/features/applications/tests/find-test-invitation.ts";
import { checkForm, readFormData } from "#app/http/read-form.ts";
import { type RequestContext, requestContext } from "#app/http/request-context.ts";
import { formatDeadline } from "#app/i18n/format.ts";
import { accountErrorMessages } from "#app/i18n/messages/account-errors.ts";
import { callTesterMessages } from "#app/i18n/messages/call-testers.ts";
import type { Route } from "./+types/test-invitation";
import { AcceptPage } from "./accept-page.tsx";
import { deviceOf } from "./device-of.ts";
import { ExpiredLink } from "./expired-link.tsx";
import { nextQuery } from "./safe-next.ts";
import { secretPageHeaders } from "./secret-page.ts";
import { setSessionCookie } from "./session-cookie.ts";
import { waitingSentence } from "./waiting-sentence.ts";

export const headers = secretPageHeaders;

const addressOf = (token: string) => `/test-invitations/${encodeURIComponent(token)}`;

/** An invitation to try a call before it opens. Only a button accepts. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, actor, locale, path } = requestContext(context);
  if (actor.kind === "person" && !actor.fullySignedIn)
    throw redirect(`/sign-in/second-factor${nextQuery(path)}`);
  const invitation = await findTestInvitation(ctx, params.token);
  const person =
    actor.kind === "person" ? { email: actor.email, mayTry: mayJoinCompanies(actor) } : undefined;
  const here = addressOf(params.token);
  return data({ locale, invitation, person, here }, { status: invitation ? 200 : 404 });
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const here = requestContext(context);
  const formData = await readFormData(request);
  if (here.actor.kind === "person") return accept(here, params.token);
  return join(here, request, formData, params.token);
}

async function accept({ ctx }: RequestContext, token: string) {
  const answer = await acceptTestInvitation(ctx, { token });
  return redirect(answer.ok ? "/calls-to-try" : addressOf(token), 303);
}

/** Account first, then the invitation; if the second is interrupted, the link still works for the new account. */
async function join(here: RequestContext, request: Request, formData: FormData, token: string) {
  const { locale } = here;
  const sentences = accountErrorMessages[locale];
  const form = checkForm(formData, acceptInvitationForm, { sentences, secret: ["password"] });
  if (!form.ok) return form.refused;
  const answer = await registerInvited(here.ctx, {
    ...deviceOf(request, here),
    ...form.value,
    ...{ token, locale },
  });
  if (answer.ok) {
    setSessionCookie(here, answer.session);
    return accept({ ...here, ctx: { ...here.ctx, actor: answer.actor } }, token);
  }
  if (answer.reason === "too_many_attempts")
    return form.refuse({ password: waitingSentence(locale, answer.retryAfterSeconds) }, 429);
  if (answer.reason === "link_expired" || answer.reason === "has_account")
    return redirect(addressOf(token), 303);
  return form.refuse({ password: answer.reason });
}

export default function TestInvitation({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, invitation, person, here } = loaderData;
  const t = callTesterMessages[locale].invitation;
  if (!invitation) return <ExpiredLink locale={locale} body={t.expired} />;
  const { call, opensAt, invitedBy } = invitation;
  return (
    <AcceptPage
      locale={locale}
      title={t.title(`${call.code} ${call.title[locale]}`)}
      lead={
        <>
          {t.lead(invitedBy)} {opensAt && t.until(formatDeadline(locale, opensAt))}
        </>
      }
      email={invitation.email}
      invitation={invitation}
      person={person && { email: person.email, refused: person.mayTry ? undefined : t.refused }}
      here={here}
      newcomer={{ lead: t.newcomer, submit: t.submit, name: "" }}
      result={actionData?.result}
    />
  );
}
