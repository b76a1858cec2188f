import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import {
  type PacketManifest,
  packetPaths,
  packetSums,
} from "#app/domain/applications/packet/packet-manifest.ts";
import { keptPdf } from "#app/platform/pdf/kept-pdf.ts";
import type { Paper } from "#app/platform/pdf/paper.ts";
import { writeZip, type ZipEntry } from "#app/platform/zip/write-zip.ts";
import { dispositionName } from "./disposition-name.ts";

interface PacketToSend {
  /** Without `.zip`. */
  name: string;
  submission: PacketManifest["submission"];
  /** When what is inside was made: the submission's own time, so that its packet is always the same bytes. */
  at: Date;
  readme: string;
  answers: string;
  form: string;
  papers: readonly { path: string; paper: Paper }[];
  /** An attachment turned out not to be what its hash says: the download ends before its end. */
  onBroken: (error: Error) => void;
  attachments: readonly { path: string; size: number; sha256: string; open: () => Promise<Readable> }[];
}

/** An application with all its files as one download, described by a manifest of hashes. */
export async function packetResponse(request: Request, packet: PacketToSend): Promise<Response> {
  const headers = new Headers({
    "content-type": "application/zip",
    "content-disposition": `attachment; ${dispositionName(`${packet.name}.zip`)}`,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  if (request.method === "HEAD") return new Response(null, { headers });
  const { stream, size } = await writeZip(await entriesOf(packet), packet.at);
  stream.once("error", (error: Error) => {
    if (error.name !== "AbortError") packet.onBroken(error);
  });
  headers.set("content-length", String(size));
  return new Response(Readable.toWeb(stream) as ReadableStream, { headers });
}

async function entriesOf(packet: PacketToSend): Promise<ZipEntry[]> {
  const papers = await Promise.all(
    packet.papers.map(async ({ path, paper }) => entry(path, await keptPdf(paper))),
  );
  const content = [
    ...papers,
    entry(packetPaths.answers, packet.answers),
    entry(packetPaths.form, packet.form),
    ...packet.attachments.map(({ open, ...file }) => ({ ...file, content: open })),
  ];
  const readme = entry(packetPaths.readme, packet.readme);
  const manifest: PacketManifest = {
    format: 1,
    ...(packet.submission ? { submission: packet.submission } : {}),
    files: [readme, ...content].map(({ path, size, sha256 }) => ({ path, size, sha256 })),
  };
  const described = entry(packetPaths.manifest, `${JSON.stringify(manifest, null, 2)}\n`);
  const sums = entry(packetPaths.sums, packetSums([readme, described, ...content]));
  return [readme, described, sums, ...content];
}

function entry(path: string, content: string | Uint8Array): ZipEntry & { content: Uint8Array } {
  const bytes = Buffer.from(content as string);
  return {
    path,
    size: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    content: bytes,
  };
}
