import { keptPdf } from "#app/platform/pdf/kept-pdf.ts";
import type { Paper } from "#app/platform/pdf/paper.ts";
import { dispositionName } from "./disposition-name.ts";

/** A paper set and sent whole: how many pages it has is only known at its end. */
export async function pdfResponse(paper: Paper, name: string): Promise<Response> {
  const bytes = await keptPdf(paper);
  return new Response(bytes, {
    headers: {
      "content-type": "application/pdf",
      "content-length": String(bytes.length),
      "content-disposition": `attachment; ${dispositionName(`${name}.pdf`)}`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
