import { can } from "#app/domain/companies/policy.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import type { Context } from "#app/features/context.ts";
import { profileForm, readProfile } from "#app/features/profile-form.ts";
import { visibleCompanies } from "./visible-companies.ts";

export interface CompanyProfile {
  companyId: string;
  nameZh: string;
  nameEn: string;
  definition: FormDefinition;
  raw: RawAnswers;
  mayEdit: boolean;
}

/** The company's profile, for its own people. */
export async function findProfile(ctx: Context, companyId: string): Promise<CompanyProfile | undefined> {
  const company = await visibleCompanies(ctx.db.read, ctx.actor)
    .innerJoin("company_member as m", "m.company_id", "company.id")
    .select(["company.id", "company.name_zh as nameZh", "company.name_en as nameEn", "company.profile"])
    .where("company.id", "=", companyId)
    .where("m.person_id", "=", ctx.actor.kind === "person" ? ctx.actor.personId : "")
    .executeTakeFirst();
  if (!company) return undefined;
  const { id, nameZh, nameEn, profile } = company;
  return {
    companyId: id,
    nameZh,
    nameEn,
    definition: profileForm,
    raw: readProfile(profile),
    mayEdit: can(ctx.actor, "edit_profile", { companyId, usccState: "" }),
  };
}

/** Who saved the profile last, to name beside a conflict. */
export async function findLastProfileChange(
  ctx: Context,
  companyId: string,
): Promise<{ name: string; at: string } | undefined> {
  return ctx.db.read
    .selectFrom("event as e")
    .innerJoin("person as p", "p.id", "e.actor_id")
    .select(["p.name", "e.at"])
    .where("e.company_id", "=", companyId)
    .where("e.type", "=", "company.profile_changed")
    .orderBy("e.seq", "desc")
    .limit(1)
    .executeTakeFirst();
}
