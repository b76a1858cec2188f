import { system } from "#app/domain/accounts/actor.ts";
import { parseEmail } from "#app/domain/shared/email.ts";
import { inviteStaff } from "#app/features/accounts/invite-staff.ts";
import { installProgramme } from "#app/features/calls/install-programme.ts";
import { newId } from "#app/platform/new-id.ts";
import type { Stage } from "./demo/stage.ts";
import { fundProgramme, programmeYear } from "./fund-programme.ts";

export interface SetUpOptions {
  /** Who becomes the first administrator; may be left out when there is one. */
  administrator?: string | undefined;
  name?: string | undefined;
  locale: "zh" | "en";
}

/** Installs the fund's programme and invites the first administrator, whose link is shown here and mailed. */
export async function setUp(
  portal: Stage,
  options: SetUpOptions,
  now: Date,
  log: (line: string) => void,
): Promise<void> {
  const ctx = { ...portal, actor: system, now, requestId: newId() };
  await installProgramme(ctx, programmeYear, fundProgramme);
  log(`The programme of ${programmeYear} is installed: ${fundProgramme.length} calls.`);
  if (options.administrator === undefined) {
    if (!(await hasAdministrator(portal)))
      throw new Error("There is no administrator yet: add --administrator <e-mail address>.");
    return;
  }
  const address = parseEmail(options.administrator);
  if (!address.ok) throw new Error(`${options.administrator} is not an e-mail address.`);
  const invited = await inviteStaff(ctx, {
    email: address.value,
    name: options.name ?? "",
    roles: ["administrator"],
    locale: options.locale,
  });
  if (!invited.ok) throw new Error(refusals[invited.reason] ?? `Not invited: ${invited.reason}.`);
  log(`Invited ${address.value} as administrator. The link works once, until ${invited.expiresAt}:`);
  log(`${portal.settings.baseUrl}/staff-invitations/${invited.token}`);
}

const refusals: Readonly<Record<string, string>> = {
  already_staff: "That address already works for the fund; an administrator can change its roles.",
  company_member: "That address belongs to a company's member; the fund's work needs an address of its own.",
};

async function hasAdministrator({ db }: Stage): Promise<boolean> {
  const row = await db.read
    .selectFrom("staff_role")
    .innerJoin("person", "person.id", "staff_role.person_id")
    .select("person.id")
    .where("role", "=", "administrator")
    .where("disabled_at", "is", null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
