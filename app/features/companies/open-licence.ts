import type { Readable } from "node:stream";
import { can } from "#app/domain/companies/policy.ts";
import type { Context } from "#app/features/context.ts";
import { visibleCompanies } from "./visible-companies.ts";

/** The licence as it was uploaded, for its owner and the people who confirm it. */
export async function openLicence(
  ctx: Context,
  companyId: string,
): Promise<{ stream: Readable; size: number; name: string; mime: string } | undefined> {
  if (!can(ctx.actor, "read_licence", { companyId, usccState: "" })) return undefined;
  const file = await visibleCompanies(ctx.db.read, ctx.actor)
    .innerJoin("file as f", "f.id", "company.licence_file_id")
    .select(["f.storage_key", "f.name", "f.mime"])
    .where("company.id", "=", companyId)
    .where("f.removed_at", "is", null)
    .executeTakeFirst();
  if (!file) return undefined;
  return { ...(await ctx.files.open(file.storage_key)), name: file.name, mime: file.mime };
}
