import { sql } from "kysely";
import type { ConflictKind } from "#app/domain/reviews/conflict-of-interest.ts";
import type { ConflictPath } from "#app/domain/reviews/ties/find-conflicts.ts";
import { mayReview } from "#app/domain/reviews/office-policy.ts";
import type { Context } from "#app/features/context.ts";
import {
  beyondCursor,
  type Cursor,
  cursorText,
  type Page,
  pageSize,
  readsBackwards,
  toPage,
} from "#app/features/keyset.ts";
import { visibleApplications } from "#app/features/visible-applications.ts";
import { readPath } from "../conflicts/read-path.ts";

export interface ListedConflict {
  id: string;
  applicationId: string;
  number: string | null;
  titleZh: string;
  titleEn: string;
  companyZh: string;
  personId: string;
  person: string;
  affiliation: string | null;
  source: "declared" | "detected" | "office";
  kind: ConflictKind;
  note: string;
  fact: string;
  path: ConflictPath | null;
  createdAt: string;
  state: "open" | "confirmed" | "dismissed";
  judgedAt: string | null;
  judgedBy: string | null;
  /** Grounds of the judgement. */
  verdict: string;
}

interface ConflictFilter {
  callId?: string;
  /** Those that are judged instead. */
  judged?: boolean;
}

/** Conflicts nobody has judged yet, the oldest first; or those that are judged, in the same order. */
export async function listConflicts(
  ctx: Context,
  cursor: Cursor | null,
  { callId, judged = false }: ConflictFilter = {},
): Promise<Page<ListedConflict>> {
  if (!mayReview(ctx.actor, "read_reviewer_names")) return { rows: [], next: null, previous: null };
  const upwards = !readsBackwards(cursor);
  let rows = visibleApplications(ctx.db.read, ctx.actor)
    .innerJoin("conflict as k", "k.application_id", "application.id")
    .innerJoin("company", "company.id", "application.company_id")
    .innerJoin("person", "person.id", "k.person_id")
    .leftJoin("reviewer_profile as r", "r.person_id", "k.person_id")
    .leftJoin("person as j", "j.id", "k.judged_by")
    .select([
      "k.id as id",
      "application.id as applicationId",
      "application.number as number",
      "application.title_zh as titleZh",
      "application.title_en as titleEn",
      "company.name_zh as companyZh",
      "k.person_id as personId",
      "person.name as person",
      "r.affiliation as affiliation",
      "k.source as source",
      "k.kind as kind",
      "k.note as note",
      "k.fact as fact",
      "k.path as path",
      "k.created_at as createdAt",
      "k.state as state",
      "k.judged_at as judgedAt",
      "j.name as judgedBy",
      "k.verdict as verdict",
    ])
    .where("k.state", judged ? "!=" : "=", "open")
    .orderBy("k.created_at", upwards ? "asc" : "desc")
    .orderBy("k.id", upwards ? "asc" : "desc")
    .limit(pageSize + 1);
  if (callId) rows = rows.where("application.call_id", "=", callId);
  if (cursor) rows = rows.where(beyondCursor(sql.ref("k.created_at"), sql.ref("k.id"), cursor, upwards));
  const fetched = await rows.$narrowType<{ kind: ConflictKind }>().execute();
  const read = fetched.map((row) => ({ ...row, path: readPath(row.path) }));
  return toPage(read, cursor, (row) => cursorText(row.createdAt, row.id));
}
