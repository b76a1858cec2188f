import type { Locale } from "#app/i18n/locale.ts";
import { workingDayMessages } from "#app/i18n/messages/working-days.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { PasteOutcome } from "./read-holiday-form.ts";

interface PasteFieldsProps {
  locale: Locale;
  pasted: string;
  error: string | undefined;
  open: boolean;
}

/** The quickest way to a year: the notice itself. */
export function PasteFields({ locale, pasted, error, open }: PasteFieldsProps) {
  const t = workingDayMessages[locale];
  return (
    <details className="measure my-4" open={open}>
      <summary>{t.pasteTitle}</summary>
      <TextArea
        id="pasted"
        name="pasted"
        rows={8}
        label={t.paste}
        hint={t.pasteHint}
        optional
        defaultValue={pasted}
        errors={error ? [error] : []}
      />
      <Button name="intent" value="read">
        {t.read}
      </Button>
    </details>
  );
}

export function PasteOutcomeNotice({ locale, outcome }: { locale: Locale; outcome: PasteOutcome }) {
  const t = workingDayMessages[locale];
  const { holidays, worked, unread } = outcome;
  return (
    <Notice tone={unread.length > 0 ? "warn" : "ok"} role="status" className="measure my-4">
      <p>{t.readDone(holidays, worked)}</p>
      {unread.length > 0 && (
        <>
          <p className="mt-2">{t.unread}</p>
          <ul className="list-disc ps-5">
            {unread.map((line, index) => (
              <li key={index} className="break-words">
                {line}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
