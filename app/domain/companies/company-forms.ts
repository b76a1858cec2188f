import { z } from "zod";
import { emailField, oneLine } from "../accounts/account-forms.ts";
import { companyRoles } from "../accounts/actor.ts";
import { canApplyWithUscc, checkUscc } from "./uscc.ts";

/** Messages are keys; the sentences are in i18n/messages/companies-errors.ts. */
const chineseName = z.string({ error: "name_zh_empty" }).transform((typed, context) => {
  const name = oneLine(typed);
  const { length } = [...name];
  if (length >= 4 && length <= 80) return name;
  const message = length === 0 ? "name_zh_empty" : length < 4 ? "name_zh_short" : "name_zh_long";
  context.addIssue({ code: "custom", message });
  return z.NEVER;
});

const englishName = z
  .string()
  .optional()
  .transform((typed, context) => {
    const name = oneLine(typed ?? "");
    if ([...name].length <= 150) return name;
    context.addIssue({ code: "custom", message: "name_en_long" });
    return z.NEVER;
  });

/**
 * The code in its stored form. A code whose check character alone fails passes here: a person may confirm it
 * from the licence, so that is the command's question.
 */
const uscc = z.string({ error: "uscc_empty" }).transform((typed, context) => {
  const refuse = (message: string) => {
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  };
  const check = checkUscc(typed);
  if (!check.ok && check.reason !== "check_digit") return refuse(`uscc_${check.reason}`);
  return canApplyWithUscc(check.value) ? check.value : refuse("uscc_kind");
});

export const createCompanyForm = z.object({ uscc, nameZh: chineseName, nameEn: englishName });

export const correctUsccForm = z.object({ uscc });

export const companyNamesForm = z.object({ nameZh: chineseName, nameEn: englishName });

const role = z.enum(companyRoles, { error: "role_empty" });

export const inviteMemberForm = z.object({ email: emailField, role });

export const memberRoleForm = z.object({ role });

export const judgeUsccForm = z.object({
  verdict: z.enum(["confirm", "refuse"], { error: "verdict_empty" }),
  reason: z.string().trim().max(500, "reason_long").optional(),
  /** The company as it stood on the officer's screen. */
  version: z.coerce.number({ error: "stale" }).int("stale"),
});
