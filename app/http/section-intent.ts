/** Which button of a section's form was pressed. */
export type Intent =
  | { kind: "continue" | "return" }
  | { kind: "add-row"; table: string }
  | { kind: "remove-row"; table: string; rowId: string }
  | { kind: "confirm-pair" | "confirm-amount" | "in-wan"; path: string }
  | { kind: "upload"; question: string }
  | { kind: "remove-file" | "restore-file"; fileId: string };

export function readIntent(value: unknown): Intent {
  const [kind = "", rest = ""] = splitOnce(typeof value === "string" ? value : "", ":");
  switch (kind) {
    case "return":
      return { kind };
    case "add-row":
      return { kind, table: rest };
    case "remove-row": {
      const [table = "", rowId = ""] = splitOnce(rest, "/");
      return { kind, table, rowId };
    }
    case "confirm-pair":
    case "confirm-amount":
    case "in-wan":
      return { kind, path: rest };
    case "upload":
      return { kind, question: rest };
    case "remove-file":
    case "restore-file":
      return { kind, fileId: rest };
    default:
      return { kind: "continue" };
  }
}

function splitOnce(text: string, at: string): [string, string] {
  const place = text.indexOf(at);
  return place < 0 ? [text, ""] : [text.slice(0, place), text.slice(place + at.length)];
}
