import type { FormDefinition } from "#app/domain/forms/definition.ts";

const known = new WeakMap<FormDefinition, ReadonlySet<string>>();

/** Questions whose answers decide whether others are shown, asked for or can start. */
export function steeringKeys(definition: FormDefinition): ReadonlySet<string> {
  const standing = known.get(definition);
  if (standing) return standing;
  const keys = new Set<string>();
  for (const { sections } of definition.parts)
    for (const section of sections) collectConditions(section, keys);
  known.set(definition, keys);
  return keys;
}

const conditions = new Set(["visibleWhen", "required", "opensWhen"]);

function collectConditions(node: unknown, keys: Set<string>): void {
  if (typeof node !== "object" || node === null) return;
  for (const [name, child] of Object.entries(node)) {
    if (conditions.has(name)) collectNames(child, keys);
    else collectConditions(child, keys);
  }
}

/** Every operator names questions in one of these places. */
export function collectNames(node: unknown, keys: Set<string>): void {
  if (typeof node !== "object" || node === null) return;
  for (const [name, child] of Object.entries(node)) {
    if ((name === "ref" || name === "files" || name === "of") && typeof child === "string") keys.add(child);
    else collectNames(child, keys);
  }
}
