import { type ActorName, everybody, everybodySignedIn, halfSignedIn, strangers } from "./actors.ts";
import type { World } from "./world.ts";

/**
 * - `open`: the page, or for a form the answer that it was done; a form that was accepted changes the database
 * - `elsewhere`: a redirect inside the portal, nothing changed
 * - `refused`: an answer that says why not (4xx, but not 404), nothing changed
 * - `hidden`: 404, exactly as if it did not exist, nothing changed
 * - `sign_in`: off to sign in, nothing changed
 * - `second_factor`: off to the second factor, nothing changed
 */
export type Outcome = "open" | "elsewhere" | "refused" | "hidden" | "sign_in" | "second_factor";

export interface Check {
  /** What is tried, for the test's name. */
  name: string;
  method: "GET" | "POST";
  path(world: World): string;
  body?: (world: World, actor: ActorName) => BodyInit;
  headers?: Record<string, string>;
  /** The clock stands exactly at the closing time. */
  late?: boolean;
  /** Accepted without a trace in the database: a question that only answers, such as sign-out without a session. */
  traceless?: boolean;
  /** Looking is itself put on record, such as an export. */
  traced?: boolean;
  /** Attempts are counted, whoever makes them: the counters alone may change. */
  counted?: boolean;
  /** Canaries that whoever holds the link in the address may read, as `kind/whose`. */
  tells?: readonly string[];
  who: Record<ActorName, Outcome>;
}

/** What may be tried at one address. Every address of the built manifest has an entry, and every entry an address. */
export type Doors = Record<string, Check[]>;

type Exceptions = Partial<Record<Outcome, readonly ActorName[]>>;
type Place = (world: World) => string;
type Extra = Partial<Pick<Check, "name" | "late" | "traceless" | "headers" | "counted" | "traced" | "tells">>;

/** Those who may, by name; strangers go to sign in, everybody else finds nothing. */
export function get(
  path: Place,
  mayOpen: readonly ActorName[],
  others: Exceptions = {},
  extra: Extra = {},
): Check {
  return { name: "page", method: "GET", path, who: outcomes(mayOpen, others), ...extra };
}

export function post(
  name: string,
  path: Place,
  body: (world: World, actor: ActorName) => BodyInit,
  mayDo: readonly ActorName[],
  others: Exceptions = {},
  extra: Extra = {},
): Check {
  return { name, method: "POST", path, body, who: outcomes(mayDo, others), ...extra };
}

/** A page that anybody may read. */
export const anybody = (path: Place, extra: Extra = {}): Check => get(path, everybody, {}, extra);

/** A page for whoever is signed in. */
export const anyPerson = (path: Place, extra: Extra = {}): Check => get(path, everybodySignedIn, {}, extra);

function outcomes(mayOpen: readonly ActorName[], others: Exceptions): Record<ActorName, Outcome> {
  const who = Object.fromEntries(everybody.map((name) => [name, "hidden"])) as Record<ActorName, Outcome>;
  for (const name of strangers) who[name] = "sign_in";
  for (const name of halfSignedIn) who[name] = "second_factor";
  for (const [outcome, names] of Object.entries(others))
    for (const name of names) who[name] = outcome as Outcome;
  for (const name of mayOpen) who[name] = "open";
  return who;
}

/** A form's fields. */
export const fields = (values: Record<string, string>) => () => new URLSearchParams(values);
export const json = (value: unknown) => () => JSON.stringify(value);
export const asJson = { headers: { "content-type": "application/json" } };
