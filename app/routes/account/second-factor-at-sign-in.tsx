import { useForm } from "@conform-to/react";
import { data, redirect } from "react-router";
import { secondFactorForm, setUpSecondFactorForm } from "#app/domain/accounts/account-forms.ts";
import { findSecondFactor } from "#app/features/accounts/find-second-factor.ts";
import { giveSecondFactor } from "#app/features/accounts/give-second-factor.ts";
import { offerSecondFactor } from "#app/features/accounts/offer-second-factor.ts";
import { setUpSecondFactor } from "#app/features/accounts/set-up-second-factor.ts";
import { checkForm, type FormResult, readFormData } from "#app/http/read-form.ts";
import { type RequestContext, requestContext } from "#app/http/request-context.ts";
import { accountErrorMessages } from "#app/i18n/messages/account-errors.ts";
import { signInMessages } from "#app/i18n/messages/sign-in.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldProps } from "#app/ui/conform-field.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { formErrors } from "#app/ui/form-errors.ts";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/second-factor-at-sign-in";
import { CodeInput } from "./code-input.tsx";
import { deviceOf } from "./device-of.ts";
import { entryForm, EntryPage } from "./entry-page.tsx";
import { landingPath, landingPathOf } from "./landing-path.ts";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { nextQuery, safeNext } from "./safe-next.ts";
import { SecondFactorSetup, useSetupForm } from "./second-factor-setup.tsx";
import { setSessionCookie } from "./session-cookie.ts";
import { waitingSentence } from "./waiting-sentence.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { ctx, actor, locale } = requestContext(context);
  const next = safeNext(new URL(request.url).searchParams.get("next"));
  if (actor.kind !== "person") throw redirect(`/sign-in${nextQuery(next)}`);
  if (actor.fullySignedIn) throw redirect(next ?? landingPathOf(actor));
  const factor = await findSecondFactor(ctx);
  return { locale, next, offer: factor?.setUpAt ? undefined : offerSecondFactor(ctx) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const here = requestContext(context);
  const formData = await readFormData(request);
  return formData.get("intent") === "set-up" ? setUp(here, request, formData) : give(here, request, formData);
}

async function give(here: RequestContext, request: Request, formData: FormData) {
  const sentences = accountErrorMessages[here.locale];
  const form = checkForm(formData, secondFactorForm, { sentences, secret: ["code"] });
  if (!form.ok) return form.refused;
  const answer = await giveSecondFactor(here.ctx, { ...deviceOf(request, here), code: form.value.code });
  if (answer.ok) {
    setSessionCookie(here, answer.session);
    return redirect(safeNext(form.value.next) ?? landingPath[answer.landing], 303);
  }
  if (answer.reason === "too_many_attempts")
    return form.refuse({ code: waitingSentence(here.locale, answer.retryAfterSeconds) }, 429);
  if (answer.reason === "signed_out") throw redirect("/sign-in", 303);
  return form.refuse({ code: answer.reason });
}

async function setUp(here: RequestContext, request: Request, formData: FormData) {
  const sentences = accountErrorMessages[here.locale];
  const form = checkForm(formData, setUpSecondFactorForm, { sentences, secret: ["code"] });
  const offer = offerSecondFactor(here.ctx, String(formData.get("sealed") ?? ""));
  const again = (result: FormResult, status: number) => data({ result, offer }, { status });
  if (!form.ok) return again(form.refused.data.result, 400);
  const answer = await setUpSecondFactor(here.ctx, { ...deviceOf(request, here), ...form.value });
  if (answer.ok) {
    setSessionCookie(here, answer.session);
    const next = safeNext(form.value.next) ?? landingPath[answer.landing];
    return data({ recoveryCodes: answer.recoveryCodes, next });
  }
  if (answer.reason === "too_many_attempts")
    return again(
      form.refuse({ code: waitingSentence(here.locale, answer.retryAfterSeconds) }).data.result,
      429,
    );
  if (answer.reason === "signed_out") throw redirect("/sign-in", 303);
  if (answer.reason === "already_set_up") throw redirect("/sign-in/second-factor", 303);
  return again(form.refuse({ code: answer.reason }).data.result, 400);
}

export default function SecondFactorAtSignIn({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, next } = loaderData;
  const t = signInMessages[locale].second;
  const setup = useSetupForm(actionData && "offer" in actionData ? actionData.result : undefined);
  if (actionData && "recoveryCodes" in actionData)
    return (
      <div className="wrap pt-10 lg:pt-16">
        <RecoveryCodes locale={locale} codes={actionData.recoveryCodes} next={actionData.next} />
      </div>
    );
  const offer = (actionData && "offer" in actionData ? actionData.offer : undefined) ?? loaderData.offer;
  if (!offer) return <GiveCode {...{ locale, next }} result={actionData?.result} />;
  return (
    <div className="wrap pt-10 lg:pt-16">
      <PageTitle hasErrors={setup.errors.length > 0}>{t.setUpTitle}</PageTitle>
      <ErrorSummary errors={setup.errors} />
      <h1>{t.setUpTitle}</h1>
      <p className="measure mt-3">{t.setUpLead}</p>
      <SecondFactorSetup locale={locale} offer={offer} form={setup} next={next} />
      <OtherAccount words={t.otherAccount} />
    </div>
  );
}

interface GiveCodeProps {
  locale: Route.ComponentProps["loaderData"]["locale"];
  next: string | undefined;
  result: FormResult | undefined;
}

function GiveCode({ locale, next, result }: GiveCodeProps) {
  const t = signInMessages[locale].second;
  const [form, fields] = useForm({
    id: "second-factor",
    lastResult: result ?? null,
    defaultValue: { code: "" },
  });
  const aside = (
    <>
      <h2>{t.lost}</h2>
      <p className="measure mt-2">{t.lostBody}</p>
    </>
  );
  return (
    <EntryPage title={t.title} lead={t.lead} errors={formErrors(form)} aside={aside}>
      <form className={entryForm} method="post" id={form.id} noValidate>
        <CodeInput {...fieldProps(fields.code)} label={t.code} hint={t.codeHint} />
        <input type="hidden" name="next" value={next ?? ""} />
        <Button variant="primary" className="w-full">
          {t.submit}
        </Button>
      </form>
      <OtherAccount words={t.otherAccount} />
    </EntryPage>
  );
}

function OtherAccount({ words }: { words: string }) {
  return (
    <form method="post" action="/sign-out" className="mt-6">
      <Button variant="quiet">{words}</Button>
    </form>
  );
}
