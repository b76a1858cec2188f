import { findFormDraft } from "#app/features/forms/find-form-draft.ts";
import { found } from "#app/http/not-found.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import type { Route } from "./+types/export";

/** The definition as it stands, to be kept or carried to another portal. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx } = staffOnly(context);
  const draft = found(await findFormDraft(ctx, params.draftId));
  const name = draft.callCode === null ? "form" : `${draft.callCode}-form`;
  return new Response(`${JSON.stringify(draft.definition, null, 2)}\n`, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${name}-draft-${draft.version}.json"`,
    },
  });
}
