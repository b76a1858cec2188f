import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const ivLength = 12;
const tagLength = 16;

/**
 * Text that only holders of the portal's secret can read or make. `purpose` says what it is and for whom;
 * a box sealed for one purpose does not open for another.
 */
export function seal(secret: string, purpose: string, text: string): string {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv("aes-256-gcm", keyFor(secret), iv).setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** The text, or undefined when the box is not whole, not ours or for something else. */
export function unseal(secret: string, purpose: string, box: string): string | undefined {
  const bytes = Buffer.from(box, "base64url");
  if (bytes.length < ivLength + tagLength) return undefined;
  const iv = bytes.subarray(0, ivLength);
  const decipher = createDecipheriv("aes-256-gcm", keyFor(secret), iv, { authTagLength: tagLength });
  decipher.setAAD(Buffer.from(purpose)).setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
  try {
    return decipher.update(bytes.subarray(ivLength + tagLength), undefined, "utf8") + decipher.final("utf8");
  } catch {
    return undefined;
  }
}

/** 32 bytes that only the portal's secret leads to, the same every time; one purpose's say nothing of another's. */
export function deriveKey(secret: string, purpose: string): string {
  const known = derivedKeys.get(purpose);
  if (known?.secret === secret) return known.key;
  const key = Buffer.from(hkdfSync("sha256", secret, "", purpose, 32)).toString("base64url");
  if (derivedKeys.size >= mostDerivedKeys) derivedKeys.clear();
  derivedKeys.set(purpose, { secret, key });
  return key;
}

const derivedKeys = new Map<string, { secret: string; key: string }>();
const mostDerivedKeys = 2_000;

const keyFor = (secret: string): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, "", "portal secret box", 32));
