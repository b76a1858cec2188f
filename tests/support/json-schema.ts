type Schema = boolean | { [keyword: string]: unknown };

/** Whether data fits a JSON Schema (2020-12), read anew from its text: none of the portal's own code judges here. */
export function fits(root: { [keyword: string]: unknown }, data: unknown): boolean {
  const definitions = (root["$defs"] ?? {}) as Record<string, Schema>;
  const check = (schema: Schema, value: unknown): boolean => {
    if (typeof schema === "boolean") return schema;
    return Object.entries(schema).every(([keyword, limit]) => {
      const rule = keywords[keyword];
      if (!rule) throw new Error(`No such keyword here: ${keyword}`);
      return rule(limit as never, value, schema, check);
    });
  };
  keywords["$ref"] = (ref: string, value) => check(definitions[ref.replace("#/$defs/", "")] ?? false, value);
  return check(root, data);
}

type Keyword = (
  limit: never,
  value: unknown,
  schema: { [keyword: string]: unknown },
  check: (schema: Schema, value: unknown) => boolean,
) => boolean;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const types: Record<string, (value: unknown) => boolean> = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === "string",
  number: (value) => typeof value === "number",
  integer: Number.isInteger,
  boolean: (value) => typeof value === "boolean",
};

const annotation: Keyword = () => true;
const size = (value: unknown): number => [...String(value)].length;

const keywords: Record<string, Keyword> = {
  $schema: annotation,
  $defs: annotation,
  title: annotation,
  type: (type: string, value) => types[type]?.(value) ?? false,
  const: (expected: unknown, value) => value === expected,
  enum: (list: unknown[], value) => list.includes(value),
  pattern: (pattern: string, value) => typeof value !== "string" || new RegExp(pattern, "u").test(value),
  minLength: (least: number, value) => typeof value !== "string" || size(value) >= least,
  maxLength: (most: number, value) => typeof value !== "string" || size(value) <= most,
  minimum: (least: number, value) => typeof value !== "number" || value >= least,
  maximum: (most: number, value) => typeof value !== "number" || value <= most,
  minItems: (least: number, value) => !Array.isArray(value) || value.length >= least,
  maxItems: (most: number, value) => !Array.isArray(value) || value.length <= most,
  required: (names: string[], value) => !isObject(value) || names.every((name) => Object.hasOwn(value, name)),
  properties: (properties: Record<string, Schema>, value, _schema, check) =>
    !isObject(value) ||
    Object.entries(properties).every(
      ([name, schema]) => !Object.hasOwn(value, name) || check(schema, value[name]),
    ),
  propertyNames: (names: Schema, value, _schema, check) =>
    !isObject(value) || Object.keys(value).every((name) => check(names, name)),
  additionalProperties: (rest: Schema, value, schema, check) =>
    !isObject(value) ||
    Object.entries(value).every(
      ([name, each]) => Object.hasOwn((schema["properties"] ?? {}) as object, name) || check(rest, each),
    ),
  prefixItems: (places: Schema[], value, _schema, check) =>
    !Array.isArray(value) ||
    places.every((place, index) => index >= value.length || check(place, value[index])),
  items: (item: Schema, value, schema, check) =>
    !Array.isArray(value) ||
    value.slice(((schema["prefixItems"] ?? []) as unknown[]).length).every((each) => check(item, each)),
  anyOf: (list: Schema[], value, _schema, check) => list.some((schema) => check(schema, value)),
  oneOf: (list: Schema[], value, _schema, check) =>
    list.filter((schema) => check(schema, value)).length === 1,
};
