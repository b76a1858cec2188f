import { z } from "zod";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What a packet says of itself; every path but its own and that of the sums. */
export const packetManifest = z.object({
  format: z.literal(1),
  /** Undefined in the packet of a draft. */
  submission: z
    .object({
      number: z.string(),
      version: z.int().positive(),
      submittedAt: z.iso.datetime(),
      /** As on the receipt: the hash of the application as it was signed. */
      sha256,
      /** Whether `answers.json` is exactly what was signed, or leaves out what this packet's reader may not see. */
      isWhole: z.boolean(),
    })
    .optional(),
  files: z.array(z.object({ path: z.string(), size: z.int().nonnegative(), sha256 })),
});

export type PacketManifest = z.infer<typeof packetManifest>;
export type PacketFile = PacketManifest["files"][number];

export const packetPaths = {
  readme: "README.txt",
  manifest: "MANIFEST.json",
  /** The same hashes for `sha256sum -c`. */
  sums: "SHA256SUMS",
  answers: "answers.json",
  form: "form.json",
} as const;

export const packetSums = (files: readonly { path: string; sha256: string }[]): string =>
  files.map(({ path, sha256: sum }) => `${sum}  ${path}\n`).join("");
