import { Secret, TOTP } from "otpauth";

const periodSeconds = 30;

const authenticator = (secret: string, label = "") =>
  new TOTP({
    issuer: "Shanxi IC Fund Portal",
    label,
    secret: Secret.fromBase32(secret),
    period: periodSeconds,
  });

/** 160 random bits, in base 32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What the QR code says to an authenticator app. */
export const totpUri = (secret: string, email: string): string => authenticator(secret, email).toString();

/**
 * The 30-second step whose code this is, looking one step back and one ahead for clocks that differ;
 * undefined when it is none of the three. A step must be accepted once only.
 */
export function totpStep(secret: string, code: string, now: Date): number | undefined {
  const timestamp = now.getTime();
  const delta = authenticator(secret).validate({ token: code, timestamp, window: 1 });
  return delta === null ? undefined : Math.floor(timestamp / 1000 / periodSeconds) + delta;
}

/** The code an authenticator shows at that time; for tests and the demo's printed sign-ins. */
export const totpCode = (secret: string, now: Date): string =>
  authenticator(secret).generate({ timestamp: now.getTime() });
