/** A text in which some pieces are to be replaced; cut once, put together as often as wanted. */
export type TextTemplate<Slot extends string> = (values: Readonly<Record<Slot, string>>) => string;

/**
 * `slots` says which literal stands for what. Both are pieces of JSON strings, so a value that JSON would have to
 * escape is refused: put in as it is, it would break the text.
 */
export function textTemplate<Slot extends string>(
  text: string,
  slots: Readonly<Record<Slot, string>>,
): TextTemplate<Slot> {
  const nameOf = new Map<string, Slot>(
    (Object.entries(slots) as [Slot, string][]).map(([name, literal]) => [literal, name]),
  );
  const literals = [...nameOf.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(${literals.map(RegExp.escape).join("|")})`);
  // Split with a capture: every second piece is a literal.
  const pieces = text.split(pattern);
  return (values) =>
    pieces.map((piece, at) => (at % 2 === 0 ? piece : plain(values[nameOf.get(piece) as Slot]))).join("");
}

function plain(value: string): string {
  if (JSON.stringify(value).length !== value.length + 2)
    throw new Error(`"${value}" cannot be put into JSON as it is`);
  return value;
}
