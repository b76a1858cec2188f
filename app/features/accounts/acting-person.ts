import type { PersonActor } from "#app/domain/accounts/actor.ts";

/** The person a link or a password has just identified, as the actor of what follows in the record. */
export function actingPerson(person: {
  id: string;
  name: string;
  email: string;
  locale: "zh" | "en";
}): PersonActor {
  const { id, name, email, locale } = person;
  return {
    kind: "person",
    personId: id,
    sessionId: "",
    name,
    email,
    locale,
    roles: [],
    memberships: [],
    fullySignedIn: false,
  };
}
