import type { TableColumn, TableQuestion } from "../definition.ts";

/** Stands for the column that names the rows of a table whose rows the form gives. */
export const rowNameKey = "#row";

/** Heads are compared without their unit, without spaces, stars and colons, in one width. */
export function foldedHead(head: string): string {
  let text = head.normalize("NFKC").toLowerCase().trim();
  for (let bracket = unit.exec(text); bracket && bracket.index > 0; bracket = unit.exec(text))
    text = text.slice(0, bracket.index).trim();
  return text.replace(/[\s*:_"'“”‘’%.-]+/g, "");
}

const unit = /(?:\([^()]*\)|\[[^[\]]*\]|【[^【】]*】)\s*[*:]?\s*$/;

/** What a column may be called in a sheet: its label or short label in either language, or its key. */
export function headsOf(column: TableColumn): string[] {
  const { label, shortLabel, key } = column;
  return [label.zh, label.en, shortLabel?.zh, shortLabel?.en, key]
    .flatMap((head) => (head === undefined ? [] : [foldedHead(head)]))
    .filter((head) => head !== "");
}

/** Which of the table's columns each cell of a row names, in the sheet's order; each column at most once. */
export function matchHeads(question: TableQuestion, cells: readonly string[]): (string | undefined)[] {
  const taken = new Set<string>();
  const claim = (key: string) => {
    taken.add(key);
    return key;
  };
  return cells.map((cell) => {
    const head = foldedHead(cell);
    if (head === "") return undefined;
    const named = question.columns.find((column) => !taken.has(column.key) && headsOf(column).includes(head));
    if (named) return claim(named.key);
    const isRowName = question.fixedRows && !taken.has(rowNameKey) && rowNameHeads(question).includes(head);
    return isRowName ? claim(rowNameKey) : undefined;
  });
}

const rowNameHeads = ({ rowName, label }: TableQuestion): string[] =>
  [rowName.zh, rowName.en, label.zh, label.en, "项目", "科目", "item"].map(foldedHead);

/** The fixed row a cell names, by its label in either language or its id. */
export function fixedRowOf(question: TableQuestion, cell: string): string | undefined {
  const name = foldedHead(cell);
  if (name === "") return undefined;
  return question.fixedRows?.find(({ id, label }) =>
    [label.zh, label.en, id].some((known) => foldedHead(known) === name),
  )?.id;
}
