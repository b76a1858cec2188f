import { findFile } from "#app/features/files/find-file.ts";
import { fileResponse } from "#app/http/file-response.ts";
import { found } from "#app/http/not-found.ts";
import { signedIn } from "#app/http/request-context.ts";
import type { Route } from "./+types/file";

/** A file of an application, for whoever may read it. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx } = signedIn(context);
  return await fileResponse(request, found(await findFile(ctx, params.fileId)));
}
