import type { RawValue } from "#app/domain/forms/raw-answers.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";
import { ChoiceRow } from "../choice-row.tsx";
import { fieldId, type FormView } from "./form-view.ts";

interface ConflictChooserProps {
  view: FormView;
  path: string;
  /** The other person's answer as people read it. */
  shown: (value: RawValue) => string;
}

/** Both texts and a choice, beside the field. The box above keeps the reader's own. */
export function ConflictChooser({ view, path, shown }: ConflictChooserProps) {
  const conflict = view.conflicts.get(path);
  if (!conflict) return null;
  const t = sectionMessages[view.locale];
  const id = `${fieldId(path)}-conflict`;
  const { name, time, value } = conflict;
  const theirs = value === null ? "" : shown(value);
  return (
    <fieldset className="conflict notice notice--warn" id={id} data-conflict={path}>
      <legend className="font-semibold">{t.conflictTitle}</legend>
      <input type="hidden" name="conflict" value={path} />
      <p className="mt-1">
        {value === null ? t.conflictRowGone({ name, time }) : t.conflictTheirText({ name, time })}
      </p>
      {value !== null && (
        <blockquote className="conflict-text">{theirs === "" ? t.conflictEmpty : theirs}</blockquote>
      )}
      <ChoiceRow
        kind="radio"
        id={`${id}-mine`}
        name={`choose:${path}`}
        value="mine"
        label={t.conflictMine}
        checked={false}
      />
      <ChoiceRow
        kind="radio"
        id={`${id}-theirs`}
        name={`choose:${path}`}
        value="theirs"
        label={t.conflictTheirs}
        checked={false}
      />
    </fieldset>
  );
}
