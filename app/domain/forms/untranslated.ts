import { spotsOf, type Spot } from "./definition-spots.ts";
import type { FormDefinition, LocalText } from "./definition.ts";

export interface Untranslated {
  spot: Spot;
  property: string;
  text: string;
}

const han = /\p{Script=Han}/u;

/** A text that was written in one language only stands in both until somebody translates it. */
export const isUntranslated = ({ zh, en }: LocalText): boolean =>
  zh.trim() === en.trim() && (han.test(en) || /[a-z]+ [a-z]+/i.test(en));

/** Every text that still waits for its other language, in the order of the form. */
export function untranslatedTexts(definition: FormDefinition): Untranslated[] {
  return spotsOf(definition).flatMap((spot) =>
    Object.entries(spot.properties).flatMap(([property, value]) =>
      (Array.isArray(value) ? value : [value])
        .filter((text): text is LocalText => isText(text) && isUntranslated(text))
        .map(({ zh }) => ({ spot, property, text: zh })),
    ),
  );
}

const isText = (value: unknown): value is LocalText =>
  typeof value === "object" &&
  value !== null &&
  "zh" in value &&
  typeof value.zh === "string" &&
  "en" in value &&
  typeof value.en === "string";
