import { mailDocument } from "#app/http/mail-document.ts";
import { found } from "#app/http/not-found.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import type { Route } from "./+types/notice-letter";
import { readNotice } from "./read-notice.ts";

/** The notice of a correction in one language, for the frame of its preview. Its links lead nowhere here. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx } = staffOnly(context);
  const { preview } = found(await readNotice(ctx, params.id));
  const letter = found(preview.letters.find(({ locale }) => locale === params.language));
  return mailDocument(letter.html, false);
}
