import { formDefinitionJsonSchema } from "#app/domain/forms/definition-json-schema.ts";

const body = `${JSON.stringify(formDefinitionJsonSchema, null, 2)}\n`;

/** For other programs; its address changes only with the language's number. */
export const loader = () =>
  new Response(body, {
    headers: {
      "content-type": "application/schema+json; charset=utf-8",
      "cache-control": "public, max-age=3600",
    },
  });
