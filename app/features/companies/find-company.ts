import { type CompanyRole, companyRole } from "#app/domain/accounts/actor.ts";
import type { Context } from "#app/features/context.ts";
import { visibleCompanies } from "./visible-companies.ts";

export interface CompanyDetails {
  id: string;
  uscc: string;
  usccState: "valid" | "pending" | "confirmed" | "refused";
  usccNote: string;
  nameZh: string;
  nameEn: string;
  createdAt: string;
  version: number;
  members: number;
  licence: { id: string; name: string; size: number; uploadedAt: string } | null;
  /** Undefined for the fund's staff. */
  role: CompanyRole | undefined;
}

/** One company the actor may see, without its profile. */
export async function findCompany(ctx: Context, companyId: string): Promise<CompanyDetails | undefined> {
  const row = await visibleCompanies(ctx.db.read, ctx.actor)
    .leftJoin("file as f", "f.id", "company.licence_file_id")
    .select((eb) => [
      "company.id",
      "company.uscc",
      "company.uscc_state as usccState",
      "company.uscc_note as usccNote",
      "company.name_zh as nameZh",
      "company.name_en as nameEn",
      "company.created_at as createdAt",
      "company.version",
      "f.id as fileId",
      "f.name as fileName",
      "f.size as fileSize",
      "f.uploaded_at as fileUploadedAt",
      eb
        .selectFrom("company_member")
        .select((of) => of.fn.countAll<number>().as("n"))
        .whereRef("company_member.company_id", "=", "company.id")
        .as("members"),
    ])
    .where("company.id", "=", companyId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { fileId, fileName, fileSize, fileUploadedAt, members, ...company } = row;
  const licence = fileId
    ? { id: fileId, name: fileName ?? "", size: Number(fileSize ?? 0), uploadedAt: fileUploadedAt ?? "" }
    : null;
  return { ...company, members: Number(members ?? 0), licence, role: companyRole(ctx.actor, companyId) };
}
