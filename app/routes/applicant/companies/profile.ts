import { redirect } from "react-router";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import { findProfile } from "#app/features/companies/find-profile.ts";
import { found } from "#app/http/not-found.ts";
import { signedIn } from "#app/http/request-context.ts";
import type { Route } from "./+types/profile";

/** The profile begins with its first section. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context);
  const profile = found(await findProfile(ctx, params.companyId));
  const first = found(compileForm(profile.definition).sections[0]);
  return redirect(`/companies/${params.companyId}/profile/${first.section.key}`);
}
