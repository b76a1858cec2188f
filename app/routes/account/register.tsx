import { useForm } from "@conform-to/react";
import { data, redirect } from "react-router";
import { registrationForm } from "#app/domain/accounts/account-forms.ts";
import { requestRegistration } from "#app/features/accounts/request-registration.ts";
import { readForm } from "#app/http/read-form.ts";
import { requestContext } from "#app/http/request-context.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { accountErrorMessages } from "#app/i18n/messages/account-errors.ts";
import { registerMessages } from "#app/i18n/messages/register.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldProps } from "#app/ui/conform-field.ts";
import { formErrors } from "#app/ui/form-errors.ts";
import { TextInput } from "#app/ui/text-input.tsx";
import type { Route } from "./+types/register";
import { entryForm, EntryPage } from "./entry-page.tsx";
import { landingPathOf } from "./landing-path.ts";
import { MailSent } from "./mail-sent.tsx";
import { nextQuery, safeNext } from "./safe-next.ts";
import { waitingSentence } from "./waiting-sentence.ts";

export function loader({ context, request }: Route.LoaderArgs) {
  const { actor, ctx, locale } = requestContext(context);
  if (actor.kind === "person") throw redirect(landingPathOf(actor));
  const next = safeNext(new URL(request.url).searchParams.get("next"));
  return { locale, next, demoMail: ctx.settings.demo };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { ctx, locale, network } = requestContext(context);
  const sentences = accountErrorMessages[locale];
  const form = await readForm(request, registrationForm, { sentences });
  if (!form.ok) return form.refused;
  const { name, email } = form.value;
  const next = safeNext(form.value.next);
  const answer = await requestRegistration(ctx, { name, email, locale, next, network });
  if (!answer.ok) return form.refuse({ email: waitingSentence(locale, answer.retryAfterSeconds) }, 429);
  return data({ sentTo: email });
}

export default function Register({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, next, demoMail } = loaderData;
  const t = registerMessages[locale];
  const result = actionData && "result" in actionData ? actionData.result : null;
  const [form, fields] = useForm({
    id: "register",
    lastResult: result,
    defaultValue: { name: "", email: "" },
  });
  if (actionData && "sentTo" in actionData)
    return (
      <MailSent
        title={t.sentTitle}
        body={t.sentBody({ email: actionData.sentTo })}
        hint={t.sentHint}
        again={{ href: `/register${nextQuery(next)}`, label: t.sentAgain }}
        demoMail={demoMail}
      />
    );
  return (
    <EntryPage
      title={t.title}
      lead={t.lead}
      errors={formErrors(form)}
      aside={<Steps locale={locale} next={next} />}
    >
      <form className={entryForm} method="post" id={form.id} noValidate>
        <TextInput
          {...fieldProps(fields.name)}
          label={t.name}
          hint={t.nameHint}
          control={{ autoComplete: "name" }}
        />
        <TextInput
          {...fieldProps(fields.email)}
          label={t.email}
          hint={t.emailHint}
          type="email"
          control={{ autoComplete: "email", spellCheck: false, autoCapitalize: "none" }}
        />
        <input type="hidden" name="next" value={next ?? ""} />
        <Button variant="primary" className="w-full">
          {t.submit}
        </Button>
        <p className="hint mt-3">
          {t.privacyLead}
          <a href="/privacy">{t.privacy}</a>
          {locale === "zh" ? "。" : "."}
        </p>
      </form>
    </EntryPage>
  );
}

function Steps({ locale, next }: { locale: Locale; next: string | undefined }) {
  const t = registerMessages[locale];
  return (
    <>
      <h2>{t.stepsTitle}</h2>
      <ol className="measure mt-2 list-decimal ps-6">
        <li>{t.steps.email}</li>
        <li>{t.steps.password}</li>
        <li>{t.steps.company}</li>
      </ol>
      <h2>{t.colleague}</h2>
      <p className="measure mt-2">{t.colleagueBody}</p>
      <h2>{t.staff}</h2>
      <p className="measure mt-2">{t.staffBody}</p>
      <h2>{t.haveAccount}</h2>
      <p className="mt-2">
        <a href={`/sign-in${nextQuery(next)}`}>{t.signIn}</a>
      </p>
    </>
  );
}
