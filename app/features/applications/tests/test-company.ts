import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { mayCall } from "#app/domain/calls/policy.ts";
import { usccCheckCharacter } from "#app/domain/companies/uscc.ts";
import type { Context } from "#app/features/context.ts";
import type { Write } from "#app/platform/database/database.ts";
import { holdName } from "#app/platform/database/sql.ts";
import { newId } from "#app/platform/new-id.ts";

/** Held by whoever founds or dissolves a company of tests. */
export const testCompanyName = "test_company";

const body = "91149900MA0TE5T";
const digits = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** Passes every check of a code and is nobody's. The office's is the first, the others are outside testers'. */
function testUscc(serial: number): string {
  const code = body + digits.charAt(Math.floor(serial / 31)) + digits.charAt(serial % 31);
  return code + usccCheckCharacter(code);
}

/**
 * The company that the person's tests are made for. Everybody of the office is an owner of the one they share; a
 * tester from outside has one alone, and so sees nobody else's tests.
 */
export async function joinTestCompany(trx: Write, ctx: Context, actor: PersonActor): Promise<string> {
  await holdName(trx, testCompanyName, "alone");
  const { personId } = actor;
  const companies = trx.selectFrom("company").select("id").where("is_test", "=", 1);
  const isOffice = mayCall(actor, "test");
  const standing = isOffice
    ? await companies.where("uscc", "=", testUscc(0)).executeTakeFirst()
    : await companies.where("created_by", "=", personId).where("uscc", "!=", testUscc(0)).executeTakeFirst();
  const id = standing?.id ?? (await found(trx, ctx, personId, isOffice ? testUscc(0) : await freeUscc(trx)));
  const at = ctx.now.toISOString();
  await trx
    .insertInto("company_member")
    .values({ company_id: id, person_id: personId, role: "owner", added_by: null, added_at: at, is_test: 1 })
    .onConflict((conflict) => conflict.columns(["company_id", "person_id"]).doNothing())
    .execute();
  return id;
}

async function found(trx: Write, { now }: Context, personId: string, uscc: string): Promise<string> {
  const id = newId();
  await trx
    .insertInto("company")
    .values({
      ...{ id, uscc, uscc_state: "valid", licence_file_id: null, profile: "{}", is_test: 1 },
      ...{ name_zh: "测试企业（非真实）", name_en: "Test company (not real)" },
      ...{ created_at: now.toISOString(), created_by: personId, version: 1 },
    })
    .execute();
  return id;
}

async function freeUscc(trx: Write): Promise<string> {
  const rows = await trx.selectFrom("company").select("uscc").where("is_test", "=", 1).execute();
  const taken = new Set(rows.map(({ uscc }) => uscc));
  for (let serial = 1; serial < digits.length ** 2; serial += 1)
    if (!taken.has(testUscc(serial))) return testUscc(serial);
  throw new Error("There are more testers at once than codes for them");
}
