import { sectionExtract } from "#app/domain/applications/section-extract.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { SectionPageData } from "#app/domain/applications/section-page-data.ts";
import { templateRowId } from "#app/ui/form/blank-rows.ts";
import { sectionTitles, type SectionView } from "./section-view.ts";

/** What the section's browser script is given, as JSON that cannot end its script element. */
export function sectionData(view: SectionView, personId: string, deviceKey: string): string {
  const { draft, section, form } = view;
  const { definition, elsewhere, files } = sectionExtract(draft.definition, section.section.key);
  const rest: Omit<SectionPageData, "definition"> = {
    application: draft.head.id,
    section: section.section.key,
    person: personId,
    deviceKey,
    people: Object.fromEntries(view.colleagues.map(({ personId: id, name }) => [id, name])),
    titles: sectionTitles(view),
    locale: form.locale,
    elsewhere: Object.fromEntries(
      elsewhere.flatMap((key) => (Object.hasOwn(draft.raw, key) ? [[key, draft.raw[key] ?? ""]] : [])),
    ),
    files: Object.fromEntries(files.map((key) => [key, [...(draft.env.files[key] ?? [])]])),
    today: draft.env.today,
    at: view.now.toISOString(),
    pairs: view.pairs.map(({ first, second, state }) => ({ first, second, state })),
    templateRowId,
    showsIssues: form.issues.size > 0,
  };
  return `{"definition":${definitionText(definition)},${inScript(rest).slice(1)}`;
}

const inScript = (value: object): string => JSON.stringify(value).replaceAll("<", "\\u003c");

const texts = new WeakMap<FormDefinition, string>();

/** The extract of a section is the same object for everybody, and the largest part of what a page carries. */
function definitionText(definition: FormDefinition): string {
  const known = texts.get(definition) ?? inScript(definition);
  texts.set(definition, known);
  return known;
}
