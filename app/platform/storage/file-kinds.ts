/** What may be uploaded at all. Everything else, archives and executables first, is refused. */
export const fileKinds = {
  pdf: "application/pdf",
  jpg: "image/jpeg",
  png: "image/png",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  csv: "text/csv; charset=utf-8",
  txt: "text/plain; charset=utf-8",
} as const;

export type FileExtension = keyof typeof fileKinds;

export function extensionOf(fileName: string): FileExtension | undefined {
  const written = /\.([a-z0-9]+)$/i.exec(fileName.trim())?.[1]?.toLowerCase();
  const extension = written === "jpeg" ? "jpg" : written;
  return extension !== undefined && Object.hasOwn(fileKinds, extension)
    ? (extension as FileExtension)
    : undefined;
}
