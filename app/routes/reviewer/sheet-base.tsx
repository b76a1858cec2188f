import type { StoredSheet } from "#app/features/reviews/save-sheet.ts";
import { baseName, baseValue } from "./read-sheet-form.ts";

export const sheetValue = (sheet: StoredSheet, path: string): string => sheet[path]?.v ?? "";

/** Version and fingerprint of a field as this page shows it. */
export function SheetBase({ path, sheet }: { path: string; sheet: StoredSheet }) {
  return (
    <input type="hidden" name={baseName(path)} value={baseValue(sheet[path]?.n ?? 0, sheetValue(sheet, path))} />
  );
}
