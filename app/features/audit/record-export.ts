import type { Context } from "#app/features/context.ts";
import { recordEvent } from "#app/features/record-event.ts";

export interface ExportMade {
  kind: "applications" | "scores" | "reviews" | "decisions";
  format: "csv" | "xlsx";
  locale: "zh" | "en";
  /** The query string of the list it was taken from. */
  filters: string;
}

/** Puts on record who took what out of the portal, before the first byte leaves. */
export const recordExport = (ctx: Context, made: ExportMade): Promise<unknown> =>
  ctx.db.write((trx) =>
    recordEvent(trx, ctx, {
      type: "export.made",
      subject: { kind: "export", id: ctx.requestId },
      data: { ...made, filters: made.filters.replace(/[^\s"@]+@[^\s"@]+\.[^\s"@]+/g, "…") },
    }),
  );
