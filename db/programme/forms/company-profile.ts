import { text } from "../ask.ts";
import type { FormData } from "../programme-types.ts";
import { company } from "../sections/company.ts";
import { ownership } from "../sections/ownership.ts";

/** Filled once by a company; every application starts from it. */
export const companyProfileForm: FormData = {
  language: 1,
  code: "company-profile",
  version: 1,
  title: text("企业资料", "Company profile"),
  parts: [
    {
      key: "company",
      title: text("企业资料", "Company profile"),
      sections: [company(), ownership()],
    },
  ],
};
