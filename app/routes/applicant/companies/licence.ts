import { openLicence } from "#app/features/companies/open-licence.ts";
import { fileResponse } from "#app/http/file-response.ts";
import { found } from "#app/http/not-found.ts";
import { signedIn } from "#app/http/request-context.ts";
import type { Route } from "./+types/licence";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx } = signedIn(context);
  return fileResponse(request, found(await openLicence(ctx, params.companyId)));
}
