import type { SummarisedError } from "./error-summary.tsx";

interface ConformForm {
  id: string;
  allErrors: Record<string, string[] | undefined>;
}

/** Every error of a Conform form for the summary above it, in the order of the form, each a link to its control. */
export const formErrors = ({ id, allErrors }: ConformForm): SummarisedError[] =>
  Object.entries(allErrors).flatMap(([name, sentences]) =>
    (sentences ?? []).map((text) => ({ href: name === "" ? `#${id}` : `#${id}-${name}`, text })),
  );
