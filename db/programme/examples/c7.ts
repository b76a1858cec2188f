import { infraredCentre } from "./c7-infrared.ts";
import { reliabilityCentre } from "./c7-reliability.ts";
import type { ExampleAnswers, ExampleApplicant } from "./example-types.ts";
import { filledInnovation, innovationFileKeys } from "./innovation.ts";
import type { Size } from "./sizes.ts";

export const c7Themes = [reliabilityCentre, infraredCentre] as const;

/** Every required question answered, nothing contradicting anything. */
export function filledC7(
  given?: ExampleApplicant,
  size?: Size,
  theme: (typeof c7Themes)[number] = reliabilityCentre,
): ExampleAnswers {
  const applicant = given ?? theme.applicant;
  return { strand: "c7", ...filledInnovation(theme, applicant, size), centre_host: applicant.nameZh };
}

export const c7FileKeys = [
  ...innovationFileKeys,
  "a15_cooperation",
  "a16_team_papers",
  "a16_employment_papers",
] as const;
