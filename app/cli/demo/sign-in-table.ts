import { demoPassword, signIns } from "#db/demo/sign-ins.ts";

/** The accounts to try the portal with, in both languages. */
export function signInTable(): string {
  const width = Math.max(...signIns.map(({ email }) => email.length));
  const rows = signIns.flatMap(({ email, who, sees }) => [
    `  ${email.padEnd(width)}  ${who.zh} · ${sees.zh}`,
    `  ${" ".repeat(width)}  ${who.en} · ${sees.en}`,
  ]);
  return [
    `登录账号（密码都是 ${demoPassword}） / Sign-ins (every password is ${demoPassword}):`,
    ...rows,
  ].join("\n");
}
