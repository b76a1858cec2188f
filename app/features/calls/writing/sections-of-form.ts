import { formOfVersion } from "#app/features/form-versions.ts";
import type { Read } from "#app/platform/database/database.ts";

/** Keys of the sections of a form; undefined where there is no form. */
export async function sectionsOfForm(db: Read, versionId: string | null): Promise<string[] | undefined> {
  if (versionId === null) return undefined;
  const form = await formOfVersion(db, versionId);
  return form.parts.flatMap(({ sections }) => sections.map(({ key }) => key));
}
