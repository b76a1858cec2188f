import type { Compiled, Scope } from "./evaluate-expression.ts";

/** Visible and open unless the condition is not plainly true. */
export const holds = (condition: Compiled | null, scope: Scope): boolean =>
  condition === null || condition(scope) === true;

export const demanded = (required: boolean | Compiled, scope: Scope): boolean =>
  typeof required === "boolean" ? required : required(scope) === true;
