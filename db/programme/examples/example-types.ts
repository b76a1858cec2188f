export type ExampleRow = { id: string; cells: Record<string, string | string[]> };
/** Raw answers, as a person would have typed them. */
export type ExampleAnswers = Record<string, string | string[] | ExampleRow[]>;

/** What an example makes, in the words its longer answers are written around. */
export type ProductWords = {
  /** As it stands in a sentence: 碳化硅功率器件. */
  productZh: string;
  productNames: readonly [string, string];
  uses: string;
  keyTool: string;
  marketZh: string;
  marketSize: string;
};

export type PlaceWords = { city: string; park: string };

export type ExampleApplicant = {
  nameZh: string;
  nameEn: string;
  uscc: string;
  /** GB/T 2260 code of one of the eleven cities. */
  city: string;
  cityName: string;
  county: string;
  park: string;
  parkName: string;
  /** Prefecture by its code, county, and the rest. */
  address: [city: string, county: string, detail: string];
  postcode: string;
  legalRep: string;
  contact: string;
  mobile: string;
  email: string;
};

/** Rows with ids r1, r2 … from a table written as lists. */
export const rows = (
  columns: readonly string[],
  cells: readonly (readonly (string | string[])[])[],
): ExampleRow[] =>
  cells.map((row, index) => ({
    id: `r${index + 1}`,
    cells: Object.fromEntries(columns.map((column, at) => [column, row[at] ?? ""])),
  }));

/** 万元 with two decimals, as the portal writes it. */
export const wan = (amount: number): string =>
  amount.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
