import { z } from "zod";
import { definitionLanguage, formDefinitionSchema } from "./definition.ts";

export type JsonSchema = { [keyword: string]: unknown };

/** The schema as it is published, made from the one the portal itself checks with. */
export const formDefinitionJsonSchema: JsonSchema = {
  ...(z.toJSONSchema(formDefinitionSchema, {
    io: "input",
    // A tuple has exactly its places: without these two words JSON Schema takes shorter and longer ones.
    override: ({ jsonSchema }) => {
      if (!jsonSchema.prefixItems) return;
      jsonSchema.minItems = jsonSchema.prefixItems.length;
      jsonSchema.items = false;
    },
  }) as JsonSchema),
  title: `Form definition, language ${definitionLanguage}`,
};

/** Under its language's number, so that older definitions keep theirs. */
export const formDefinitionSchemaPath = `/schema/form-definition.v${definitionLanguage}.json`;

/** What one kind of question or column may say, by its type. */
export function attributesByType(
  name: "question" | "column",
): Map<string, { name: string; required: boolean }[]> {
  const definitions = formDefinitionJsonSchema["$defs"] as Record<string, JsonSchema>;
  const variants = (definitions[name]?.["oneOf"] ?? definitions[name]?.["anyOf"] ?? []) as {
    properties: Record<string, { const?: string }>;
    required: string[];
  }[];
  return new Map(
    variants.map(({ properties, required }) => [
      properties["type"]?.const ?? "",
      Object.keys(properties).map((attribute) => ({
        name: attribute,
        required: required.includes(attribute),
      })),
    ]),
  );
}
