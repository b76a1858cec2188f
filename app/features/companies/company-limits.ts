import { createHash } from "node:crypto";
import type { Database } from "#app/platform/database/database.ts";
import { type Consumed, type Limit, rateLimiter } from "#app/platform/rate-limiter.ts";

const hour = 3600;

const limits = {
  /** Creating answers whether a code is registered, so nobody may ask for a list. */
  creation: { name: "company-creation", points: 20, durationSeconds: hour },
  invitations: { name: "company-invitations", points: 40, durationSeconds: hour },
  invitee: { name: "company-invitee", points: 4, durationSeconds: hour },
} as const satisfies Record<string, Limit>;

export const takeCompanyCreation = (db: Database, personId: string): Promise<Consumed> =>
  rateLimiter(db, limits.creation).consume(personId);

/** A mail to an address somebody else typed. */
export async function takeInvitationMail(db: Database, companyId: string, email: string): Promise<Consumed> {
  const address = createHash("sha256").update(email).digest("base64url").slice(0, 22);
  const [ofCompany, ofAddress] = await Promise.all([
    rateLimiter(db, limits.invitations).consume(companyId),
    rateLimiter(db, limits.invitee).consume(address),
  ]);
  return ofCompany.ok ? ofAddress : ofCompany;
}
