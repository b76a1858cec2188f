import { createHash } from "node:crypto";
import type { PersonActor } from "#app/domain/accounts/actor.ts";
import type { Settings } from "#app/platform/config/settings.ts";
import { deriveKey } from "#app/platform/secret-box.ts";

/**
 * What a browser encrypts unsaved answers with while it keeps them. It is handed to pages of this sign-in alone and
 * stored nowhere: once the session has ended nobody can read what is left on the device.
 */
export const deviceKey = ({ secret }: Settings, { personId, sessionId }: PersonActor): string =>
  deriveKey(secret, `answers kept on a device: ${personId} ${sessionId}`);

/** What a browser names the key by, without telling it. */
export const deviceKeyId = (key: string): string =>
  createHash("sha256").update(Buffer.from(key, "base64url")).digest("hex").slice(0, 16);

/** For a page that still encrypts for an earlier sign-in: the key of this one. */
export function newDeviceKey(
  settings: Settings,
  actor: PersonActor,
  keyId: string | undefined,
): { deviceKey?: string } {
  if (keyId === undefined) return {};
  const key = deviceKey(settings, actor);
  return deviceKeyId(key) === keyId ? {} : { deviceKey: key };
}
