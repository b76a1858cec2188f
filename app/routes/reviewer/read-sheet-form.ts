import { fieldFingerprint, plainLineEnds } from "#app/domain/reviews/field-fingerprint.ts";
import type { SheetChange } from "#app/features/reviews/save-sheet.ts";

/** Name of the hidden field that carries version and fingerprint of `path` as the page showed it. */
export const baseName = (path: string): string => `base:${path}`;

export const baseValue = (version: number, text: string): string => `${version}.${fieldFingerprint(text)}`;

/** Fields of a posted sheet that its writer changed; what another window changed alone is left alone. */
export function readSheetForm(form: FormData, paths: readonly string[]): SheetChange[] {
  return paths.flatMap((path) => {
    const base = form.get(baseName(path));
    if (typeof base !== "string") return [];
    const [version = "0", fingerprint = ""] = base.split(".");
    const value = plainLineEnds(String(form.get(path) ?? ""));
    return fieldFingerprint(value) === fingerprint ? [] : [{ path, value, base: Number(version) }];
  });
}
