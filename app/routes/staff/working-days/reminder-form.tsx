import type { Locale } from "#app/i18n/locale.ts";
import { workingDayMessages } from "#app/i18n/messages/working-days.ts";
import { Button } from "#app/ui/button.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { remindersText } from "../reminders-text.ts";

interface ReminderFormProps {
  locale: Locale;
  days: readonly number[];
  version: number;
  mayChange: boolean;
  refused?: { text: string; days: string };
}

export function ReminderForm({ locale, days, version, mayChange, refused }: ReminderFormProps) {
  const t = workingDayMessages[locale];
  const now = <p className="mt-2">{remindersText(locale, days)}</p>;
  if (!mayChange) return now;
  return (
    <form method="post" noValidate className="measure [&_.field]:my-3">
      {now}
      <input type="hidden" name="version" value={version} />
      <TextInput
        id="days"
        name="days"
        label={t.reminderDays}
        hint={t.reminderHint}
        width="md"
        defaultValue={refused?.days ?? days.join(locale === "zh" ? "，" : ", ")}
        errors={refused ? [refused.text] : []}
        control={{ autoComplete: "off" }}
      />
      <Button>{t.saveReminders}</Button>
    </form>
  );
}
