import { useForm } from "@conform-to/react";
import { redirect } from "react-router";
import { changePasswordForm } from "#app/domain/accounts/account-forms.ts";
import { changePassword } from "#app/features/accounts/change-password.ts";
import { readForm } from "#app/http/read-form.ts";
import { signedIn } from "#app/http/request-context.ts";
import { accountErrorMessages } from "#app/i18n/messages/account-errors.ts";
import { accountMessages } from "#app/i18n/messages/account.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldProps } from "#app/ui/conform-field.ts";
import { formErrors } from "#app/ui/form-errors.ts";
import { TextInput } from "#app/ui/text-input.tsx";
import type { Route } from "./+types/password";
import { AccountPage } from "./account-page.tsx";
import { deviceOf } from "./device-of.ts";
import { AccountName, NewPasswordInput } from "./new-password-input.tsx";
import { setSessionCookie } from "./session-cookie.ts";
import { waitingSentence } from "./waiting-sentence.ts";

export function loader({ context, request }: Route.LoaderArgs) {
  const { actor, locale } = signedIn(context);
  return { locale, email: actor.email, changed: new URL(request.url).searchParams.has("changed") };
}

export async function action({ context, request }: Route.ActionArgs) {
  const here = signedIn(context);
  const sentences = accountErrorMessages[here.locale];
  const form = await readForm(request, changePasswordForm, { sentences, secret: ["current", "password"] });
  if (!form.ok) return form.refused;
  const answer = await changePassword(here.ctx, { ...deviceOf(request, here), ...form.value });
  if (answer.ok) {
    setSessionCookie(here, answer.session);
    return redirect("/account/password?changed=1", 303);
  }
  if (answer.reason === "not_allowed") throw redirect("/sign-in", 303);
  if (answer.reason === "too_many_attempts")
    return form.refuse({ current: waitingSentence(here.locale, answer.retryAfterSeconds) }, 429);
  const field = answer.reason === "wrong_password" || answer.reason === "stale" ? "current" : "password";
  return form.refuse({ [field]: answer.reason });
}

export default function Password({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, email, changed } = loaderData;
  const t = accountMessages[locale].password;
  const [form, fields] = useForm({
    id: "change-password",
    lastResult: actionData?.result ?? null,
    defaultValue: { current: "", password: "" },
  });
  const done = changed && !actionData ? t.changed : undefined;
  return (
    <AccountPage locale={locale} section="password" errors={formErrors(form)} done={done}>
      <p className="measure mt-8">{t.lead}</p>
      <form className="max-w-md" method="post" id={form.id} noValidate>
        <AccountName email={email} />
        <TextInput
          {...fieldProps(fields.current)}
          label={t.current}
          type="password"
          control={{ autoComplete: "current-password" }}
        />
        <NewPasswordInput {...fieldProps(fields.password)} label={t.next} locale={locale} />
        <Button variant="primary">{t.submit}</Button>
      </form>
    </AccountPage>
  );
}
