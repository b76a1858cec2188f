import { useForm } from "@conform-to/react";
import { data, redirect } from "react-router";
import { newPasswordForm } from "#app/domain/accounts/account-forms.ts";
import { completeRegistration } from "#app/features/accounts/complete-registration.ts";
import { findLink } from "#app/features/accounts/find-link.ts";
import { readForm } from "#app/http/read-form.ts";
import { requestContext } from "#app/http/request-context.ts";
import { accountErrorMessages } from "#app/i18n/messages/account-errors.ts";
import { registerMessages } from "#app/i18n/messages/register.ts";
import { signInMessages } from "#app/i18n/messages/sign-in.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldProps } from "#app/ui/conform-field.ts";
import { formErrors } from "#app/ui/form-errors.ts";
import type { Route } from "./+types/verify-email";
import { deviceOf } from "./device-of.ts";
import { entryForm, EntryPage } from "./entry-page.tsx";
import { ExpiredLink } from "./expired-link.tsx";
import { AccountName, NewPasswordInput } from "./new-password-input.tsx";
import { safeNext } from "./safe-next.ts";
import { secretPageHeaders } from "./secret-page.ts";
import { setSessionCookie } from "./session-cookie.ts";
import { waitingSentence } from "./waiting-sentence.ts";

export const headers = secretPageHeaders;

/** Looking changes nothing: mail scanners open links too. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, locale } = requestContext(context);
  const link = await findLink(ctx, "verify_email", params.token);
  return data({ locale, email: link?.email }, { status: link ? 200 : 404 });
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const here = requestContext(context);
  const sentences = accountErrorMessages[here.locale];
  const form = await readForm(request, newPasswordForm, { sentences, secret: ["password"] });
  if (!form.ok) return form.refused;
  const { token } = params;
  const answer = await completeRegistration(here.ctx, { ...deviceOf(request, here), token, ...form.value });
  if (answer.ok) {
    setSessionCookie(here, answer.session);
    return redirect(safeNext(answer.next) ?? "/companies/new", 303);
  }
  if (answer.reason === "link_expired") return redirect(`/verify-email/${encodeURIComponent(token)}`, 303);
  if (answer.reason === "already_registered") return redirect("/sign-in?news=registered", 303);
  if (answer.reason === "too_many_attempts")
    return form.refuse({ password: waitingSentence(here.locale, answer.retryAfterSeconds) }, 429);
  return form.refuse({ password: answer.reason });
}

export default function VerifyEmail({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, email } = loaderData;
  const t = registerMessages[locale];
  const [form, fields] = useForm({
    id: "verify",
    lastResult: actionData?.result ?? null,
    defaultValue: { password: "" },
  });
  if (!email) {
    const expired = signInMessages[locale];
    return (
      <ExpiredLink
        locale={locale}
        body={expired.linkExpiredVerify}
        again={{ href: "/register", label: expired.registerAgain }}
      />
    );
  }
  return (
    <EntryPage title={t.passwordTitle} lead={t.passwordLead({ email })} errors={formErrors(form)}>
      <form className={entryForm} method="post" id={form.id} noValidate>
        <AccountName email={email} />
        <NewPasswordInput {...fieldProps(fields.password)} label={t.password} locale={locale} />
        <Button variant="primary" className="w-full">
          {t.create}
        </Button>
      </form>
    </EntryPage>
  );
}
