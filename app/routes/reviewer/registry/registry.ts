import { redirect } from "react-router";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import { registryForm } from "#app/features/reviews/registry/registry-form.ts";
import { found } from "#app/http/not-found.ts";
import { reviewerOnly } from "#app/http/reviewer-only.ts";
import type { Route } from "./+types/registry";

/** A reviewer's details begin with their first section. */
export function loader({ context }: Route.LoaderArgs) {
  reviewerOnly(context);
  const first = found(compileForm(registryForm).sections[0]);
  return redirect(`/reviews/details/${first.section.key}`);
}
