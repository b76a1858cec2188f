/** `C5` is the latest call of that code, `C5-2025` the one of that filing year: how addresses and filters name a call. */
export interface CallReference {
  code: string;
  year: number | undefined;
}

export function readCallReference(text: string): CallReference | undefined {
  const [, code, year] = /^(C\d{1,3})(?:-(20\d\d))?$/i.exec(text.trim()) ?? [];
  return code ? { code: code.toUpperCase(), year: year ? Number(year) : undefined } : undefined;
}

interface Call {
  code: string;
  year: number;
}

/** The call meant among `calls`, or undefined. */
export function meantCall<C extends Call>(calls: readonly C[], text: string): C | undefined {
  const reference = readCallReference(text);
  if (!reference) return undefined;
  const same = calls.filter(({ code }) => code === reference.code);
  if (reference.year !== undefined) return same.find(({ year }) => year === reference.year);
  return same.toSorted((a, b) => b.year - a.year)[0];
}

/** Short where it is plain, with the year where another call has the same code. */
export const callReference = (call: Call, calls: readonly Call[]): string =>
  calls.some(({ code, year }) => code === call.code && year > call.year)
    ? `${call.code}-${call.year}`
    : call.code;
