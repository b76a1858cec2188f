// Spreadsheets run a text cell that begins so; some skip blanks and invisible characters before they look.
const dangerous = /^(?:[\t\r\n]|[\s\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212])/u;

// A letter, a digit or a Chinese character begins nearly every cell; nothing that begins so is dangerous.
const plain = /^[0-9A-Za-z\u4e00-\u9fff]/;

/** Text that no spreadsheet takes for a formula. Numbers and dates are typed cells and never come here. */
export const neutraliseCell = (text: string): string =>
  !plain.test(text) && dangerous.test(text) ? `'${text}` : text;
