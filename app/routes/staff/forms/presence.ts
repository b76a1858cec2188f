import { redirect } from "react-router";
import { z } from "zod";
import { mayForm } from "#app/domain/forms/policy.ts";
import { findFormDraft } from "#app/features/forms/find-form-draft.ts";
import { listDraftPresence, noteDraftPresence } from "#app/features/forms/note-draft-presence.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import type { Route } from "./+types/presence";
import { presentWords } from "./present-words.ts";

const bodySchema = z.object({ node: z.string().max(300), leaving: z.boolean().default(false) });

/** An open page of the builder says so, and hears who else has the draft open. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx, locale, actor } = staffOnly(context);
  if (!mayForm(actor, "edit")) throw notFound();
  const parsed = bodySchema.safeParse(await request.json().catch(() => undefined));
  if (!parsed.success) return Response.json({ reason: "malformed" }, { status: 400 });
  if (!(await noteDraftPresence(ctx, { draftId: params.draftId, ...parsed.data }))) throw notFound();
  if (parsed.data.leaving) return Response.json({ present: [] });
  const { definition } = found(await findFormDraft(ctx, params.draftId));
  const present = await listDraftPresence(ctx, params.draftId);
  return Response.json({ present: presentWords(present, definition, locale) });
}

export function loader({ context, params }: Route.LoaderArgs) {
  const { actor } = staffOnly(context);
  if (!mayForm(actor, "read")) throw notFound();
  return redirect(`/staff/forms/${params.draftId}`, 302);
}
