/** Words of the language of formulas, which no name can be without quotes. */
export const formulaWords = new Set([
  ...["and", "or", "not", "in", "includes", "mentions", "where", "yes", "no", "today", "row", "answer"],
  ...["files", "answered", "coalesce", "if", "count", "sum", "min", "max", "any", "all", "add", "multiply"],
  ...["abs", "round", "length", "year", "add_months"],
]);

export const isPlainName = (name: string): boolean =>
  /^[a-z][a-z0-9_]*$/.test(name) && !formulaWords.has(name);
