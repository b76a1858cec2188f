import {
  checkPassword,
  passwordMinimum,
  type PasswordRefusal,
} from "#app/platform/password/check-password.ts";

export type PasswordProblem = `password_${PasswordRefusal}` | "password_unchanged";

/** Why a new password will not do, or undefined. One length for everybody: a second factor may be taken off again. */
export function passwordProblem(
  password: string,
  known: { email: string; name?: string; current?: string },
): PasswordProblem | undefined {
  if (password === known.current) return "password_unchanged";
  const personal = [known.email, known.name ?? ""].filter((word) => word !== "");
  const refusal = checkPassword(password, { minimum: passwordMinimum.alone, personal });
  return refusal ? `password_${refusal}` : undefined;
}
