/** Bytes of a posted form with a definition in it; what is larger than a definition may be is told in words. */
export const largestPost = 16 * 1024 * 1024;

/** The text of an uploaded file, or of the box where it was pasted; undefined where the file holds no text. */
export async function postedText(form: FormData): Promise<string | undefined> {
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return String(form.get("text") ?? "");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return undefined;
  }
}
