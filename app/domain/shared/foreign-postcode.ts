/** How the postcodes of some countries are written; of the others nothing is known. */
const forms: Record<string, RegExp> = {
  ...fromDigits(4, ["AT", "AU", "BE", "CH", "DK", "HU", "LU", "NO", "NZ"]),
  ...fromDigits(5, ["DE", "ES", "FI", "FR", "IT", "KR", "MY", "TH", "TR"]),
  ...fromDigits(6, ["CN", "IN", "SG", "VN"]),
  CA: /^[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9]$/i,
  CZ: /^[0-9]{3} ?[0-9]{2}$/,
  GB: /^[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}$/i,
  IL: /^[0-9]{5}([0-9]{2})?$/,
  JP: /^[0-9]{3}-?[0-9]{4}$/,
  NL: /^[0-9]{4} ?[A-Z]{2}$/i,
  PL: /^[0-9]{2}-[0-9]{3}$/,
  PT: /^[0-9]{4}-[0-9]{3}$/,
  SE: /^[0-9]{3} ?[0-9]{2}$/,
  US: /^[0-9]{5}(-[0-9]{4})?$/,
};

function fromDigits(count: number, countries: readonly string[]): Record<string, RegExp> {
  const form = new RegExp(`^[0-9]{${count}}$`);
  return Object.fromEntries(countries.map((country) => [country, form]));
}

/** Whether every address of the country has one. */
export const hasPostcodes = (country: string): boolean => forms[country] !== undefined;

/** Null where nothing is known of the country's postcodes. */
export const looksLikePostcode = (country: string, text: string): boolean | null =>
  forms[country]?.test(text) ?? null;
