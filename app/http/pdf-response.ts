import type { Paper } from "#app/platform/pdf/paper.ts";
import { writePdf } from "#app/platform/pdf/write-pdf.ts";

/** A paper set and sent whole: how many pages it has is only known at its end. */
export async function pdfResponse(paper: Paper, name: string): Promise<Response> {
  const bytes = await writePdf(paper);
  const ascii = `${name.replace(/[^\w.-]/g, "_")}.pdf`;
  return new Response(bytes, {
    headers: {
      "content-type": "application/pdf",
      "content-length": String(bytes.length),
      "content-disposition": `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(`${name}.pdf`)}`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
