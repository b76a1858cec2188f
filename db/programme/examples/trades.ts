import type { ExampleAnswers, ExampleApplicant } from "./example-types.ts";
import type { Size } from "./sizes.ts";

/** One believable application, whoever files it and however large it is. */
export type Filled = (applicant?: ExampleApplicant, size?: Size) => ExampleAnswers;

/** The same call in each of its trades. */
export const inEachTrade = <Theme>(
  filled: (applicant?: ExampleApplicant, size?: Size, theme?: Theme) => ExampleAnswers,
  themes: readonly Theme[],
): readonly Filled[] => themes.map((theme) => (applicant, size) => filled(applicant, size, theme));
