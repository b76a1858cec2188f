import { edaTeam } from "./c8-eda.ts";
import { rfTeam } from "./c8-rf.ts";
import type { ExampleAnswers, ExampleApplicant } from "./example-types.ts";
import { filledInnovation, innovationFileKeys } from "./innovation.ts";
import type { Size } from "./sizes.ts";

export const c8Themes = [rfTeam, edaTeam] as const;

/** Every required question answered, nothing contradicting anything. */
export function filledC8(
  given?: ExampleApplicant,
  size?: Size,
  theme: (typeof c8Themes)[number] = rfTeam,
): ExampleAnswers {
  return filledInnovation(theme, given ?? theme.applicant, size);
}

export const c8FileKeys = [...innovationFileKeys, "a16_team_papers", "a16_employment_papers"] as const;
