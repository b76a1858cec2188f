import {
  cell,
  computed,
  file,
  form,
  number,
  question,
  ref,
  shown,
  table,
  withGroup,
} from "./definition-parts.ts";

/** Answers that wait for each other, and those that wait too long: what was done, the definition, what is said. */
export const brokenRings: [what: string, definition: unknown, problem: string][] = [
  ["a question that shows itself", form([shown("a", { gt: [ref("a"), 1] })]), "s.a cycle path=a → a"],
  [
    "a ring of conditions",
    form([
      shown("a", { answered: ref("b") }),
      shown("b", { answered: ref("c") }),
      shown("c", { answered: ref("a") }),
    ]),
    "s.a cycle path=a → b → c → a",
  ],
  [
    "a ring through a computed value and a table",
    form([
      shown("a", { gt: [ref("c"), 1] }),
      computed("c", { sum: { of: "rows", value: cell("x") } }),
      table({ columns: [number("x", { visibleWhen: { answered: ref("a") } })] }),
    ]),
    "s.a cycle path=a → c → rows → rows/x → a",
  ],
  [
    "a computed value of itself",
    form([computed("a", { add: [ref("b"), 1] }), computed("b", ref("a"))]),
    "s.a cycle path=a → b → a",
  ],
  [
    "a licence asked for only once the code it explains is there",
    form([
      question("code", { type: "uscc", licenceIn: "licence" }),
      file("licence", { visibleWhen: { answered: ref("code") } }),
    ]),
    "s.code cycle path=code → licence → code",
  ],
  [
    "the same through a table",
    form([
      table({ columns: [question("code", { type: "uscc", licenceIn: "licence" })] }),
      file("licence", { visibleWhen: { any: { of: "rows", where: { answered: cell("code") } } } }),
    ]),
    "s.rows cycle path=rows → rows/code → licence → rows",
  ],
  [
    "questions that lean on each other in an endless row",
    form([
      number("q0"),
      ...Array.from({ length: 4_000 }, (_, index) => shown(`q${index + 1}`, { gt: [ref(`q${index}`), 0] })),
    ]),
    "s.q100 chain_too_long",
  ],
  [
    "a group that hides its own condition",
    withGroup({ visibleWhen: { answered: ref("a") }, questions: [number("a")] }),
    "s.a cycle path=a → a",
  ],
];
