import type { LocalText } from "#app/domain/forms/definition.ts";
import { isRestrictedColumn, isRestrictedQuestion } from "#app/domain/forms/readable-question.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";
import { Glyph } from "../glyph.tsx";
import { type FormView, warningsAt } from "./form-view.ts";

interface FormHintProps {
  view: FormView;
  path: string;
  help?: LocalText | undefined;
  example?: LocalText | undefined;
  /** Further rules of the kind of answer, such as what files may be. */
  rule?: string | undefined;
}

/** What stands between a question and its box; undefined when there is nothing to say. */
export function formHint({ view, path, help, example, rule }: FormHintProps) {
  const t = sectionMessages[view.locale];
  const flag = view.flag(path);
  const warnings = warningsAt(view, path);
  const edited = view.edited(path);
  const restricted = isRestrictedAlone(view, path);
  if (!help && !example && !rule && !restricted && !flag && !edited && warnings.length === 0)
    return undefined;
  return (
    <>
      {help?.[view.locale]}
      {restricted && <span className="block">{t.restrictedNote}</span>}
      {rule && <span className="block">{rule}</span>}
      {example && <span className="block">{t.example({ text: example[view.locale] })}</span>}
      {flag && <FlagNote text={flag} />}
      {warnings.map((warning) => (
        <WarningNote key={warning}>{warning}</WarningNote>
      ))}
      {edited && <EditedNote text={t.editedBy(edited)} />}
    </>
  );
}

/** A section that is restricted as a whole says so once, at its head; so does a table. */
function isRestrictedAlone({ evaluation }: FormView, path: string): boolean {
  const [key = "", , column] = path.split("/");
  const question = evaluation.form.questionByKey.get(key);
  if (!question || question.section.section.restricted === true) return false;
  if (column === undefined) return isRestrictedQuestion(question);
  const cell = question.columnByKey.get(column);
  return cell !== undefined && isRestrictedColumn(cell.field) && !isRestrictedQuestion(question);
}

export function FlagNote({ text }: { text: string }) {
  return (
    <span className="st-warn my-1 block font-semibold">
      <Glyph name="warn" /> {text}
    </span>
  );
}

export function WarningNote({ children }: { children: string }) {
  return (
    <span className="st-warn block">
      <Glyph name="warn" /> {children}
    </span>
  );
}

export function EditedNote({ text }: { text: string }) {
  return (
    <span className="muted block text-sm">
      <Glyph name="pencil" /> {text}
    </span>
  );
}
