import { useForm } from "@conform-to/react";
import { data, redirect } from "react-router";
import { newPasswordForm } from "#app/domain/accounts/account-forms.ts";
import { findLink } from "#app/features/accounts/find-link.ts";
import { resetPassword } from "#app/features/accounts/reset-password.ts";
import { readForm } from "#app/http/read-form.ts";
import { requestContext } from "#app/http/request-context.ts";
import { accountErrorMessages } from "#app/i18n/messages/account-errors.ts";
import { signInMessages } from "#app/i18n/messages/sign-in.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldProps } from "#app/ui/conform-field.ts";
import { formErrors } from "#app/ui/form-errors.ts";
import type { Route } from "./+types/reset-password";
import { entryForm, EntryPage } from "./entry-page.tsx";
import { ExpiredLink } from "./expired-link.tsx";
import { AccountName, NewPasswordInput } from "./new-password-input.tsx";
import { secretPageHeaders } from "./secret-page.ts";
import { clearSessionCookie } from "./session-cookie.ts";
import { waitingSentence } from "./waiting-sentence.ts";

export const headers = secretPageHeaders;

export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, locale } = requestContext(context);
  const link = await findLink(ctx, "reset_password", params.token);
  return data(
    { locale, email: link?.personId ? link.email : undefined },
    { status: link?.personId ? 200 : 404 },
  );
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const here = requestContext(context);
  const { locale, network } = here;
  const sentences = accountErrorMessages[locale];
  const form = await readForm(request, newPasswordForm, { sentences, secret: ["password"] });
  if (!form.ok) return form.refused;
  const { token } = params;
  const answer = await resetPassword(here.ctx, { token, password: form.value.password, network });
  if (answer.ok) {
    clearSessionCookie(here);
    return redirect("/sign-in?news=password-changed", 303);
  }
  if (answer.reason === "link_expired") return redirect(`/reset/${encodeURIComponent(token)}`, 303);
  if (answer.reason === "too_many_attempts")
    return form.refuse({ password: waitingSentence(locale, answer.retryAfterSeconds) }, 429);
  return form.refuse({ password: answer.reason });
}

export default function ResetPassword({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, email } = loaderData;
  const t = signInMessages[locale];
  const [form, fields] = useForm({
    id: "reset-password",
    lastResult: actionData?.result ?? null,
    defaultValue: { password: "" },
  });
  if (!email)
    return (
      <ExpiredLink
        locale={locale}
        body={t.linkExpiredReset}
        again={{ href: "/reset", label: t.resetAgain }}
      />
    );
  return (
    <EntryPage title={t.reset.newTitle} lead={t.reset.newLead({ email })} errors={formErrors(form)}>
      <form className={entryForm} method="post" id={form.id} noValidate>
        <AccountName email={email} />
        <NewPasswordInput {...fieldProps(fields.password)} label={t.password} locale={locale} />
        <Button variant="primary" className="w-full">
          {t.reset.newSubmit}
        </Button>
      </form>
    </EntryPage>
  );
}
