import { data } from "react-router";

/** What an actor may not see answers exactly like what does not exist. */
export const notFound = () => data(null, { status: 404 });

/** `value`, or a 404 when it is null or undefined. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw notFound();
  return value;
}
