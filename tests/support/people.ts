import type { PersonActor, StaffRole } from "#app/domain/accounts/actor.ts";
import { system } from "#app/domain/accounts/actor.ts";
import { acceptStaffInvitationAsNew } from "#app/features/accounts/accept-staff-invitation.ts";
import { completeRegistration } from "#app/features/accounts/complete-registration.ts";
import { inviteStaff } from "#app/features/accounts/invite-staff.ts";
import { offerSecondFactor } from "#app/features/accounts/offer-second-factor.ts";
import { requestRegistration } from "#app/features/accounts/request-registration.ts";
import { setUpSecondFactor } from "#app/features/accounts/set-up-second-factor.ts";
import { createCompany } from "#app/features/companies/create-company.ts";
import { usccCheckCharacter } from "#app/domain/companies/uscc.ts";
import { totpCode } from "#app/platform/totp.ts";
import type { TestPortal } from "./test-portal.ts";

/** People made through the same commands as real ones, so that what tests start from is legal. */
export interface SignedIn {
  actor: PersonActor;
  /** Of the session cookie. */
  token: string;
  email: string;
}

export const goodPassword = "tongtian-feng-walks-at-dusk";

let networks = 0;
/** Each person comes from a network of their own, so that limits meet only those who mean to meet them. */
export const device = () => ({ userAgent: "Test/1.0", network: `10.0.${(networks += 1)}` });

export async function registerPerson(portal: TestPortal, email: string, name = "赵敏"): Promise<SignedIn> {
  const from = device();
  const asked = await requestRegistration(portal.ctx(), { name, email, locale: "zh", network: from.network });
  if (!asked.ok) throw new Error(asked.reason);
  const link = await portal.mailedToken(email, "verify-email");
  const done = await completeRegistration(portal.ctx(), { ...from, token: link, password: goodPassword });
  if (!done.ok) throw new Error(done.reason);
  return signedIn(portal, done.session.token, email);
}

export async function addStaff(portal: TestPortal, email: string, ...roles: StaffRole[]): Promise<SignedIn> {
  const invited = await inviteStaff(portal.ctx(system), { name: "钱远", email, roles, locale: "zh" });
  if (!invited.ok) throw new Error(invited.reason);
  const accepted = await acceptStaffInvitationAsNew(portal.ctx(), {
    ...device(),
    token: invited.token,
    name: "钱远",
    password: goodPassword,
  });
  if (!accepted.ok) throw new Error(accepted.reason);
  if (!accepted.awaitsSecondFactor) return signedIn(portal, accepted.session.token, email);
  const { token } = await addSecondFactor(portal, accepted.session.token);
  return signedIn(portal, token, email);
}

/** Returns the authenticator's secret, the recovery codes and the renewed session token. */
export async function addSecondFactor(portal: TestPortal, token: string) {
  const actor = await portal.actorOf(token);
  const ctx = portal.ctx(actor);
  const offer = offerSecondFactor(ctx);
  if (!offer) throw new Error("Nobody is signed in");
  const secret = offer.typed.replaceAll(" ", "");
  const { sealed } = offer;
  const code = totpCode(secret, portal.now);
  const done = await setUpSecondFactor(ctx, { ...device(), sealed, code });
  if (!done.ok) throw new Error(done.reason);
  return { secret, recoveryCodes: done.recoveryCodes, token: done.session.token };
}

let serial = 0;
/** A new enterprise code of Taiyuan with a right check character. */
export function newUscc(): string {
  serial += 1;
  const body = `91140100MA0${String(serial).padStart(6, "0")}`;
  return body + usccCheckCharacter(body);
}

export async function addCompany(portal: TestPortal, owner: SignedIn, nameZh = "甲子示例半导体有限公司") {
  const uscc = newUscc();
  const created = await createCompany(portal.ctx(owner.actor), { uscc, nameZh, nameEn: "" });
  if (!created.ok) throw new Error(created.reason);
  return { companyId: created.companyId, uscc, owner: await signedIn(portal, owner.token, owner.email) };
}

/** The actor as the next request would find it. */
export async function signedIn(portal: TestPortal, token: string, email: string): Promise<SignedIn> {
  const actor = await portal.actorOf(token);
  if (!actor) throw new Error(`${email} is not signed in`);
  return { actor, token, email };
}
