import { data, redirect } from "react-router";
import type { FormDefinition, LocalText } from "#app/domain/forms/definition.ts";
import { type EditOperation, type NodeKind, nodeKinds } from "#app/domain/forms/edit/edit-operation.ts";
import { codeFromWords } from "#app/domain/forms/edit/code-from-words.ts";
import { addressIn, isNamedWithin, listsOf } from "#app/domain/forms/edit/find-node.ts";
import {
  freshAdvice,
  freshColumn,
  freshColumnTypes,
  freshNode,
  freshQuestion,
  freshTypes,
  standInOf,
} from "#app/domain/forms/edit/fresh-node.ts";
import { freeKey } from "#app/domain/forms/edit/free-key.ts";
import { mayForm } from "#app/domain/forms/policy.ts";
import { editFormDraft } from "#app/features/forms/edit-form-draft.ts";
import { findFormDraft, type FormDraft } from "#app/features/forms/find-form-draft.ts";
import { startingList } from "#app/features/forms/starting-list.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { readFormData } from "#app/http/read-form.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import { builderMessages } from "#app/i18n/messages/builder.ts";
import { builderPropertyMessages } from "#app/i18n/messages/builder-properties.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import type { Route } from "./+types/add-node";
import { nodeName, problemWords } from "./node-name.ts";
import { nextHref } from "./next-href.ts";
import { anchorOf, editHref } from "./node-token.ts";
import { draftHref, sectionHolding } from "./outline-place.ts";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx, locale, actor } = staffOnly(context);
  if (!mayForm(actor, "edit")) throw notFound();
  const draft = found(await findFormDraft(ctx, params.draftId));
  const { searchParams } = new URL(request.url);
  const { kind, into, after } = found(placeIn(new URL(request.url), draft.definition));
  const latest = searchParams.has("done")
    ? listsOf(draft.definition, kind)
        .find((list) => list.into === into)
        ?.nodes.find(({ key }) => key === after)
    : undefined;
  return {
    ...{ locale, kind, back: backHref(draft, kind, into, after) },
    added: latest && nodeName(latest, locale),
    type: searchParams.get("type") ?? "short_text",
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx, locale, actor } = staffOnly(context);
  if (!mayForm(actor, "edit")) throw notFound();
  const draft = found(await findFormDraft(ctx, params.draftId));
  const place = found(placeIn(new URL(request.url), draft.definition));
  const form = await readFormData(request);
  const values = Object.fromEntries([...form].map(([name, value]) => [name, String(value).trim()]));
  const refuse = (error: string, field: string) => data({ error, field, values }, { status: 422 });
  const [zh, en] = [values["zh"] ?? "", values["en"] ?? ""];
  if (zh === "" && en === "") return refuse(builderMessages[locale].refused.text, "zh");
  const text = { zh: zh || en, en: en || zh };
  const key = values["key"] || keyFor(draft.definition, place, en);
  if (!/^[a-z][a-z0-9_]{0,50}$/.test(key)) return refuse(builderMessages[locale].keyHint, "key");
  const operations = insertion(draft.definition, place, key, text, values);
  const result = await editFormDraft(ctx, { draftId: draft.id, operations });
  if (result.ok && values["next"]) return redirect(nextHref(draft.id, place, key, values["type"]), 303);
  if (result.ok) return redirect(editHref(draft.id, addressIn(place.kind, place.into, key)), 303);
  if (result.reason !== "problem") throw notFound();
  return refuse(problemWords(result.problem, locale), "key");
}

interface Place {
  kind: NodeKind;
  into: string | undefined;
  after: string | null;
}

/** Where the address says the new node shall stand; undefined where there is no such place. */
function placeIn(url: URL, definition: FormDefinition): Place | undefined {
  const kind = nodeKinds.find((name) => name === url.searchParams.get("kind"));
  if (!kind) return undefined;
  const into = url.searchParams.get("into") || undefined;
  const list = listsOf(definition, kind).find((candidate) => candidate.into === into);
  if (!list) return undefined;
  const after = url.searchParams.get("after") || null;
  return { kind, into, after: list.nodes.some(({ key }) => key === after) ? after : null };
}

