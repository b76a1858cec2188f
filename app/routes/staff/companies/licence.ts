import { openLicence } from "#app/features/companies/open-licence.ts";
import { fileResponse } from "#app/http/file-response.ts";
import { found } from "#app/http/not-found.ts";
import { staffOnly } from "#app/http/staff-only.ts";
import type { Route } from "./+types/licence";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { ctx } = staffOnly(context);
  return fileResponse(request, found(await openLicence(ctx, params.companyId)));
}
