import type { FileLinks } from "#app/domain/applications/flag-differences.ts";
import type { Read } from "#app/platform/database/database.ts";

/** Which file of an application took whose place, in all its versions. */
export const listFileLinks = (db: Read, applicationId: string): Promise<FileLinks> =>
  db
    .selectFrom("file")
    .select(["id", "replaced_by as replacedBy"])
    .where("application_id", "=", applicationId)
    .where("replaced_by", "is not", null)
    .execute();
