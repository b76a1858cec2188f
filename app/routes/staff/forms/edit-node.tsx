import { data, redirect } from "react-router";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { FormNode } from "#app/domain/forms/edit/find-node.ts";
import { mayForm } from "#app/domain/forms/policy.ts";
import { beijingDay } from "#app/domain/shared/beijing-time.ts";
import type { Context } from "#app/features/context.ts";
import { findFormDraft, type FormDraft } from "#app/features/forms/find-form-draft.ts";
import { listDraftPresence } from "#app/features/forms/note-draft-presence.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import type { Route } from "./+types/edit-node";
import {
  definitionAsTyped,
  type EditRefusal,
  placeAt,
  removeNode,
  retypeNode,
  saveNode,
} from "./edited-node.ts";
import { EditPage } from "./edit-page.tsx";
import type { EditorPlace, Typed } from "./editor-place.ts";
import { nodeName } from "./node-name.ts";
import { columnHref, nextAfter } from "./next-href.ts";
import { outlineHref } from "./outline-place.ts";
import { baseField } from "./posted-edits.ts";
import { withPickedCells } from "./picked-cells.ts";
import { presentWords } from "./present-words.ts";
import { propertiesAt } from "./properties-at.ts";
import { questionPreview } from "./question-preview.ts";
import { SubjectOptions } from "./subject-options.ts";
import { changedTyped } from "./typed-change.ts";
import { writeProperty } from "./write-property.ts";

/** Fields of the largest form's longest list of options, with room. */
const largestPage = 2 * 1024 * 1024;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, locale, actor } = staffOnly(context);
  if (!mayForm(actor, "edit")) throw notFound();
  const { draft, place } = await placeOf(ctx, params.draftId, request);
  const today = beijingDay(ctx.now);
  const present = presentWords(await listDraftPresence(ctx, draft.id), draft.definition, locale);
  return { locale, today, draftId: draft.id, place, present, typed: standing(place) };
}

async function placeOf(
  ctx: Context,
  draftId: string,
  request: Request,
): Promise<{ draft: FormDraft; place: EditorPlace }> {
  const draft = found(await findFormDraft(ctx, draftId));
  const place = found(placeAt(draft.definition, new URL(request.url).searchParams.get("at")));
  return { draft, place };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx, locale, actor } = staffOnly(context);
  if (!mayForm(actor, "edit")) throw notFound();
  const { draft, place } = await placeOf(ctx, params.draftId, request);
  const form = await readFormData(request, largestPage);
  const typed = withPickedCells(
    Object.fromEntries([...form].map(([name, value]) => [name, String(value)])),
    new SubjectOptions(draft.definition, locale),
  );
  const command = typed["do"];
  if (command !== undefined) {
    const changed = command === "look" ? typed : changedTyped(command, typed, place);
    return data({ errors: [], typed: changed } satisfies EditRefusal as EditRefusal);
  }
  const refused = form.has("remove")
    ? await removeNode(ctx, draft, place, locale)
    : form.has("retype")
      ? await retypeNode(ctx, draft, place, typed["retype"] ?? "", locale)
      : await saveNode(ctx, draft, place, typed, locale);
  if (refused) return data(refused, { status: 422 });
  return redirect(form.has("retype") ? request.url : hrefAfter(draft, place, typed["then"]), 303);
}

/** The outline, or where what comes next is added. */
function hrefAfter(
  { id, definition }: FormDraft,
  { at, node }: EditorPlace,
  then: string | undefined,
): string {
  const next =
    at && then === "next"
      ? nextAfter(definition, id, at)
      : then === "column" && node["type"] === "table"
        ? columnHref(id, node.key, node["columns"] as FormNode[])
        : undefined;
  return next ?? outlineHref(id, definition, at, { done: "changed" });
}

/** Every field of the page as the node stands, with what the page was drawn from. */
function standing(place: EditorPlace): Typed {
  return Object.fromEntries(
    Object.entries(propertiesAt(place)).flatMap(([property, editor]) => [
      ...Object.entries(writeProperty(property, editor, place.node[property], place)),
      [baseField(property), place.node[property] === undefined ? "" : JSON.stringify(place.node[property])],
    ]),
  ) as Typed;
}

export default function EditNode({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, draftId, today } = loaderData;
  const place = loaderData.place as unknown as EditorPlace;
  const refused = actionData as EditRefusal | undefined;
  const typed =
    refused && Object.keys(refused.typed).length > 1 ? refused.typed : (loaderData.typed as Typed);
  const definition: FormDefinition = definitionAsTyped(place, typed);
  return (
    <>
      <title>{`${nodeName(place.node, locale)} – ${siteMessages[locale].portalName}`}</title>
      <EditPage
        draftId={draftId}
        place={place}
        typed={typed}
        refused={refused}
        present={loaderData.present}
        preview={place.at && questionPreview(definition, place.at, today, locale)}
        locale={locale}
      />
    </>
  );
}
