import { sql } from "kysely";
import type { Discipline } from "#app/domain/reviews/coverage.ts";
import { mayRegistry } from "#app/domain/reviews/registry-policy.ts";
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
import { containsText } from "#app/platform/database/sql.ts";
import { registryColumns, type RegistryRow, visibleReviewers } from "./visible-reviewers.ts";

/** Whether the office has read what the reviewer gave last. */
export const registryStates = ["waiting", "confirmed", "not_given"] as const;
export type RegistryState = (typeof registryStates)[number];

export interface ReviewerFilter {
  text: string;
  discipline: Discipline | null;
  state: RegistryState | null;
}

export type ReviewerRow = Pick<
  RegistryRow,
  "personId" | "name" | "affiliation" | "discipline" | "expertise" | "load" | "maxLoad" | "updatedAt"
> & { state: RegistryState };

/** Reviewers with an account that works, by name; one statement. */
export async function listReviewers(
  ctx: Context,
  { text, discipline, state }: ReviewerFilter,
  cursor: Cursor | null,
): Promise<Page<ReviewerRow>> {
  if (!mayRegistry(ctx.actor, "read_all")) return { rows: [], next: null, previous: null };
  const db = ctx.db.read;
  const upwards = !readsBackwards(cursor);
  let rows = visibleReviewers(db, ctx.actor)
    .select(registryColumns)
    .where("p.disabled_at", "is", null)
    .orderBy("p.name", upwards ? "asc" : "desc")
    .orderBy("p.id", upwards ? "asc" : "desc")
    .limit(pageSize + 1);
  if (discipline) rows = rows.where("r.discipline", "=", discipline);
  if (state === "not_given") rows = rows.where("g.person_id", "is", null);
  if (state === "confirmed") rows = rows.whereRef("g.version", "=", "g.confirmed_version");
  if (state === "waiting")
    rows = rows.where(sql<boolean>`g.version is not null and g.version <> coalesce(g.confirmed_version, 0)`);
  if (text)
    rows = rows.where((eb) =>
      eb.or(
        ["p.name", "p.email", "r.affiliation", "r.expertise"].map((column) => containsText(db, column, text)),
      ),
    );
  if (cursor) rows = rows.where(beyondCursor(sql.ref("p.name"), sql.ref("p.id"), cursor, upwards));
  const page = toPage(await rows.execute(), cursor, (row) => cursorText(row.name, row.personId));
  return { ...page, rows: page.rows.map((row) => ({ ...row, state: stateOf(row) })) };
}

const stateOf = ({ version, confirmedVersion }: RegistryRow): RegistryState =>
  version === null ? "not_given" : version === confirmedVersion ? "confirmed" : "waiting";
