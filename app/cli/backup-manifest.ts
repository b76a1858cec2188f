import { z } from "zod";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const size = z.number().int().nonnegative();

/** First entry of a backup: what the others are, so that each can be checked as it comes. */
export const backupManifest = z.object({
  format: z.literal(1),
  createdAt: z.iso.datetime(),
  database: z.object({ size, sha256 }),
  /** Head of the event chain, which the restored chain must reach. */
  eventHead: z.object({ seq: size, hash: sha256 }),
  files: z.array(z.object({ id: z.uuid(), size, sha256 })),
});

export type BackupManifest = z.infer<typeof backupManifest>;

export const manifestEntry = "manifest.json";
export const databaseEntry = "portal.sqlite";
export const fileEntry = (id: string): string => `files/${id}`;
