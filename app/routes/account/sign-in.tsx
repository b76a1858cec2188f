import { useForm } from "@conform-to/react";
import { redirect } from "react-router";
import { signInForm } from "#app/domain/accounts/account-forms.ts";
import { signIn } from "#app/features/accounts/sign-in.ts";
import { readForm } from "#app/http/read-form.ts";
import { requestContext } from "#app/http/request-context.ts";
import { accountErrorMessages } from "#app/i18n/messages/account-errors.ts";
import { signInMessages } from "#app/i18n/messages/sign-in.ts";
import { BrowserScript } from "#app/ui/browser-script.tsx";
import { Button } from "#app/ui/button.tsx";
import { fieldProps } from "#app/ui/conform-field.ts";
import { formErrors } from "#app/ui/form-errors.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import type { Route } from "./+types/sign-in";
import { deviceOf } from "./device-of.ts";
import { entryForm, EntryPage } from "./entry-page.tsx";
import { landingPath, landingPathOf } from "./landing-path.ts";
import { nextQuery, safeNext } from "./safe-next.ts";
import { sessionToken, setSessionCookie } from "./session-cookie.ts";
import { waitingSentence } from "./waiting-sentence.ts";

const news = ["password-changed", "signed-out", "registered"] as const;

export function loader({ context, request }: Route.LoaderArgs) {
  const { actor, locale } = requestContext(context);
  const query = new URL(request.url).searchParams;
  const next = safeNext(query.get("next"));
  if (actor.kind === "person") {
    if (!actor.fullySignedIn) throw redirect(`/sign-in/second-factor${nextQuery(next)}`);
    throw redirect(next ?? landingPathOf(actor));
  }
  return { locale, next, news: news.find((each) => each === query.get("news")) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const here = requestContext(context);
  const sentences = accountErrorMessages[here.locale];
  const form = await readForm(request, signInForm, { sentences, secret: ["password"] });
  if (!form.ok) return form.refused;
  const { email, password } = form.value;
  const next = safeNext(form.value.next);
  const previousToken = sessionToken(request, here);
  const answer = await signIn(here.ctx, { ...deviceOf(request, here), email, password, previousToken });
  if (!answer.ok) {
    if (answer.reason === "wrong") return form.refuse({ password: "wrong" });
    return form.refuse({ password: waitingSentence(here.locale, answer.retryAfterSeconds) }, 429);
  }
  setSessionCookie(here, answer.session);
  if (answer.awaitsSecondFactor) return redirect(`/sign-in/second-factor${nextQuery(next)}`, 303);
  return redirect(next ?? landingPath[answer.landing], 303);
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, next } = loaderData;
  const t = signInMessages[locale];
  const [form, fields] = useForm({
    id: "sign-in",
    lastResult: actionData?.result ?? null,
    defaultValue: { email: "", password: "" },
  });
  return (
    <EntryPage title={t.title} errors={formErrors(form)} aside={<Help locale={locale} next={next} />}>
      {loaderData.news === "signed-out" && <BrowserScript name="forget-drafts" />}
      <News news={actionData ? undefined : loaderData.news} next={next} locale={locale} />
      <form className={entryForm} method="post" id={form.id} noValidate>
        <TextInput
          {...fieldProps(fields.email)}
          label={t.email}
          type="email"
          control={{ autoComplete: "username", spellCheck: false, autoCapitalize: "none" }}
        />
        <TextInput
          {...fieldProps(fields.password)}
          label={t.password}
          labelEnd={
            <a className="text-sm" href="/reset">
              {t.forgot}
            </a>
          }
          type="password"
          control={{ autoComplete: "current-password" }}
        />
        <input type="hidden" name="next" value={next ?? ""} />
        <Button variant="primary" className="w-full">
          {t.submit}
        </Button>
        <p className="hint mt-3">{t.secondFactorHint}</p>
      </form>
    </EntryPage>
  );
}

type Locale = Route.ComponentProps["loaderData"]["locale"];

function News(props: { news: (typeof news)[number] | undefined; next: string | undefined; locale: Locale }) {
  const t = signInMessages[props.locale];
  if (props.news === "password-changed") return <Notice tone="ok">{t.passwordChanged}</Notice>;
  if (props.news === "signed-out") return <Notice tone="ok">{t.signedOut}</Notice>;
  if (props.news === "registered") return <Notice>{t.alreadyRegistered}</Notice>;
  return props.next ? <Notice>{t.signInFirst}</Notice> : null;
}

function Help({ locale, next }: { locale: Locale; next: string | undefined }) {
  const t = signInMessages[locale];
  return (
    <>
      <h2>{t.firstTime}</h2>
      <p className="measure mt-2">{t.firstTimeBody}</p>
      <p className="mt-4">
        <LinkButton href={`/register${nextQuery(next)}`}>{t.register}</LinkButton>
      </p>
      <h2>{t.invited}</h2>
      <p className="measure mt-2">{t.invitedBody}</p>
      <h2>{t.stuck}</h2>
      <p className="measure mt-2">
        {t.stuckBody}
        {locale === "en" && " "}
        {t.stuckContact}
        <a href="/contact">{t.contactOffice}</a>
        {t.stuckEnd}
      </p>
    </>
  );
}
