import { compositeOf } from "#app/domain/forms/composite-field.ts";
import type { Field } from "#app/domain/forms/definition.ts";
import type { Fault } from "#app/domain/forms/issue.ts";
import { doubtfulAmount } from "#app/domain/forms/parse-figure.ts";
import type { RawValue } from "#app/domain/forms/raw-answers.ts";
import { amountMessages } from "#app/i18n/messages/doubtful-amounts.ts";
import { Glyph } from "../glyph.tsx";
import { fieldId, type FormView, textOf } from "./form-view.ts";

interface AmountNoteProps {
  view: FormView;
  field: Field;
  path: string;
  raw: RawValue | undefined;
  /** In a row, where the note stands under all its cells: which one it is about. */
  label?: string;
}

/** What is to be asked at an amount; nothing once somebody said that it is right. */
export function amountDoubt({ view, field, path, raw }: AmountNoteProps): Fault | undefined {
  if (field.type !== "money" || compositeOf(field) || !view.confirmedAmounts || !view.isOpen(path))
    return undefined;
  const doubt = doubtfulAmount(field, textOf(raw));
  return doubt?.level === "warning" && view.confirmedAmounts.has(path) ? undefined : doubt;
}

/** Asks whether 元 were typed, with the answer one press away: in 万元 after all, or right as it is. */
export function AmountNote(props: AmountNoteProps) {
  const { view, path, label } = props;
  const doubt = amountDoubt(props);
  if (!doubt) return null;
  const t = amountMessages[view.locale];
  const wan = doubt.params["wan"]?.[view.locale] ?? "";
  return (
    <div className="amount-note" id={`${fieldId(path)}-doubt`} data-wan={wan}>
      <p>
        <Glyph name="warn" /> {label !== undefined && t.at({ label })}
        {t.ask({ meant: doubt.params["meant"]?.[view.locale] ?? "" })}
      </p>
      <button className="btn btn-sm" type="submit" name="intent" value={`in-wan:${path}`}>
        {t.inWan({ wan })}
      </button>
      {doubt.level === "warning" && (
        <button className="btn btn-sm" type="submit" name="intent" value={`confirm-amount:${path}`}>
          {t.isRight}
        </button>
      )}
    </div>
  );
}
