/** Small definitions, sound and broken, put together by hand. */
export const text = (zh: string) => ({ zh, en: "en" });
export const question = (key: string, rest: object = {}) => ({
  key,
  type: "integer",
  label: text(key),
  ...rest,
});
export const table = (rest: object = {}) => ({
  key: "rows",
  type: "table",
  label: text("rows"),
  rowName: text("row"),
  addLabel: text("add"),
  maxRows: 5,
  columns: [
    question("x"),
    { key: "kind", type: "choice", label: text("kind"), options: [{ code: "a", label: text("a") }] },
  ],
  ...rest,
});
export const form = (questions: object[], section: object = {}) => ({
  code: "T",
  version: 1,
  title: text("t"),
  parts: [
    {
      key: "p",
      title: text("p"),
      sections: [{ key: "s", title: text("s"), groups: [{ key: "g", questions }], ...section }],
    },
  ],
});
export const rule = (rest: object) => ({
  key: "r",
  level: "error",
  at: ["a"],
  holds: true,
  message: text("m"),
  ...rest,
});

export const number = (key: string, rest: object = {}) => question(key, rest);
export const shown = (key: string, visibleWhen: unknown) => question(key, { visibleWhen });
export const computed = (key: string, value: unknown, rest: object = {}) =>
  question(key, { type: "computed", result: "integer", value, ...rest });
export const choice = (key: string, codes: string[], rest: object = {}) =>
  question(key, { type: "choice", options: codes.map((code) => ({ code, label: text(code) })), ...rest });
export const words = (key: string, rest: object = {}) =>
  question(key, { type: "short_text", limits: { zh: { max: 20 } }, ...rest });
export const file = (key: string, rest: object = {}) =>
  question(key, { type: "file", accept: ["pdf"], maxSizeMb: 1, maxCount: 2, ...rest });
export const cell = (column: string) => ({ cell: column });
export const ref = (key: string) => ({ ref: key });
export const deep = (levels: number): unknown => (levels === 0 ? true : { not: deep(levels - 1) });
export const ruled = (rest: object, questions: object[] = [number("a"), table()]) =>
  form(questions, { rules: [rule(rest)] });

export function withGroup(rest: object) {
  const source = form([]);
  source.parts[0]!.sections[0]!.groups = [{ key: "g", ...rest } as never];
  return source;
}

export function twice(level: "parts" | "sections" | "groups") {
  const source = form([number("a")]);
  const lists = {
    parts: source.parts,
    sections: source.parts[0]!.sections,
    groups: source.parts[0]!.sections[0]!.groups,
  };
  const list: object[] = lists[level];
  list.push(structuredClone(list[0]!));
  return source;
}

export const advice = (key: string, item: object = {}) => ({
  key,
  title: text(key),
  items: [
    {
      key: "i",
      label: text("i"),
      value: ref("a"),
      as: "integer",
      threshold: text("5"),
      holds: { ge: [ref("a"), 5] },
      ...item,
    },
  ],
  met: text("met"),
  unmet: text("unmet"),
});
