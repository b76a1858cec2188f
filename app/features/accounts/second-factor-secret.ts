import type { Context } from "#app/features/context.ts";
import { seal, unseal } from "#app/platform/secret-box.ts";

/** The secret of an authenticator is kept sealed: who reads a backup cannot make codes. */
export const sealSecondFactor = (
  { settings }: Pick<Context, "settings">,
  personId: string,
  secret: string,
): string => seal(settings.secret, `second-factor:${personId}`, secret);

export const unsealSecondFactor = (
  { settings }: Pick<Context, "settings">,
  personId: string,
  sealed: string,
): string | undefined => unseal(settings.secret, `second-factor:${personId}`, sealed);
