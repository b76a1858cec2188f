import type { FormChoice as Choice } from "#app/features/calls/writing/list-call-history.ts";
import type { StandingCall } from "#app/features/calls/writing/standing-call.ts";
import { formatCount, formatDateTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { callWritingMessages } from "#app/i18n/messages/call-writing.ts";
import { Button } from "#app/ui/button.tsx";
import { Select } from "#app/ui/select.tsx";

interface Props {
  call: StandingCall;
  sections: number;
  forms: readonly Choice[];
  mayEdit: boolean;
  error: string | undefined;
  locale: Locale;
}

/** Which version of its form a call asks, and the way to where forms are written. */
export function FormChoice({ call, sections, forms, mayEdit, error, locale }: Props) {
  const t = callWritingMessages[locale];
  const used = forms.find(({ id }) => id === call.formVersionId);
  return (
    <section id="form" className="mt-8 max-w-3xl" tabIndex={-1}>
      <h2>{t.form}</h2>
      <p>
        {used ? t.formNow(String(used.version), formatCount(sections)) : t.noForm}
        {locale === "zh" ? "。" : ". "}
        <a href="/staff/forms">{t.toForms}</a>
      </p>
      {mayEdit && forms.length > 1 && (
        <form method="post" noValidate>
          <input type="hidden" name="callVersion" value={call.version} />
          <Select
            id="formVersionId"
            name="formVersionId"
            label={t.chooseForm}
            hint={t.chooseFormHint}
            defaultValue={call.formVersionId ?? ""}
            options={forms.map(({ id, version, createdAt }) => ({
              value: id,
              label: t.formVersion(String(version), formatDateTime(locale, createdAt)),
            }))}
            errors={error ? [error] : []}
          />
          <Button name="chooseForm" value="1">
            {t.chooseFormSubmit}
          </Button>
        </form>
      )}
    </section>
  );
}
