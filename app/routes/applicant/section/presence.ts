import { redirect } from "react-router";
import { z } from "zod";
import { listPresent } from "#app/features/applications/list-present.ts";
import { notePresence } from "#app/features/applications/note-presence.ts";
import { readJson } from "#app/http/read-json.ts";
import { requestContext } from "#app/http/request-context.ts";
import { shownPresent } from "./shown-present.ts";
import type { Route } from "./+types/presence";

const bodySchema = z.object({
  section: z.string().min(1).max(60),
  person: z.string().max(60),
  leaving: z.boolean().default(false),
});

const statusOf = { not_found: 404, not_in_form: 400, not_editable: 409 } as const;

/** An open section's page says that it is open, and hears who else is in the application. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const { ctx, actor } = requestContext(context);
  const parsed = bodySchema.safeParse(await readJson(request));
  if (!parsed.success) return refuse("malformed", 400);
  const { section, person, leaving } = parsed.data;
  if (actor.kind !== "person" || !actor.fullySignedIn || actor.personId !== person)
    return refuse("signed_out", 401);
  const noted = await notePresence(ctx, { applicationId: params.id, sectionKey: section, leaving });
  if (!noted.ok) return refuse(noted.reason, statusOf[noted.reason]);
  return Response.json({ present: leaving ? [] : shownPresent(await listPresent(ctx, params.id)) });
}

export const loader = ({ params }: Route.LoaderArgs) => redirect(`/applications/${params.id}`, 302);

const refuse = (reason: string, status: number) => Response.json({ reason }, { status });
