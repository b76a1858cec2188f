import type { Locale } from "#app/i18n/locale.ts";
import { proposalMessages } from "#app/i18n/messages/proposal.ts";
import { Button } from "#app/ui/button.tsx";

interface AnewFormProps {
  locale: Locale;
  reference: string;
  version: number;
}

/** Works the proposal out anew with what was changed by hand. */
export function AnewForm({ locale, reference, version }: AnewFormProps) {
  const t = proposalMessages[locale].change;
  return (
    <form method="post" action={`/staff/assignments/${reference}/proposal`} className="my-4 max-w-3xl">
      <input type="hidden" name="version" value={version} />
      <p className="muted mb-2 text-sm">{t.anewText}</p>
      <Button size="sm" name="intent" value="anew">
        {t.anew}
      </Button>
    </form>
  );
}
