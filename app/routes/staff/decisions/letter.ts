import { previewLetter } from "#app/features/notifications/preview-letter.ts";
import { mailDocument } from "#app/http/mail-document.ts";
import { found, notFound } from "#app/http/not-found.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import type { Route } from "./+types/letter";

/** One letter as its reader will see it, for the frame of the decision's page. Its links lead nowhere here. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx } = staffOnly(context);
  const preview = await previewLetter(ctx, params.id);
  if (!preview.ok) throw notFound();
  const letter = found(preview.letters.find(({ recipientId }) => recipientId === params.recipientId));
  return mailDocument(letter.html, false);
}
