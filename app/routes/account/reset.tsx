import { useForm } from "@conform-to/react";
import { data } from "react-router";
import { resetForm } from "#app/domain/accounts/account-forms.ts";
import { requestPasswordReset } from "#app/features/accounts/request-password-reset.ts";
import { readForm } from "#app/http/read-form.ts";
import { requestContext } from "#app/http/request-context.ts";
import { accountErrorMessages } from "#app/i18n/messages/account-errors.ts";
import { signInMessages } from "#app/i18n/messages/sign-in.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldProps } from "#app/ui/conform-field.ts";
import { formErrors } from "#app/ui/form-errors.ts";
import { TextInput } from "#app/ui/text-input.tsx";
import type { Route } from "./+types/reset";
import { entryForm, EntryPage } from "./entry-page.tsx";
import { MailSent } from "./mail-sent.tsx";
import { waitingSentence } from "./waiting-sentence.ts";

export function loader({ context }: Route.LoaderArgs) {
  const { ctx, locale } = requestContext(context);
  return { locale, demoMail: ctx.settings.demo };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { ctx, locale, network } = requestContext(context);
  const form = await readForm(request, resetForm, { sentences: accountErrorMessages[locale] });
  if (!form.ok) return form.refused;
  const { email } = form.value;
  const answer = await requestPasswordReset(ctx, { email, network });
  if (!answer.ok) return form.refuse({ email: waitingSentence(locale, answer.retryAfterSeconds) }, 429);
  return data({ sentTo: email });
}

export default function Reset({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, demoMail } = loaderData;
  const t = signInMessages[locale].reset;
  const result = actionData && "result" in actionData ? actionData.result : null;
  const [form, fields] = useForm({ id: "reset", lastResult: result, defaultValue: { email: "" } });
  if (actionData && "sentTo" in actionData)
    return (
      <MailSent
        title={t.sentTitle}
        body={t.sentBody({ email: actionData.sentTo })}
        hint={t.sentHint}
        again={{ href: "/reset", label: signInMessages[locale].resetAgain }}
        demoMail={demoMail}
      />
    );
  return (
    <EntryPage title={t.title} lead={t.lead} errors={formErrors(form)}>
      <form className={entryForm} method="post" id={form.id} noValidate>
        <TextInput
          {...fieldProps(fields.email)}
          label={signInMessages[locale].email}
          type="email"
          control={{ autoComplete: "username", spellCheck: false, autoCapitalize: "none" }}
        />
        <Button variant="primary" className="w-full">
          {t.submit}
        </Button>
      </form>
      <p className="mt-4">
        <a href="/sign-in">{t.backToSignIn}</a>
      </p>
    </EntryPage>
  );
}
