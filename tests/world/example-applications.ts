import { formDefinitionSchema, type FormDefinition } from "#app/domain/forms/definition.ts";
import type { AttachedFile, CheckEnv } from "#app/domain/forms/check-env.ts";
import type { RawAnswers } from "#app/domain/forms/raw-answers.ts";
import { c12Examples, c12FileKeys, filledC12 } from "#db/programme/examples/c12.ts";
import { c11Examples, c11FileKeys, filledC11 } from "#db/programme/examples/c11.ts";
import { c10FileKeys, c10Themes, filledC10 } from "#db/programme/examples/c10.ts";
import { c7FileKeys, c7Themes, filledC7 } from "#db/programme/examples/c7.ts";
import { c8FileKeys, c8Themes, filledC8 } from "#db/programme/examples/c8.ts";
import { c9FileKeys, c9Themes, filledC9 } from "#db/programme/examples/c9.ts";
import { c1FileKeys, c1Themes, filledC1 } from "#db/programme/examples/c1.ts";
import { c2FileKeys, c2Themes, filledC2 } from "#db/programme/examples/c2.ts";
import { c3FileKeys, c3Themes, filledC3 } from "#db/programme/examples/c3.ts";
import { c4FileKeys, c4Themes, filledC4 } from "#db/programme/examples/c4.ts";
import { c6FileKeys, c6Themes, filledC6 } from "#db/programme/examples/c6.ts";
import { sizes } from "#db/programme/examples/sizes.ts";
import { strandExamples } from "#db/programme/examples/strands.ts";
import { type Filled, inEachTrade } from "#db/programme/examples/trades.ts";
import type { FormData } from "#db/programme/programme-types.ts";
import { c12Form } from "#db/programme/forms/c12.ts";
import { c11Form } from "#db/programme/forms/c11.ts";
import { c10Form } from "#db/programme/forms/c10.ts";
import { c7Form } from "#db/programme/forms/c7.ts";
import { c8Form } from "#db/programme/forms/c8.ts";
import { c9Form } from "#db/programme/forms/c9.ts";
import { c1Form } from "#db/programme/forms/c1.ts";
import { c2Form } from "#db/programme/forms/c2.ts";
import { c3Form } from "#db/programme/forms/c3.ts";
import { c4Form } from "#db/programme/forms/c4.ts";
import { c5Form } from "#db/programme/forms/c5.ts";
import { c6Form } from "#db/programme/forms/c6.ts";
import { exampleAnswersC5, exampleFilesC5 } from "./example-answers-c5.ts";

/** A call's form with an application that is complete and contradicts itself nowhere. */
export type ExampleApplication = {
  code: string;
  /** The call whose questions it answers: another one where `code` takes that along. */
  strand: string;
  definition: FormDefinition;
  answers: RawAnswers;
  env: CheckEnv;
};

const today = "2026-12-09";

const fileFor = (key: string, index: number): AttachedFile => ({
  id: `01930000-0000-7000-8000-${String(index + 1).padStart(12, "0")}`,
  name: `${key}.${key.startsWith("a04") || key.startsWith("a13") ? "xlsx" : "pdf"}`,
  size: 1_800_000 + index * 1000,
});

const example = (
  form: FormData,
  answers: RawAnswers,
  fileKeys: readonly string[],
  strand = form.code,
): ExampleApplication => ({
  code: form.code,
  strand,
  definition: formDefinitionSchema.parse(form),
  answers,
  env: {
    today,
    files: Object.fromEntries(fileKeys.map((key, index) => [key, [fileFor(key, index)]])),
  },
});

export const exampleApplications: ExampleApplication[] = [
  example(c1Form, filledC1(), c1FileKeys),
  example(c2Form, filledC2(), c2FileKeys),
  example(c3Form, filledC3(), c3FileKeys),
  example(c4Form, filledC4(), c4FileKeys),
  example(c5Form, exampleAnswersC5, Object.keys(exampleFilesC5)),
  example(c6Form, filledC6(), c6FileKeys),
  example(c11Form, filledC11(), c11FileKeys),
  example(c10Form, filledC10(), c10FileKeys),
  example(c7Form, filledC7(), c7FileKeys),
  example(c8Form, filledC8(), c8FileKeys),
  example(c9Form, filledC9(), c9FileKeys),
  example(c12Form, filledC12(), c12FileKeys),
];

const forms = new Map([c2Form, c5Form, c7Form].map((form) => [form.code, form]));

/** The calls that are filed with another one this round, answered in that one's form. */
export const strandApplications: ExampleApplication[] = strandExamples.map(
  ({ taking, strand, trades, fileKeys }) => example(forms.get(taking)!, trades[0]!(), fileKeys, strand),
);

/** A call's examples of every trade and size but the first, which stands above. */
const further = (form: FormData, trades: readonly Filled[], fileKeys: readonly string[], strand?: string) =>
  trades
    .flatMap((filled) => sizes.map((size) => filled(undefined, size)))
    .slice(1)
    .map((answers) => example(form, answers, fileKeys, strand));

/** Further believable applications to a call: of other trades than its first example, or of other sizes. */
export const otherApplications: ExampleApplication[] = [
  ...further(c1Form, inEachTrade(filledC1, c1Themes), c1FileKeys),
  ...further(c2Form, inEachTrade(filledC2, c2Themes), c2FileKeys),
  ...further(c3Form, inEachTrade(filledC3, c3Themes), c3FileKeys),
  ...further(c4Form, inEachTrade(filledC4, c4Themes), c4FileKeys),
  ...further(c6Form, inEachTrade(filledC6, c6Themes), c6FileKeys),
  ...further(c7Form, inEachTrade(filledC7, c7Themes), c7FileKeys),
  ...further(c8Form, inEachTrade(filledC8, c8Themes), c8FileKeys),
  ...further(c9Form, inEachTrade(filledC9, c9Themes), c9FileKeys),
  ...further(c10Form, inEachTrade(filledC10, c10Themes), c10FileKeys),
  ...strandExamples.flatMap(({ taking, strand, trades, fileKeys }) =>
    further(forms.get(taking)!, trades, fileKeys, strand),
  ),
  ...c11Examples.slice(1).map((each) => example(c11Form, filledC11(undefined, each), c11FileKeys)),
  ...c12Examples.slice(1).map((each) => example(c12Form, filledC12(undefined, each), c12FileKeys)),
];
