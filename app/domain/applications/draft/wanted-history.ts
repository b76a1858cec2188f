import { parseAnswerPath } from "#app/domain/forms/raw-answers.ts";
import { type DraftOperation, sequenceOf } from "./draft-operation.ts";
import { type DraftSection, orderPath, rowPath } from "./draft-section.ts";

/** Of one path: the version somebody saw, and what their own page wrote since. */
export interface WantedHistory {
  path: string;
  version: number;
  page: string | undefined;
}

/** What of the history operations must be held against: nothing while nobody else changed the same fields. */
export function wantedHistory(section: DraftSection, operations: readonly DraftOperation[]): WantedHistory[] {
  return operations.flatMap((operation): WantedHistory[] => {
    const page = sequenceOf(operation.opId)?.page;
    const wanted = (path: string, version = 0) => [{ path, version, page }];
    switch (operation.kind) {
      case "set": {
        const at = parseAnswerPath(operation.path);
        if (at?.rowId !== undefined && isGone(section, at.key, at.rowId))
          return wanted(rowPath(at.key, at.rowId));
        const standing = section[operation.path];
        return standing && standing.n !== operation.baseVersion
          ? wanted(operation.path, operation.baseVersion)
          : [];
      }
      case "add_row":
        return isGone(section, operation.table, operation.rowId)
          ? wanted(rowPath(operation.table, operation.rowId))
          : [];
      case "order_rows":
        return page === undefined ? [] : wanted(orderPath(operation.table));
      case "remove_row":
        return [];
    }
  });
}

export const isGone = (section: DraftSection, table: string, rowId: string): boolean =>
  section[orderPath(table)]?.gone?.includes(rowId) ?? false;
