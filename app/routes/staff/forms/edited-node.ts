import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { applyEdit } from "#app/domain/forms/edit/apply-edit.ts";
import type { EditOperation } from "#app/domain/forms/edit/edit-operation.ts";
import { findNode, type FormNode } from "#app/domain/forms/edit/find-node.ts";
import { retyped } from "#app/domain/forms/edit/node-shape.ts";
import { brokenBy, removalOf } from "#app/domain/forms/edit/outline-edits.ts";
import type { Context } from "#app/features/context.ts";
import { editFormDraft } from "#app/features/forms/edit-form-draft.ts";
import type { FormDraft } from "#app/features/forms/find-form-draft.ts";
import { startingList } from "#app/features/forms/starting-list.ts";
import { found, notFound } from "#app/http/not-found.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { builderMessages } from "#app/i18n/messages/builder.ts";
import { definitionPlaceWords } from "#app/i18n/messages/definition-problems.ts";
import { plainWords } from "./difference-words.ts";
import type { EditorPlace, Typed } from "./editor-place.ts";
import { problemWords } from "./node-name.ts";
import { addressOf, formToken } from "./node-token.ts";
import { baseField, postedEdits } from "./posted-edits.ts";
import { propertiesAt } from "./properties-at.ts";
import { readProblemWords } from "./read-problem-words.ts";

export interface EditRefusal {
  /** `field` is what the sentence stands beside. */
  errors: { field: string; text: string }[];
  /** What stands there now, where somebody else changed it. */
  theirs?: { property: string; words: string[] };
  typed: Typed;
}

/** What an address names; undefined for what is not there. */
export function placeAt(definition: FormDefinition, token: string | null): EditorPlace | undefined {
  if (token === formToken)
    return { definition, at: undefined, node: { ...definition, key: formToken } as unknown as FormNode };
  const at = addressOf(token);
  const node = at && findNode(definition, at)?.node;
  return node && { definition, at, node };
}

/** Saves what was changed on the page; undefined when that is done or there was nothing to do. */
export async function saveNode(
  ctx: Context,
  draft: FormDraft,
  place: EditorPlace,
  typed: Typed,
  locale: Locale,
): Promise<EditRefusal | undefined> {
  const { operations, unread } = postedEdits(propertiesAt(place), typed, place);
  if (unread.length > 0)
    return {
      errors: unread.map(({ problem }) => ({
        field: problem.field,
        text: readProblemWords(problem, locale),
      })),
      typed,
    };
  if (operations.length === 0) return undefined;
  const result = await editFormDraft(ctx, { draftId: draft.id, operations });
  if (result.ok) return undefined;
  if (result.reason !== "problem") throw notFound();
  const { problem } = result;
  // The first that does not go by itself is the one the sentence is about.
  const culprit = operations.find((operation) => !applyEdit(draft.definition, operation).ok);
  const property = culprit?.op === "set" ? culprit.property : "";
  const errors = [{ field: property, text: problemWords(problem, locale) }];
  if (problem.code !== "changed") return { errors, typed };
  const now = problem.now === undefined ? "" : JSON.stringify(problem.now);
  const words = plainWords(property, problem.now, place, locale);
  return { errors, theirs: { property, words }, typed: { ...typed, [baseField(property)]: now } };
}

/** Removes the node, unless something else still needs it. */
export async function removeNode(
  ctx: Context,
  draft: FormDraft,
  { at }: EditorPlace,
  locale: Locale,
): Promise<EditRefusal | undefined> {
  const t = builderMessages[locale];
  const operation = found(at && removalOf(draft.definition, at));
  const broken = brokenBy(draft.definition, operation);
  if (broken.length > 0) {
    const places = [...new Set(broken.map(({ place }) => definitionPlaceWords(place, locale)))];
    const text = `${t.removeRefused}${locale === "zh" ? places.join("；") : ` ${places.join("; ")}`}`;
    return { errors: [{ field: "remove", text }], typed: {} };
  }
  return whole(ctx, draft, operation, "remove", locale);
}

/** Gives a question or a column another type. */
export async function retypeNode(
  ctx: Context,
  draft: FormDraft,
  { at }: EditorPlace,
  type: string,
  locale: Locale,
): Promise<EditRefusal | undefined> {
  const operation = at && retyped(draft.definition, at, type, startingList(type));
  if (!operation)
    return { errors: [{ field: "retype", text: builderMessages[locale].refused.not_now }], typed: {} };
  return whole(ctx, draft, operation, "retype", locale);
}

async function whole(
  ctx: Context,
  draft: FormDraft,
  operation: EditOperation,
  field: string,
  locale: Locale,
): Promise<EditRefusal | undefined> {
  const result = await editFormDraft(ctx, { draftId: draft.id, operations: [operation] });
  if (result.ok) return undefined;
  if (result.reason !== "problem") throw notFound();
  return { errors: [{ field, text: problemWords(result.problem, locale) }], typed: {} };
}

/** The definition with everything on the page that can be read, for looking at only. */
export function definitionAsTyped(place: EditorPlace, typed: Typed): FormDefinition {
  const { operations } = postedEdits(propertiesAt(place), typed, place);
  return operations.reduce((standing, operation) => {
    const result = applyEdit(standing, operation);
    return result.ok ? result.definition : standing;
  }, place.definition);
}
