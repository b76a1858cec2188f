import type { FormDraft } from "#app/features/forms/find-form-draft.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { builderVersionMessages } from "#app/i18n/messages/builder-versions.ts";
import { Button } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { DifferenceList } from "./difference-list.tsx";
import type { ShownDifference } from "./difference-words.ts";

export interface ShownCorrection {
  kind: "texts" | "structure" | "nothing";
  /** Of texts, all that differs; of a structure, what cannot be changed. */
  differences: ShownDifference[];
}

interface CorrectTextsProps {
  draft: Pick<FormDraft, "version">;
  correction: ShownCorrection;
  /** As typed where it was refused. */
  reason: string;
  errors: readonly string[];
  locale: Locale;
}

/** After opening: what the draft would put right, and why. */
export function CorrectTexts({ draft, correction, reason, errors, locale }: CorrectTextsProps) {
  const t = builderVersionMessages[locale];
  return (
    <form method="post" className="rule mt-6 pt-4" noValidate>
      <h2>{t.correct}</h2>
      <p className="muted measure">{t.correctHint}</p>
      {correction.kind === "nothing" && <p className="mt-3">{t.correctNothing}</p>}
      {correction.kind === "structure" && <p className="mt-3 font-semibold">{t.correctRefused}</p>}
      {correction.kind !== "nothing" && (
        <DifferenceList differences={correction.differences} locale={locale} />
      )}
      {correction.kind === "texts" && (
        <div className="measure">
          <TextArea
            id="reason"
            name="reason"
            label={t.correctReason}
            hint={t.correctReasonHint}
            rows={2}
            defaultValue={reason}
            errors={errors}
          />
          <Button name="correct" value={draft.version} variant="primary">
            {t.correctSubmit}
          </Button>
        </div>
      )}
    </form>
  );
}
