import { canWithMail } from "#app/domain/notifications/policy.ts";
import { findMail } from "#app/features/notifications/find-mail.ts";
import { mailDocument } from "#app/http/mail-document.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import type { Route } from "./+types/html";

/** The mail as its reader saw it, for the frame of the mail's page. Its links lead nowhere here. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx, actor } = staffOnly(context);
  if (!canWithMail(actor, "read")) throw notFound();
  const { html } = found(await findMail(ctx, params.id));
  return mailDocument(found(html), false);
}
