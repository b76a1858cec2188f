import { describe, expect, it } from "vitest";
import { z } from "zod";
import { fundProgramme } from "#app/cli/fund-programme.ts";
import { adviceSchema, type FormDefinition, ruleSchema } from "#app/domain/forms/definition.ts";
import { type NodeKind, nodeKinds } from "#app/domain/forms/edit/edit-operation.ts";
import { addressIn, listsOf } from "#app/domain/forms/edit/find-node.ts";
import { freshColumnTypes, freshTypes } from "#app/domain/forms/edit/fresh-node.ts";
import { shapeOf } from "#app/domain/forms/edit/node-shape.ts";
import { optionSchema } from "#app/domain/forms/question-kinds.ts";
import type { EditorPlace } from "#app/routes/staff/forms/editor-place.ts";
import { optionProperties, propertiesOf } from "#app/routes/staff/forms/node-properties.ts";
import { baseField, postedEdits } from "#app/routes/staff/forms/posted-edits.ts";
import { writeProperty } from "#app/routes/staff/forms/write-property.ts";
import { builderPropertyMessages } from "#app/i18n/messages/builder-properties.ts";
import { outsideApplications } from "#tests/world/outside-forms/outside-applications.ts";
import { smallForm } from "../forms/small-form.ts";

/** Given when a node is made, or changed by the steps of the outline and by another type. */
const elsewhere = new Set([
  ...["key", "type"],
  ...["parts", "sections", "groups", "questions", "columns", "rules", "advice"],
]);
const ofVersion = new Set(["language", "code", "version"]);

const places: [kind: NodeKind | "form", type: string][] = [
  ["form", ""],
  ...nodeKinds
    .filter((kind) => kind !== "question" && kind !== "column")
    .map((kind): [NodeKind, string] => [kind, ""]),
  ...freshTypes.map((type): [NodeKind, string] => ["question", type]),
  ...freshColumnTypes.map((type): [NodeKind, string] => ["column", type]),
];

describe("the builder", () => {
  it.each(places)("edits everything the language can say of a %s %s, and nothing else", (kind, type) => {
    const known = Object.keys(shapeOf(kind, type)).filter(
      (name) => !elsewhere.has(name) && !(kind === "form" && ofVersion.has(name)),
    );
    const edited = Object.keys(propertiesOf(kind, type));
    expect(edited.toSorted()).toEqual(known.toSorted());
    for (const name of edited)
      for (const locale of ["zh", "en"] as const)
        expect(builderPropertyMessages[locale].names[name], `${name} has no name in ${locale}`).toBeTruthy();
  });

  it.each([
    ["an option", optionProperties, optionSchema],
    [
      "a fixed row",
      rowsOf("question", "table", "fixedRows"),
      inner(shapeOf("question", "table")["fixedRows"]),
    ],
    ["a figure of a message", rowsOf("rule", "", "params"), recordOf(ruleSchema.shape.params), ["name"]],
    ["an item of a self-check", rowsOf("advice", "", "items"), inner(adviceSchema.shape.items)],
  ])("edits everything of %s", (_, properties, schema, own: string[] = []) => {
    const known = Object.keys((schema as z.ZodObject).shape);
    expect(Object.keys(properties as object).toSorted()).toEqual([...known, ...own].toSorted());
  });

  it("draws a page of everything in every form, and what was not touched changes nothing", () => {
    let drawn = 0;
    const definitions = [
      smallForm,
      ...outsideApplications.map(({ definition }) => definition),
      ...fundProgramme.flatMap(({ form }) => (form ? [form as FormDefinition] : [])),
    ];
    for (const definition of definitions)
      for (const kind of nodeKinds)
        for (const { into, nodes } of listsOf(definition, kind))
          for (const node of nodes) {
            const place: EditorPlace = { definition, at: addressIn(kind, into, node.key), node };
            const properties = propertiesOf(kind, String(node["type"] ?? ""));
            const typed: Record<string, string> = Object.fromEntries(
              Object.entries(properties).flatMap(([property, editor]) => [
                ...Object.entries(writeProperty(property, editor, node[property], place)),
                [baseField(property), node[property] === undefined ? "" : JSON.stringify(node[property])],
              ]),
            );
            expect(postedEdits(properties, typed, place), `${kind} ${node.key}`).toEqual({
              operations: [],
              unread: [],
            });
            drawn += 1;
          }
    expect(drawn).toBeGreaterThan(2_000);
  });
});

function rowsOf(kind: NodeKind, type: string, property: string): object {
  const editor = propertiesOf(kind, type)[property];
  const of = editor?.as === "rows" || editor?.as === "lined" ? editor.of : {};
  return typeof of === "object" ? of : {};
}

function inner(schema: unknown): unknown {
  const list = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  return list instanceof z.ZodArray ? list.element : undefined;
}

function recordOf(schema: unknown): unknown {
  const record = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  return record instanceof z.ZodRecord ? record.valueType : undefined;
}
