import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  afterPairEvent,
  behindOf,
  noPairEvents,
  type PairEvent,
  pairState,
} from "#app/domain/applications/draft/stale-pairs.ts";

const pair = { first: "zh", second: "en" };
const at = (minute: number) => new Date(Date.UTC(2026, 10, 23) + minute * 60_000).toISOString();
const typed = (minute: number, key: string, before: string | null, after: string): PairEvent => ({
  ...{ key, at: at(minute), before, after },
});
const confirmed = (minute: number, key: string): PairEvent => ({ key, at: at(minute) });
const written = [typed(0, "zh", null, "甲"), typed(40, "en", null, "A")];

describe("a text in two languages", () => {
  it.each<[string, PairEvent[], string | null]>([
    ["is not behind while one is written after the other", written, null],
    ["is behind when the other changes afterwards", [...written, typed(80, "zh", "甲", "乙")], "en"],
    [
      "no longer when it changes too",
      [...written, typed(80, "zh", "甲", "乙"), typed(81, "en", "A", "B")],
      null,
    ],
    [
      "no longer when the change is taken back",
      [...written, typed(80, "zh", "甲", "乙"), typed(90, "zh", "乙", "甲")],
      null,
    ],
    [
      "still when it changed and was changed back itself",
      [...written, typed(80, "zh", "甲", "乙"), typed(81, "en", "A", "B"), typed(82, "en", "B", "A")],
      "en",
    ],
    [
      "no longer when somebody says it is right",
      [...written, typed(80, "zh", "甲", "乙"), confirmed(81, "en")],
      null,
    ],
    [
      "again when the other changes after that",
      [...written, typed(80, "zh", "甲", "乙"), confirmed(81, "en"), typed(82, "zh", "乙", "丙")],
      "en",
    ],
    [
      "not by what is still the first writing, half an hour later at most",
      [typed(0, "en", null, "A"), typed(40, "zh", null, "甲"), typed(70, "zh", "甲", "乙")],
      null,
    ],
    [
      "by what comes later than that",
      [typed(0, "en", null, "A"), typed(40, "zh", null, "甲"), typed(71, "zh", "甲", "乙")],
      "en",
    ],
    ["not by a text that was emptied", [...written, typed(80, "zh", "甲", "")], null],
  ])("%s", (_what, events, behind) => {
    expect(pairState(pair, events).behind).toBe(behind);
    expect(pairState(pair, events.toReversed()).behind).toBe(behind);
  });

  it("is not shown as behind while either is empty", () => {
    const state = pairState(pair, [...written, typed(80, "zh", "甲", "乙")]);
    expect(behindOf(pair, state, (key) => (key === "en" ? " " : "乙"))).toBeNull();
    expect(behindOf(pair, state, () => "x")).toBe("en");
  });
});

/** Typing as keystrokes, with pauses in minutes and what was pressed at last: a letter, or back to nothing. */
const keystrokes = fc.array(
  fc.record({
    key: fc.constantFrom("zh", "en"),
    pause: fc.constantFrom(0.01, 0.5, 20, 29, 31, 200),
    text: fc.constantFrom("", "a", "b", "c"),
    isConfirmation: fc.boolean(),
  }),
  { maxLength: 14 },
);

function eventsOf(strokes: typeof keystrokes extends fc.Arbitrary<infer T> ? T : never): PairEvent[] {
  const texts = new Map<string, string>();
  let minute = 0;
  return strokes.map(({ key, pause, text, isConfirmation }) => {
    minute += pause;
    if (isConfirmation) return confirmed(minute, key);
    const event = typed(minute, key, texts.get(key) ?? null, text);
    texts.set(key, text);
    return event;
  });
}

test("a page that goes on from what the server knows says what the server will say", () => {
  fc.assert(
    fc.property(keystrokes, fc.nat(14), (strokes, drawn) => {
      const events = eventsOf(strokes);
      const known = JSON.parse(
        JSON.stringify(pairState(pair, events.slice(0, drawn))),
      ) as typeof noPairEvents;
      const typedOn = events.slice(drawn).reduce((state, event) => afterPairEvent(pair, state, event), known);
      expect(typedOn).toEqual(pairState(pair, events));
    }),
  );
});

test("keystrokes between two saves do not matter, as the server never hears of them", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("", "x", "y", "甲乙"), { minLength: 1, maxLength: 6 }),
      (between) => {
        const start = [...written, typed(80, "zh", "甲", "乙")];
        for (const key of ["zh", "en"]) {
          const from = key === "zh" ? "乙" : "A";
          const strokes = between.map((text, index) =>
            typed(90 + index / 100, key, between[index - 1] ?? from, text),
          );
          const saved = typed(91, key, from, between.at(-1) ?? from);
          expect(pairState(pair, [...start, ...strokes]).behind).toBe(
            pairState(pair, [...start, saved]).behind,
          );
        }
      },
    ),
  );
});
