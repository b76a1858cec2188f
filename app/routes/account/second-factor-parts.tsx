import type { ComponentProps } from "react";
import type { SecondFactorState } from "#app/features/accounts/find-second-factor.ts";
import { formatDate } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { accountMessages } from "#app/i18n/messages/account.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldProps } from "#app/ui/conform-field.ts";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { CodeInput } from "./code-input.tsx";

export function SecondFactorOff({ locale }: { locale: Locale }) {
  const t = accountMessages[locale].second;
  return (
    <>
      <p className="mt-8">
        <Tag tone="line">{t.off}</Tag>
      </p>
      <p className="measure mt-3">{t.offLead}</p>
      <form method="post" className="mt-6">
        <Button variant="primary" name="intent" value="begin">
          {t.start}
        </Button>
      </form>
    </>
  );
}

interface OnProps {
  locale: Locale;
  factor: SecondFactorState;
  formId: string;
  code: Parameters<typeof fieldProps>[0];
}

/** One box for the code, and the two things it may be used for. */
export function SecondFactorOn({ locale, factor, formId, code }: OnProps) {
  const t = accountMessages[locale].second;
  const rows: ComponentProps<typeof SummaryList>["rows"] = [
    {
      term: t.tab,
      value: <Tag tone="ok">{t.on({ since: formatDate(locale, factor.setUpAt ?? "") })}</Tag>,
      note: factor.required ? t.required : undefined,
    },
    { term: t.codesLeft, value: t.codesLeftValue({ count: factor.recoveryCodesLeft }) },
  ];
  const [last, lastLead] = factor.required ? [t.replace, t.replaceLead] : [t.remove, t.removeLead];
  return (
    <>
      <SummaryList rows={rows} className="mt-8 max-w-2xl" />
      <form method="post" id={formId} noValidate>
        <CodeInput {...fieldProps(code)} label={t.codeNow} />
        <div className="grid max-w-2xl gap-6 sm:grid-cols-2">
          <div>
            <Button name="intent" value="renew">
              {t.renew}
            </Button>
            <p className="hint mt-2">{t.renewLead}</p>
          </div>
          <div>
            <Button variant="danger" name="intent" value="remove">
              {last}
            </Button>
            <p className="hint mt-2">{lastLead}</p>
          </div>
        </div>
      </form>
    </>
  );
}
