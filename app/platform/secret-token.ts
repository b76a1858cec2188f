import { createHash, randomBytes } from "node:crypto";

/** Only the hash is ever stored: who reads the database cannot use a session or a mailed link. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");

/** 256 random bits for a cookie or a link, and what is stored of them. */
export function newToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, hash: hashToken(token) };
}
