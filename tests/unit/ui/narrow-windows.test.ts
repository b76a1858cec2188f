import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const folder = "app/ui/styles";
const styles = readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, "utf8"));

/** Widths at which anything changes, in px; 1rem is 16. */
const breakpoints = styles.flatMap((css) =>
  [...css.matchAll(/\bwidth\s*[<>]=?\s*([\d.]+)(rem|px)|(?:min|max)-width:\s*([\d.]+)(rem|px)\s*\)/g)].map(
    ([, number = "", unit, otherNumber = "", otherUnit]) =>
      Number(number || otherNumber) * ((unit ?? otherUnit) === "rem" ? 16 : 1),
  ),
);

test("no style changes between 320 and 390 px: what fits the narrowest phone fits the others", () => {
  expect(breakpoints.length).toBeGreaterThan(10);
  expect(breakpoints.filter((width) => width > 320 && width <= 390)).toEqual([]);
});
