import { findDemoMail } from "#app/features/notifications/list-demo-mails.ts";
import { mailDocument } from "#app/http/mail-document.ts";
import { found } from "#app/http/not-found.ts";
import { requestContext } from "#app/http/request-context.ts";
import type { Route } from "./+types/demo-mail-html";

/** The mail as its reader would see it, for the frame of the mail's page. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx } = requestContext(context);
  const { html } = found(await findDemoMail(ctx, params.id));
  return mailDocument(found(html), true);
}
