import type { Locale } from "#app/i18n/locale.ts";
import { workingDayMessages } from "#app/i18n/messages/working-days.ts";
import { Button } from "#app/ui/button.tsx";

export function RemoveTable({ locale }: { locale: Locale }) {
  const t = workingDayMessages[locale];
  return (
    <section className="measure rule mt-8 pt-4" aria-labelledby="remove-table">
      <h2 id="remove-table">{t.removeTable}</h2>
      <p className="muted mb-3">{t.removeHint}</p>
      <Button name="intent" value="check_remove">
        {t.checkRemove}
      </Button>
    </section>
  );
}
