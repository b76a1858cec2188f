import { sql } from "kysely";
import type { WishKind } from "#app/domain/reviews/assignment-run.ts";
import type { Context } from "#app/features/context.ts";
import {
  beyondCursor,
  type Cursor,
  cursorText,
  type Page,
  readsBackwards,
  toPage,
} from "#app/features/keyset.ts";
import { jsonText } from "#app/platform/database/sql.ts";
import { wishableApplications } from "./wishable-applications.ts";

export interface WishableApplication {
  id: string;
  number: string;
  call: string;
  titleZh: string;
  titleEn: string;
  chainSegment: string;
  cityCode: string;
  /** The abstract that the company wrote for the public; of everything else a reviewer reads after the declaration. */
  abstract: string;
  wish: WishKind | null;
}

/** Abstracts are read out of whole submissions. */
export const wishesPerPage = 20;

/** One page of what a reviewer may say a wish about, by number. One statement. */
export async function listWishes(ctx: Context, cursor: Cursor | null): Promise<Page<WishableApplication>> {
  const upwards = !readsBackwards(cursor);
  const db = ctx.db.read;
  let rows = wishableApplications(db, ctx.actor)
    .innerJoin("call as l", "l.id", "a.call_id")
    .leftJoin("submission as v", "v.id", "a.current_submission_id")
    .leftJoin("reviewer_wish as w", (join) =>
      join.onRef("w.application_id", "=", "a.id").onRef("w.person_id", "=", "r.person_id"),
    )
    .select([
      "a.id",
      "a.number",
      "l.code as call",
      "a.title_zh as titleZh",
      "a.title_en as titleEn",
      "a.chain_segment as chainSegment",
      "a.city_code as cityCode",
      "w.wish",
      jsonText(db, "v.snapshot", "raw", "summary").as("abstract"),
    ])
    .orderBy(sql`coalesce(a.number, '')`, upwards ? "asc" : "desc")
    .orderBy("a.id", upwards ? "asc" : "desc")
    .limit(wishesPerPage + 1);
  if (cursor) rows = rows.where(beyondCursor(sql`coalesce(a.number, '')`, sql.ref("a.id"), cursor, upwards));
  const found = (await rows.execute()).map((row) => ({
    ...row,
    number: row.number ?? "",
    abstract: (row.abstract ?? "").trim(),
  }));
  return toPage(found, cursor, ({ number, id }) => cursorText(number, id), wishesPerPage);
}

/** Whether there is anything to wish for: the reviewers' pages link to the list only then. */
export async function hasWishes(ctx: Context): Promise<boolean> {
  const row = await wishableApplications(ctx.db.read, ctx.actor).select("a.id").limit(1).executeTakeFirst();
  return row !== undefined;
}

export interface WishCounts {
  all: number;
  said: number;
}

/** How many there are, and about how many something has been said. */
export async function countWishes(ctx: Context): Promise<WishCounts> {
  const row = await wishableApplications(ctx.db.read, ctx.actor)
    .leftJoin("reviewer_wish as w", (join) =>
      join.onRef("w.application_id", "=", "a.id").onRef("w.person_id", "=", "r.person_id"),
    )
    .select((eb) => [
      eb.fn.count<number>("a.id").as("all"),
      eb.fn.count<number>("w.application_id").as("said"),
    ])
    .executeTakeFirstOrThrow();
  return { all: Number(row.all), said: Number(row.said) };
}
