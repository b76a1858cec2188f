import { companyRole } from "#app/domain/accounts/actor.ts";
import type { Context } from "#app/features/context.ts";
import { visibleWithTests } from "#app/features/visible-applications.ts";
import type { Read } from "#app/platform/database/database.ts";
import { jsonText } from "#app/platform/database/sql.ts";

export interface FileChange {
  seq: number;
  at: string;
  by: string;
  kind: "added" | "replaced" | "restored" | "removed";
  questionKey: string;
  file: ChangedFile;
  /** What it took the place of. */
  replaced: ChangedFile | undefined;
}

export interface ChangedFile {
  id: string;
  name: string;
  size: number;
  /** Its bytes can still be opened in the draft. */
  isThere: boolean;
  /** Another one stands in its place, or somebody removed it: it can be brought back until the next submission. */
  isKept: boolean;
}

interface Wanted {
  applicationId: string;
  /** File questions of the section. */
  questionKeys: readonly string[];
  /** No later than this and later than that: the time one page of answers covers. */
  until?: string | undefined;
  after?: string | undefined;
}

const most = 500;

/** What came into and went out of the draft's files, newest first: the company's own business. Two statements. */
export async function listFileChanges(
  ctx: Context,
  { applicationId, questionKeys, until, after }: Wanted,
): Promise<FileChange[]> {
  if (questionKeys.length === 0) return [];
  const db = ctx.db.read;
  const rows = await visibleWithTests(db, ctx.actor)
    .innerJoin("event as e", "e.application_id", "application.id")
    .select(["application.company_id as companyId", "e.seq", "e.at", "e.actor_id as by", "e.type"])
    .select(["e.subject_id as fileId", "e.data", "application.submitted_at as submittedAt"])
    .where("application.id", "=", applicationId)
    .where("e.type", "in", ["file.uploaded", "file.replaced", "file.removed", "file.restored"])
    .where(jsonText(db, "e.data", "question"), "in", questionKeys)
    .$if(until !== undefined, (query) => query.where("e.at", "<=", until!))
    .$if(after !== undefined, (query) => query.where("e.at", ">", after!))
    .orderBy("e.seq", "desc")
    .limit(most)
    .execute();
  const own = rows.filter(({ companyId }) => companyRole(ctx.actor, companyId) !== undefined);
  const files = own.length > 0 ? await listFiles(db, applicationId) : new Map<string, FileRow>();
  return own.flatMap(({ seq, at, by, type, fileId, data, submittedAt }): FileChange[] => {
    const file = files.get(fileId);
    if (!file) return [];
    const { replaces } = JSON.parse(data) as { replaces?: string };
    const replaced = replaces === undefined ? undefined : files.get(replaces);
    // A file brought back takes a place too, but was uploaded before.
    const kind = type === "file.replaced" && file.uploadedAt !== at ? "restored" : (kinds[type] ?? "added");
    const isLeft =
      kind === "removed" && file.removedAt === at && file.replacedBy === null && at > (submittedAt ?? "");
    return [
      {
        ...{ seq, at, by: by ?? "", kind, questionKey: file.questionKey },
        ...{
          file: { ...shown(file), isKept: isLeft || shown(file).isKept },
          replaced: replaced && shown(replaced),
        },
      },
    ];
  });
}

const kinds: Readonly<Record<string, FileChange["kind"]>> = {
  "file.uploaded": "added",
  "file.replaced": "replaced",
  "file.removed": "removed",
  "file.restored": "restored",
};

type FileRow = Awaited<ReturnType<typeof readFiles>>[number];

const readFiles = (db: Read, applicationId: string) =>
  db
    .selectFrom("file")
    .select(["id", "name", "size", "question_key as questionKey", "uploaded_at as uploadedAt"])
    .select(["replaced_by as replacedBy", "removed_at as removedAt"])
    .where("application_id", "=", applicationId)
    .execute();

const listFiles = async (db: Read, applicationId: string): Promise<ReadonlyMap<string, FileRow>> =>
  new Map((await readFiles(db, applicationId)).map((file) => [file.id, file]));

const shown = ({ id, name, size, replacedBy, removedAt }: FileRow): ChangedFile => ({
  ...{ id, name, size, isThere: removedAt === null },
  isKept: removedAt === null && replacedBy !== null,
});
