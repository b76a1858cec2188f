import type { Readable } from "node:stream";
import { can } from "#app/domain/companies/policy.ts";
import type { Context } from "#app/features/context.ts";
import { visibleCompanies } from "./visible-companies.ts";

export interface Licence {
  name: string;
  mime: string;
  size: number;
  sha256: string;
  open(range?: { start: number; end: number }): Promise<Readable>;
}

/** The licence as it was uploaded, for its owner and the people who confirm it. */
export async function openLicence(ctx: Context, companyId: string): Promise<Licence | undefined> {
  if (!can(ctx.actor, "read_licence", { companyId, usccState: "" })) return undefined;
  const file = await visibleCompanies(ctx.db.read, ctx.actor)
    .innerJoin("file as f", "f.id", "company.licence_file_id")
    .select(["f.storage_key", "f.name", "f.mime", "f.size", "f.sha256"])
    .where("company.id", "=", companyId)
    .where("f.removed_at", "is", null)
    .executeTakeFirst();
  if (!file) return undefined;
  const { storage_key: key, ...licence } = file;
  return {
    ...licence,
    size: Number(licence.size),
    open: async (range) => (await ctx.files.open(key, range)).stream,
  };
}
