import { diamondTransfer } from "./c9-diamond.ts";
import { ganTransfer } from "./c9-gan.ts";
import type { ExampleAnswers, ExampleApplicant } from "./example-types.ts";
import { filledInnovation, innovationFileKeys } from "./innovation.ts";
import type { Size } from "./sizes.ts";

export const c9Themes = [ganTransfer, diamondTransfer] as const;

/** Every required question answered, nothing contradicting anything. */
export function filledC9(
  given?: ExampleApplicant,
  size?: Size,
  theme: (typeof c9Themes)[number] = ganTransfer,
): ExampleAnswers {
  return filledInnovation(theme, given ?? theme.applicant, size);
}

export const c9FileKeys = [...innovationFileKeys, "a15_cooperation"] as const;
