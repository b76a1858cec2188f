import { data, redirect } from "react-router";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { findNode, type FoundNode } from "#app/domain/forms/edit/find-node.ts";
import type { NodeAddress } from "#app/domain/forms/edit/edit-operation.ts";
import { applyEdit } from "#app/domain/forms/edit/apply-edit.ts";
import { brokenBy, removalOf } from "#app/domain/forms/edit/outline-edits.ts";
import { mayForm } from "#app/domain/forms/policy.ts";
import type { Context } from "#app/features/context.ts";
import { editFormDraft } from "#app/features/forms/edit-form-draft.ts";
import { findFormDraft, type FormDraft } from "#app/features/forms/find-form-draft.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { builderMessages } from "#app/i18n/messages/builder.ts";
import { builderPropertyMessages } from "#app/i18n/messages/builder-properties.ts";
import { definitionPlaceWords } from "#app/i18n/messages/definition-problems.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import type { Route } from "./+types/edit-node";
import { nodeName, problemWords } from "./node-name.ts";
import { type NodeProperties, propertiesOf } from "./node-properties.ts";
import { addressOf, anchorOf } from "./node-token.ts";
import { baseField, postedEdits } from "./posted-edits.ts";
import { PropertyField } from "./property-field.tsx";
import { readBackOf } from "./read-back.ts";
import type { Typed } from "./read-property.ts";
import { writeProperty } from "./write-property.ts";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, locale, actor } = staffOnly(context);
  if (!mayForm(actor, "edit")) throw notFound();
  const { draft, at, node } = await nodeOf(ctx, params.draftId, request);
  return { locale, draftId: draft.id, definition: draft.definition, at, node };
}

async function nodeOf(ctx: Context, draftId: string, request: Request) {
  const draft = found(await findFormDraft(ctx, draftId));
  const at = found(addressOf(new URL(request.url).searchParams.get("at")));
  const { node } = found(findNode(draft.definition, at));
  return { draft, at, node };
}

interface Refused {
  errors: { property: string; text: string }[];
  /** What stands there now, where somebody else changed it. */
  theirs?: { property: string; value: string };
  typed: Typed;
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx, locale, actor } = staffOnly(context);
  if (!mayForm(actor, "edit")) throw notFound();
  const { draft, at, node } = await nodeOf(ctx, params.draftId, request);
  const form = await readFormData(request);
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const refused = form.has("remove")
    ? await remove(ctx, draft, at, typed, locale)
    : await save(ctx, draft, { at, node }, typed, locale);
  return refused
    ? data(refused, { status: 422 })
    : redirect(`/staff/forms/${draft.id}?done=changed#${anchorOf(at)}`, 303);
}

async function save(
  ctx: Context,
  draft: FormDraft,
  { at, node }: { at: NodeAddress; node: FoundNode["node"] },
  typed: Typed,
  locale: Locale,
): Promise<Refused | undefined> {
  const t = builderMessages[locale].refused;
  const posted = postedEdits(at, propertiesOf(at.kind, String(node["type"] ?? "")), typed, draft.definition);
  if (!posted.ok)
    return { errors: posted.unread.map(({ property, reason }) => ({ property, text: t[reason] })), typed };
  if (posted.operations.length === 0) return undefined;
  const result = await editFormDraft(ctx, { draftId: draft.id, operations: posted.operations });
  if (result.ok) return undefined;
  if (result.reason !== "problem") throw notFound();
  const { problem } = result;
  // The first that does not go by itself is the one the sentence is about.
  const culprit = posted.operations.find((operation) => !applyEdit(draft.definition, operation).ok);
  const property = culprit?.op === "set" ? culprit.property : "";
  const errors = [{ property, text: problemWords(problem, locale) }];
  if (problem.code !== "changed") return { errors, typed };
  const now = problem.now === undefined ? "" : JSON.stringify(problem.now);
  return { errors, theirs: { property, value: now }, typed: { ...typed, [baseField(property)]: now } };
}

async function remove(
  ctx: Context,
  draft: FormDraft,
  at: NodeAddress,
  typed: Typed,
  locale: Locale,
): Promise<Refused | undefined> {
  const t = builderMessages[locale];
  const operation = found(removalOf(draft.definition, at));
  const broken = brokenBy(draft.definition, operation);
  if (broken.length > 0) {
    const places = [...new Set(broken.map(({ place }) => definitionPlaceWords(place, locale)))];
    const text = `${t.removeRefused}${locale === "zh" ? places.join("；") : ` ${places.join("; ")}`}`;
    return { errors: [{ property: "remove", text }], typed };
  }
  const result = await editFormDraft(ctx, { draftId: draft.id, operations: [operation] });
  if (result.ok) return undefined;
  if (result.reason !== "problem") throw notFound();
  return { errors: [{ property: "remove", text: problemWords(result.problem, locale) }], typed };
}

export default function EditNode({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, draftId, definition, at, node } = loaderData;
  const t = builderMessages[locale];
  const type = String(node["type"] ?? "");
  const properties = propertiesOf(at.kind, type);
  const refused = actionData as Refused | undefined;
  const typed = refused && Object.keys(refused.typed).length > 1 ? refused.typed : standing(node, properties);
  const name = nodeName(node, locale);
  return (
    <>
      <title>{`${name} – ${siteMessages[locale].portalName}`}</title>
      <BackLink href={`/staff/forms/${draftId}#${anchorOf(at)}`}>{t.outline}</BackLink>
      <h1 className="mt-2">{name}</h1>
      <p className="muted">
        {builderPropertyMessages[locale].types[type] ?? t.kinds[at.kind]} · <code>{node.key}</code>
      </p>
      <ErrorSummary
        errors={(refused?.errors ?? []).map(({ property, text }) => ({
          href: `#${property || "main"}`,
          text,
        }))}
      />
      <form method="post" className="builder-node" noValidate>
        {Object.entries(properties).map(([property, editor]) => (
          <div key={property}>
            <input type="hidden" name={baseField(property)} value={typed[baseField(property)] ?? ""} />
            <PropertyField
              name={property}
              editor={editor}
              typed={typed}
              errors={(refused?.errors ?? []).filter((e) => e.property === property).map((e) => e.text)}
              definition={definition as FormDefinition}
              readBack={readBackOf(definition as FormDefinition, at, node, property, locale)}
              locale={locale}
            />
            {refused?.theirs?.property === property && (
              <p className="builder-theirs">
                {t.theirs}: <code>{refused.theirs.value || "–"}</code>
              </p>
            )}
          </div>
        ))}
        <Button variant="primary">{t.save}</Button>
      </form>
      <form method="post" className="rule mt-8 pt-4">
        <p className="muted">{t.removeHint}</p>
        <Button id="remove" name="remove" value="1" variant="danger">
          {t.remove}
        </Button>
      </form>
    </>
  );
}

/** Every field of the page as the node stands, with what the page was drawn from. */
function standing(node: FoundNode["node"], properties: NodeProperties): Typed {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([property, editor]) => [
      ...Object.entries(writeProperty(property, editor, node[property])),
      [baseField(property), node[property] === undefined ? "" : JSON.stringify(node[property])],
    ]),
  ) as Typed;
}
