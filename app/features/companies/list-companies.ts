import { isStaff } from "#app/domain/accounts/actor.ts";
import { containsText } from "#app/platform/database/sql.ts";
import type { Context } from "#app/features/context.ts";
import { visibleCompanies } from "./visible-companies.ts";

export interface CompanyRow {
  id: string;
  uscc: string;
  usccState: "valid" | "pending" | "confirmed" | "refused";
  nameZh: string;
  nameEn: string;
  createdAt: string;
  members: number;
}

interface Question {
  /** `pending`: those whose code waits for a person. */
  show: "pending" | "all";
  /** Part of a name or of the code. */
  search?: string;
  /** The last id of the page before. */
  after?: string;
}

const pageSize = 50;

/** Companies for the fund's staff: waiting ones oldest first, otherwise the newest first; one statement. */
export async function listCompanies(
  ctx: Context,
  { show, search = "", after = "" }: Question,
): Promise<{ rows: CompanyRow[]; next: string | undefined }> {
  if (!isStaff(ctx.actor)) return { rows: [], next: undefined };
  const db = ctx.db.read;
  const rows = await visibleCompanies(db, ctx.actor)
    .select((eb) => [
      "company.id",
      "company.uscc",
      "company.uscc_state as usccState",
      "company.name_zh as nameZh",
      "company.name_en as nameEn",
      "company.created_at as createdAt",
      eb
        .selectFrom("company_member")
        .select((of) => of.fn.countAll<number>().as("n"))
        .whereRef("company_member.company_id", "=", "company.id")
        .as("members"),
    ])
    .$if(show === "pending", (query) => query.where("company.uscc_state", "=", "pending"))
    .$if(search !== "", (query) =>
      query.where((eb) =>
        eb.or([
          containsText(db, "company.name_zh", search),
          containsText(db, "company.name_en", search),
          containsText(db, "company.uscc", search),
        ]),
      ),
    )
    .$if(after !== "", (query) => query.where("company.id", show === "pending" ? ">" : "<", after))
    .orderBy("company.id", show === "pending" ? "asc" : "desc")
    .limit(pageSize + 1)
    .execute();
  const page = rows.slice(0, pageSize).map((row) => ({ ...row, members: Number(row.members ?? 0) }));
  return { rows: page, next: rows.length > pageSize ? page.at(-1)?.id : undefined };
}

/** How many codes wait for a person. */
export async function countPendingCompanies(ctx: Context): Promise<number> {
  if (!isStaff(ctx.actor)) return 0;
  const { n } = await visibleCompanies(ctx.db.read, ctx.actor)
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("company.uscc_state", "=", "pending")
    .executeTakeFirstOrThrow();
  return Number(n);
}
