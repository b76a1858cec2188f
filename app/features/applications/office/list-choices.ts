import type { Read } from "#app/platform/database/database.ts";

export interface CallChoice {
  id: string;
  code: string;
  year: number;
  titleZh: string;
  titleEn: string;
}

export interface OfficerChoice {
  id: string;
  name: string;
}

/** Calls a list can be narrowed to, by code: C1, C2 … C12. */
export async function listCallChoices(db: Read): Promise<CallChoice[]> {
  const rows = await db
    .selectFrom("call")
    .select(["id", "code", "year", "title_zh as titleZh", "title_en as titleEn"])
    .execute();
  return rows.sort((a, b) => serial(a.code) - serial(b.code) || b.year - a.year);
}

/** People an application can be dealt to. */
export const listOfficerChoices = (db: Read): Promise<OfficerChoice[]> =>
  db
    .selectFrom("person")
    .select(["person.id", "person.name"])
    .where("person.disabled_at", "is", null)
    .where("person.id", "in", (eb) =>
      eb
        .selectFrom("staff_role")
        .select("staff_role.person_id")
        .where("staff_role.role", "in", ["officer", "administrator"]),
    )
    .orderBy("person.name")
    .orderBy("person.id")
    .execute();

const serial = (code: string): number => Number(code.replace(/\D/g, "")) || 0;
