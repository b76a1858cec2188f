import type { Option } from "#app/domain/forms/definition.ts";
import { industryCodes } from "#db/programme/lists/industry.ts";
import { parks, shanxiCities } from "#db/programme/lists/places.ts";

/** The fund's own lists, which new questions of these types start with. */
const lists: Readonly<Record<string, readonly Option[]>> = {
  city: shanxiCities,
  gb4754: industryCodes,
  park: parks,
};

/** What a new question or column of a type comes with besides the least that the language asks. */
export function startingList(type: string): { options?: readonly Option[] } {
  const options = Object.hasOwn(lists, type) ? lists[type] : undefined;
  return options === undefined ? {} : { options };
}
