import type { Locale } from "#app/i18n/locale.ts";
import { peopleMessages } from "#app/i18n/messages/people.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldProps } from "#app/ui/conform-field.ts";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { TextArea } from "#app/ui/text-area.tsx";

type ConformField = Parameters<typeof fieldProps>[0];

interface JudgeFormProps {
  locale: Locale;
  formId: string;
  uscc: string;
  /** Of the company as shown: a licence uploaded meanwhile makes the verdict stale. */
  version: number;
  verdict: ConformField;
  reason: ConformField;
}

export function JudgeForm({ locale, formId, uscc, version, verdict, reason }: JudgeFormProps) {
  const t = peopleMessages[locale].company;
  return (
    <section className="mt-8 max-w-2xl">
      <h2>{t.judgeTitle}</h2>
      <p className="mt-1">{t.judgeLead}</p>
      <p className="my-3 font-mono text-xl tracking-widest">{uscc.match(/.{1,6}/g)?.join(" ")}</p>
      <form method="post" id={formId} noValidate className="[&_.field]:my-4">
        <input type="hidden" name="version" value={version} />
        <RadioGroup
          {...fieldProps(verdict)}
          label={t.verdict}
          options={[
            { value: "confirm", label: t.confirm },
            { value: "refuse", label: t.refuse },
          ]}
        />
        <TextArea {...fieldProps(reason)} label={t.reason} hint={t.reasonHint} rows={3} />
        <Button variant="primary">{t.submit}</Button>
      </form>
    </section>
  );
}
