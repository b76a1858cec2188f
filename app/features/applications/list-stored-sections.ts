import { sql } from "kysely";
import type { DraftSection } from "#app/domain/applications/draft/draft-section.ts";
import type { Read } from "#app/platform/database/database.ts";

export interface StoredSection {
  key: string;
  fields: DraftSection;
  version: number;
  updatedAt: string;
  updatedBy: string;
}

/** The sections of a draft that have been begun. Of those this process has read before only the version is read. */
export async function listStoredSections(db: Read, applicationId: string): Promise<StoredSection[]> {
  const known = knownSections(db, applicationId);
  const rows = await db
    .selectFrom("draft_section")
    .select(["section_key as key", "version", "updated_at as updatedAt", "updated_by as updatedBy"])
    .select(answersUnless([...known.values()].map(stamp)))
    .where("application_id", "=", applicationId)
    .execute();
  const sections = rows.map(({ answers, ...row }): StoredSection => {
    const standing = known.get(row.key);
    if (answers === null && standing) return standing;
    return { ...row, fields: JSON.parse(answers ?? "{}") as DraftSection };
  });
  remember(db, applicationId, sections);
  return sections;
}

const stamp = ({ key, version }: { key: string; version: number }): string => `${key}:${version}`;

/** The answers, or null where they are known already: then the long text is not even fetched from its pages. */
const answersUnless = (stamps: readonly string[]) =>
  stamps.length === 0
    ? sql<string | null>`answers`.as("answers")
    : sql<
        string | null
      >`case when section_key || ':' || version in (${sql.join(stamps)}) then null else answers end`.as(
        "answers",
      );

type Known = ReadonlyMap<string, StoredSection>;

const mostApplications = 150;
const none: Known = new Map();

// By database: a version of a section is written once and stays as it is, in the database it was committed to.
const knownBy = new WeakMap<object, Map<string, Known>>();

const knownSections = (db: Read, applicationId: string): Known => knownBy.get(db)?.get(applicationId) ?? none;

/** What a transaction sees may yet be rolled back, and another text take its number: that is not remembered. */
function remember(db: Read, applicationId: string, sections: readonly StoredSection[]): void {
  if (db.isTransaction) return;
  const applications = knownBy.get(db) ?? new Map<string, Known>();
  knownBy.set(db, applications);
  applications.delete(applicationId);
  applications.set(applicationId, new Map(sections.map((section) => [section.key, section])));
  const [oldest] = applications.keys();
  if (applications.size > mostApplications && oldest !== undefined) applications.delete(oldest);
}
