import type { Actor } from "#app/domain/accounts/actor.ts";
import { type Landing, landingOf } from "#app/domain/accounts/landing.ts";

/** Where each kind of person begins. */
export const landingPath: Readonly<Record<Landing, string>> = {
  staff: "/staff",
  reviewer: "/reviews",
  applicant: "/workspace",
};

export const landingPathOf = (actor: Actor): string =>
  actor.kind === "person" ? landingPath[landingOf(actor.roles)] : "/";
