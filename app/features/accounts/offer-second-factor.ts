import { type QrCode, qrCode } from "#app/platform/qr-code.ts";
import { newTotpSecret, totpUri } from "#app/platform/totp.ts";
import type { Context } from "#app/features/context.ts";
import { sealSecondFactor, unsealSecondFactor } from "./second-factor-secret.ts";

export interface SecondFactorOffer {
  /** Goes back with the first code: nothing is stored until that proves the authenticator has it. */
  sealed: string;
  /** To type by hand, in groups of four. */
  typed: string;
  qr: QrCode;
}

/** A secret for an authenticator app, or the one offered before (after a mistyped first code). */
export function offerSecondFactor(ctx: Context, earlier?: string): SecondFactorOffer | undefined {
  if (ctx.actor.kind !== "person") return undefined;
  const { personId, email } = ctx.actor;
  const secret = (earlier && unsealSecondFactor(ctx, personId, earlier)) || newTotpSecret();
  return {
    sealed: sealSecondFactor(ctx, personId, secret),
    typed: secret.match(/.{1,4}/g)?.join(" ") ?? secret,
    qr: qrCode(totpUri(secret, email)),
  };
}
