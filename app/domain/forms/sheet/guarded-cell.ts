/** Begins as what a spreadsheet may take for a formula, perhaps behind apostrophes. */
const guarded = /^'+(?:[\t\r\n]|[\s\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212])/u;

/** Takes away the apostrophe that our own exports put before text that looks like a formula. */
export const unguardedCell = (text: string): string => (guarded.test(text) ? text.slice(1) : text);

/** For an export that is read again: text that already looks guarded gets one apostrophe more. */
export const guardedAgain = (text: string): string => (guarded.test(text) ? `'${text}` : text);
