import { z } from "zod";
import { type EmailRefusal, parseEmail } from "../shared/email.ts";
import { staffRoles } from "./actor.ts";

/** Messages are keys; the sentences are in i18n/messages/account-errors.ts. */
const refusals = {
  empty: "email_empty",
  too_long: "email_too_long",
  form: "email_form",
} as const satisfies Record<EmailRefusal, string>;

export const emailField = z.string({ error: refusals.empty }).transform((typed, context) => {
  const parsed = parseEmail(typed);
  if (parsed.ok) return parsed.value;
  context.addIssue({ code: "custom", message: refusals[parsed.reason] });
  return z.NEVER;
});

export const nameField = z.string({ error: "name_empty" }).transform((typed, context) => {
  const name = oneLine(typed);
  const problem = nameProblem(name);
  if (!problem) return name;
  context.addIssue({ code: "custom", message: problem });
  return z.NEVER;
});

function nameProblem(name: string): string | undefined {
  if (name === "") return "name_empty";
  if ([...name].length > 60) return "name_too_long";
  return /[\p{Cc}\p{Cf}<>@]/u.test(name) ? "name_characters" : undefined;
}

/** A name as it is kept: composed characters, single spaces, none at the ends. */
export const oneLine = (typed: string): string => typed.normalize("NFC").replace(/\s+/gu, " ").trim();

/** Only that something was typed: what a password must be is the hasher's business. */
const password = z.string({ error: "password_empty" }).max(256, "password_too_long");
const next = z.string().optional();

export const signInForm = z.object({
  email: emailField,
  password: z.string({ error: "password_missing" }).max(256, "password_too_long"),
  next,
});

export const registrationForm = z.object({ name: nameField, email: emailField, next });

export const newPasswordForm = z.object({ password });

export const changePasswordForm = z.object({
  current: z.string({ error: "current_password_missing" }).max(256, "password_too_long"),
  password,
});

export const resetForm = z.object({ email: emailField });

export const secondFactorForm = z.object({
  code: z.string({ error: "code_empty" }).max(60, "code_form"),
  next,
});

export const setUpSecondFactorForm = z.object({
  code: z.string({ error: "code_empty" }).max(60, "code_form"),
  sealed: z.string({ error: "code_form" }).max(1_000),
  next,
});

export const profileForm = z.object({
  name: nameField,
  locale: z.enum(["zh", "en"], { error: "locale_empty" }),
});

export const acceptInvitationForm = z.object({ name: nameField, password });

export const inviteTesterForm = z.object({
  email: emailField,
  locale: z.enum(["zh", "en"], { error: "locale_empty" }),
});

const roles = z.array(z.enum(staffRoles, { error: "roles_empty" }), { error: "roles_empty" });

export const inviteStaffForm = z.object({
  name: nameField,
  email: emailField,
  roles: roles.min(1, "roles_empty"),
  locale: z.enum(["zh", "en"], { error: "locale_empty" }),
});

export const rolesForm = z.object({ roles });
