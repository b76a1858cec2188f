import { checkDefinition } from "#app/domain/forms/check-definition.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import { companyProfileForm } from "#db/programme/forms/company-profile.ts";

const checked = checkDefinition(companyProfileForm);
if (!checked.ok)
  throw new Error(`The company profile's form is wrong: ${JSON.stringify(checked.problems[0])}`);

/** The sections every application starts from. */
export const profileForm: FormDefinition = checked.definition;

/** Known from the registration; changed there and nowhere else. */
export const registeredKeys: ReadonlySet<string> = new Set(["uscc", "name_zh", "name_en"]);

export const readProfile = (json: string): RawAnswers =>
  json === "" ? {} : (JSON.parse(json) as RawAnswers);

/** The profile with the registration as it is now. */
export const withRegistration = (
  profile: RawAnswers,
  { uscc, nameZh, nameEn }: { uscc: string; nameZh: string; nameEn: string },
): RawAnswers => ({ ...profile, uscc, name_zh: nameZh, name_en: nameEn });
