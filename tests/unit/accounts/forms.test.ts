import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import * as accountForms from "#app/domain/accounts/account-forms.ts";
import * as companyForms from "#app/domain/companies/company-forms.ts";
import { accountErrorMessages } from "#app/i18n/messages/account-errors.ts";
import { companyErrorMessages } from "#app/i18n/messages/companies-errors.ts";

type Fields = Record<string, string | string[]>;

function parse(schema: z.ZodType, fields: Fields) {
  const formData = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const each of [value].flat()) formData.append(name, each);
  return parseWithZod(formData, { schema });
}

function read(schema: z.ZodType, fields: Fields) {
  const submission = parse(schema, fields);
  return submission.status === "success" ? submission.value : submission.error;
}

describe("forms of accounts and companies", () => {
  const forms = { ...accountForms, ...companyForms };
  const schemas = Object.entries(forms).filter(([name]) => name.endsWith("Form")) as [string, z.ZodObject][];
  const nasty = ["", "   ", "x".repeat(3_000), "<b>", "\u0000\u200b", "[object Object]", "-1"];

  it.each(schemas)("%s says everything that can be wrong in both languages", (_name, schema) => {
    const zh = { ...accountErrorMessages.zh, ...companyErrorMessages.zh };
    const en = { ...accountErrorMessages.en, ...companyErrorMessages.en };
    for (const value of [undefined, ...nasty]) {
      const names = value === undefined ? [] : Object.keys(schema.shape);
      const answer = parse(schema, Object.fromEntries(names.map((name) => [name, value ?? ""])));
      const keys =
        answer.status === "success" ? [] : Object.values(answer.error ?? {}).flatMap((each) => each ?? []);
      for (const key of keys) {
        expect(zh).toHaveProperty(key);
        expect(en).toHaveProperty(key);
      }
    }
  });

  it("takes names as people write them", () => {
    const name = (typed: string) => read(accountForms.registrationForm, { name: typed, email: "a@b.cn" });
    expect(name("  欧阳　 娜 ")).toMatchObject({ name: "欧阳 娜" });
    expect(name(" ")).toEqual({ name: ["name_empty"] });
    expect(name("李雷<script>")).toEqual({ name: ["name_characters"] });
  });

  it("lets a code whose check character alone fails pass to the command, and names every other fault", () => {
    const uscc = (typed: string) => read(companyForms.correctUsccForm, { uscc: typed });
    expect(uscc(" 9114 0100ma0gt0018f ")).toEqual({ uscc: "91140100MA0GT0018F" });
    expect(uscc("91140100MA0GT00180")).toEqual({ uscc: "91140100MA0GT00180" });
    expect(uscc("91140100MA0GT0018")).toEqual({ uscc: ["uscc_length"] });
    expect(uscc("91140100MO0GT0018F")).toEqual({ uscc: ["uscc_characters"] });
    expect(uscc("12140000405700013Q")).toEqual({ uscc: ["uscc_kind"] });
    expect(uscc("  ")).toEqual({ uscc: ["uscc_length"] });
  });

  it("leaves the English name out when it is blank", () => {
    const named = { uscc: "91140100MA0GT0018F", nameZh: "甲子示例有限公司" };
    expect(read(companyForms.createCompanyForm, { ...named, nameEn: "" })).toEqual({ ...named, nameEn: "" });
    expect(read(companyForms.createCompanyForm, named)).toEqual({ ...named, nameEn: "" });
    expect(read(companyForms.createCompanyForm, { ...named, nameZh: "甲子" })).toEqual({
      nameZh: ["name_zh_short"],
    });
  });

  it("takes one role or several", () => {
    expect(read(accountForms.rolesForm, { roles: "officer" })).toEqual({ roles: ["officer"] });
    expect(read(accountForms.rolesForm, {})).toEqual({ roles: [] });
    const invitation = { name: "孙静", email: "a@b.cn", locale: "zh" };
    expect(read(accountForms.inviteStaffForm, invitation)).toEqual({ roles: ["roles_empty"] });
    expect(read(accountForms.inviteStaffForm, { ...invitation, roles: ["chief"] })).not.toHaveProperty(
      "name",
    );
  });
});
