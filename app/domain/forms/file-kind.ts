/** What a file is, by its name: its bytes were held against the name when it arrived. */
export const fileKinds = ["pdf", "picture", "spreadsheet", "document", "slides", "archive", "other"] as const;
export type FileKind = (typeof fileKinds)[number];

const kindOfExtension: Readonly<Record<string, FileKind>> = {
  pdf: "pdf",
  png: "picture",
  jpg: "picture",
  jpeg: "picture",
  xlsx: "spreadsheet",
  csv: "spreadsheet",
  docx: "document",
  pptx: "slides",
  zip: "archive",
};

export function fileKind(name: string): FileKind {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  return kindOfExtension[extension] ?? "other";
}

/** The only ones a browser shows without anything in them being able to act. */
export const opensInPage = (kind: FileKind): kind is "pdf" | "picture" =>
  kind === "pdf" || kind === "picture";
