import type { StoredSheet } from "#app/features/reviews/save-sheet.ts";
import { baseName, baseValue } from "./read-sheet-form.ts";

/** Id of a field's control: a path with the dots that CSS and links stumble over taken out. */
export const sheetFieldId = (path: string): string => path.replaceAll(".", "-");

export const sheetValue = (sheet: StoredSheet, path: string): string => sheet[path]?.v ?? "";

/** What was typed, without the versions. */
export const rawOf = (sheet: StoredSheet): Record<string, string> =>
  Object.fromEntries(Object.entries(sheet).map(([path, field]) => [path, field?.v ?? ""]));

/** Version and fingerprint of a field as this page shows it. */
export function SheetBase({ path, sheet }: { path: string; sheet: StoredSheet }) {
  return (
    <input
      type="hidden"
      name={baseName(path)}
      value={baseValue(sheet[path]?.n ?? 0, sheetValue(sheet, path))}
    />
  );
}
