import { useForm } from "@conform-to/react";
import type { SecondFactorOffer } from "#app/features/accounts/offer-second-factor.ts";
import type { FormResult } from "#app/http/read-form.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { accountMessages } from "#app/i18n/messages/account.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldProps } from "#app/ui/conform-field.ts";
import { formErrors } from "#app/ui/form-errors.ts";
import { CodeInput } from "./code-input.tsx";

/** The form of the first code, for the page to head with its errors. */
export function useSetupForm(result: FormResult | undefined) {
  const [form, { code }] = useForm({ id: "set-up", lastResult: result ?? null, defaultValue: { code: "" } });
  return { id: form.id, code, errors: formErrors(form) };
}

interface SetupProps {
  locale: Locale;
  offer: SecondFactorOffer;
  form: ReturnType<typeof useSetupForm>;
  next?: string | undefined;
}

/** Install, scan, prove: the same three steps at the first sign-in and on the account page. */
export function SecondFactorSetup({ locale, offer, form, next }: SetupProps) {
  const t = accountMessages[locale].second;
  return (
    <ol className="mt-8 grid gap-8">
      <li>
        <h2>1. {t.step1}</h2>
        <p className="measure mt-1">{t.step1Body}</p>
      </li>
      <li>
        <h2>2. {t.step2}</h2>
        <QrCode qr={offer.qr} label={t.qrLabel} />
        <p className="measure mt-3">{t.step2Body}</p>
        <p className="mt-1 font-mono break-words select-all">{offer.typed}</p>
      </li>
      <li>
        <h2>3. {t.step3}</h2>
        <form className="[&_.field]:my-3" method="post" id={form.id} noValidate>
          <input type="hidden" name="sealed" value={offer.sealed} />
          <input type="hidden" name="next" value={next ?? ""} />
          <CodeInput {...fieldProps(form.code)} label={t.code} digitsOnly />
          <Button variant="primary" name="intent" value="set-up">
            {t.confirm}
          </Button>
        </form>
      </li>
    </ol>
  );
}

const quietZone = 4;

/** Black on white in either theme, with the margin scanners need. */
function QrCode({ qr, label }: { qr: SecondFactorOffer["qr"]; label: string }) {
  const side = qr.size + 2 * quietZone;
  return (
    <svg
      className="border-base-300 mt-3 block w-52 border"
      viewBox={`${-quietZone} ${-quietZone} ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect x={-quietZone} y={-quietZone} width={side} height={side} fill="#fff" />
      <path d={qr.path} fill="#000" />
    </svg>
  );
}
