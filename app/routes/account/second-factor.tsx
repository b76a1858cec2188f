import { useForm } from "@conform-to/react";
import { data, redirect } from "react-router";
import { secondFactorForm, setUpSecondFactorForm } from "#app/domain/accounts/account-forms.ts";
import { findSecondFactor } from "#app/features/accounts/find-second-factor.ts";
import { offerSecondFactor, type SecondFactorOffer } from "#app/features/accounts/offer-second-factor.ts";
import { renewRecoveryCodes } from "#app/features/accounts/renew-recovery-codes.ts";
import { setUpSecondFactor } from "#app/features/accounts/set-up-second-factor.ts";
import { takeOffSecondFactor } from "#app/features/accounts/take-off-second-factor.ts";
import { checkForm, type FormResult, readFormData } from "#app/http/read-form.ts";
import { signedIn } from "#app/http/request-context.ts";
import { accountErrorMessages } from "#app/i18n/messages/account-errors.ts";
import { accountMessages } from "#app/i18n/messages/account.ts";
import type { Route } from "./+types/second-factor";
import { AccountPage } from "./account-page.tsx";
import { deviceOf } from "./device-of.ts";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { SecondFactorOff, SecondFactorOn } from "./second-factor-parts.tsx";
import { SecondFactorSetup, useSetupForm } from "./second-factor-setup.tsx";
import { setSessionCookie } from "./session-cookie.ts";
import { waitingSentence } from "./waiting-sentence.ts";

const ownPath = "/account/second-factor";

type Here = ReturnType<typeof signedIn>;
type Reply = { result?: FormResult; offer?: SecondFactorOffer | undefined; recoveryCodes?: string[] };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { ctx, locale } = signedIn(context);
  const factor = await findSecondFactor(ctx);
  const removed = new URL(request.url).searchParams.has("removed");
  return { locale, factor, removed };
}

/** Set up, renew the codes, take off: which one the pressed button says. */
export async function action({ context, request }: Route.ActionArgs) {
  const here = signedIn(context);
  const formData = await readFormData(request);
  const intent = formData.get("intent");
  if (intent === "begin") return data<Reply>({ offer: offerSecondFactor(here.ctx) });
  if (intent === "set-up") return setUp(here, request, formData);
  return changeExisting(here, formData, intent === "renew" ? "renew" : "remove");
}

async function setUp(here: Here, request: Request, formData: FormData) {
  const sentences = accountErrorMessages[here.locale];
  const form = checkForm(formData, setUpSecondFactorForm, { sentences, secret: ["code"] });
  const offer = offerSecondFactor(here.ctx, String(formData.get("sealed") ?? ""));
  if (!form.ok) return data<Reply>({ ...form.refused.data, offer }, { status: 400 });
  const answer = await setUpSecondFactor(here.ctx, { ...deviceOf(request, here), ...form.value });
  if (answer.ok) {
    setSessionCookie(here, answer.session);
    return data<Reply>({ recoveryCodes: answer.recoveryCodes });
  }
  if (answer.reason === "signed_out" || answer.reason === "already_set_up") throw redirect(ownPath, 303);
  const waits = answer.reason === "too_many_attempts";
  const sentence = waits ? waitingSentence(here.locale, answer.retryAfterSeconds) : answer.reason;
  return data<Reply>({ ...form.refuse({ code: sentence }).data, offer }, { status: waits ? 429 : 400 });
}

async function changeExisting({ ctx, locale }: Here, formData: FormData, change: "renew" | "remove") {
  const form = checkForm(formData, secondFactorForm, {
    sentences: accountErrorMessages[locale],
    secret: ["code"],
  });
  if (!form.ok) return data<Reply>(form.refused.data, { status: 400 });
  const renewed = change === "renew" ? await renewRecoveryCodes(ctx, form.value) : undefined;
  if (renewed?.ok) return data<Reply>({ recoveryCodes: renewed.recoveryCodes });
  const answer = renewed ?? (await takeOffSecondFactor(ctx, form.value));
  if (answer.ok) return redirect(`${ownPath}?removed=1`, 303);
  if (answer.reason === "not_allowed" || answer.reason === "not_set_up") throw redirect(ownPath, 303);
  const waits = answer.reason === "too_many_attempts";
  const sentence = waits ? waitingSentence(locale, answer.retryAfterSeconds) : answer.reason;
  return data<Reply>(form.refuse({ code: sentence }).data, { status: waits ? 429 : 400 });
}

export default function SecondFactor({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, factor, removed } = loaderData;
  const t = accountMessages[locale].second;
  const reply = actionData as Reply | undefined;
  const [form, fields] = useForm({
    id: "second-factor",
    lastResult: reply?.result ?? null,
    defaultValue: { code: "" },
  });
  const setup = useSetupForm(reply?.offer ? reply.result : undefined);
  if (reply?.recoveryCodes)
    return (
      <div className="wrap pt-10">
        <RecoveryCodes locale={locale} codes={reply.recoveryCodes} next={ownPath} />
      </div>
    );
  if (reply?.offer)
    return (
      <AccountPage locale={locale} section="second" errors={setup.errors}>
        <SecondFactorSetup locale={locale} offer={reply.offer} form={setup} />
      </AccountPage>
    );
  const errors = Object.values(form.allErrors).flatMap((sentences) =>
    (sentences ?? []).map((text) => ({ href: `#${fields.code.id}`, text })),
  );
  return (
    <AccountPage
      locale={locale}
      section="second"
      errors={errors}
      done={removed && !reply && !factor?.setUpAt ? t.removed : undefined}
    >
      {factor?.setUpAt ? (
        <SecondFactorOn locale={locale} factor={factor} formId={form.id} code={fields.code} />
      ) : (
        <SecondFactorOff locale={locale} />
      )}
    </AccountPage>
  );
}