/** Somebody who gives no code has one made from the English name. */
function keyFor(definition: FormDefinition, { kind, into }: Place, en: string): string {
  const holder = isNamedWithin(kind) ? { in: into ?? "" } : {};
  return freeKey(definition, { kind, ...holder }, codeFromWords(en) ?? kind);
}

/** The outline where the new node will stand. */
function backHref(
  { id, definition }: FormDraft,
  kind: NodeKind,
  into: string | undefined,
  after: string | null,
) {
  const open = sectionHolding(definition, kind, into);
  const place = draftHref(id, open === undefined ? {} : { open });
  return after === null ? place : `${place}#${anchorOf(addressIn(kind, into, after))}`;
}

function insertion(
  definition: FormDefinition,
  { kind, into, after }: Place,
  key: string,
  text: LocalText,
  { type = "", required }: Record<string, string>,
): EditOperation[] {
  const node = {
    ...newNode(kind, key, text, type),
    ...(required && type !== "static" && type !== "computed" && { required: true }),
  };
  const standIn = kind === "question" && into !== undefined ? standInOf(definition, into) : undefined;
  return [
    { op: "insert", kind, ...(into !== undefined && { into }), after, node },
    ...(standIn === undefined
      ? []
      : [{ op: "remove", at: { kind, key: standIn.key }, node: standIn } as const]),
  ];
}

function newNode(kind: NodeKind, key: string, text: LocalText, typed: string) {
  switch (kind) {
    case "question": {
      const type = freshTypes.find((name) => name === typed) ?? "short_text";
      return freshQuestion(type, key, text, startingList(type));
    }
    case "column": {
      const type = freshColumnTypes.find((name) => name === typed) ?? "short_text";
      return freshColumn(type, key, text, startingList(type));
    }
    case "rule":
      // It says nothing yet, and the problems panel says so until it points at a question.
      return { key, level: "warning", at: ["question"], holds: true, message: text };
    case "advice":
      return freshAdvice(key, text);
    default:
      return freshNode(kind, key, text);
  }
}

export default function AddNode({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, back, kind, added, type } = loaderData;
  const t = builderMessages[locale];
  const values: Record<string, string> = actionData?.values ?? {};
  const errors = (field: string) => (actionData?.field === field ? [actionData.error] : []);
  const types = kind === "question" ? freshTypes : kind === "column" ? freshColumnTypes : [];
  return (
    <>
      <title>{`${t.addTo[kind]} – ${siteMessages[locale].portalName}`}</title>
      <BackLink href={back}>{t.outline}</BackLink>
      <h1 className="mt-2">{t.addTo[kind]}</h1>
      <ErrorSummary errors={actionData ? [{ href: `#${actionData.field}`, text: actionData.error }] : []} />
      {added !== undefined && !actionData && <Notice tone="ok">{t.addedOne(added)}</Notice>}
      <form method="post" className="measure" noValidate>
        {types.length > 0 && (
          <Select
            id="type"
            name="type"
            label={t.type}
            empty={false}
            defaultValue={values["type"] ?? type}
            options={types.map((value) => ({
              value,
              label: builderPropertyMessages[locale].types[value] ?? value,
            }))}
          />
        )}
        <TextInput
          id="zh"
          name="zh"
          label={t.textZh}
          defaultValue={values["zh"]}
          errors={errors("zh")}
          control={{ lang: "zh-CN" }}
        />
        <TextInput
          id="en"
          name="en"
          label={t.textEn}
          defaultValue={values["en"]}
          errors={errors("en")}
          control={{ lang: "en" }}
        />
        <TextInput
          id="key"
          name="key"
          label={t.key}
          hint={t.newKeyHint}
          mono
          width="md"
          defaultValue={values["key"]}
          errors={errors("key")}
        />
        {types.length > 0 && (
          <Checkbox
            id="required"
            name="required"
            label={t.addRequired}
            defaultChecked={!actionData || values["required"] === "on"}
          />
        )}
        <p className="builder-acts">
          <Button variant="primary">{t.addSubmit}</Button>
          <Button name="next" value="1">
            {t.addNext}
          </Button>
        </p>
      </form>
    </>
  );
}
