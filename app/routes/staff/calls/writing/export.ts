import { findCallInWriting } from "#app/features/calls/writing/find-call-in-writing.ts";
import { exportedCall } from "#app/features/calls/writing/import-call-document.ts";
import { found } from "#app/http/not-found.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import type { Route } from "./+types/export";

/** The draft as a file that the import reads. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx } = staffOnly(context);
  const { call, document } = found(await findCallInWriting(ctx, params.callId));
  return new Response(exportedCall(call, document), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="call-${call.code}-${call.year}.json"`,
      "cache-control": "no-store",
    },
  });
}
