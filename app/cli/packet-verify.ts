import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import {
  type PacketManifest,
  packetManifest,
  packetPaths,
  packetSums,
} from "#app/domain/applications/packet/packet-manifest.ts";
import type { Database } from "#app/platform/database/database.ts";
import { readZip } from "#app/platform/zip/read-zip.ts";
import { findInRecord } from "./packet-record.ts";

interface VerifyPacket {
  file: string;
  /** Whose event record should hold the hash. */
  db?: Database | undefined;
}

type Log = (line: string) => void;

interface Found {
  size: number;
  sha256: string;
  /** Of the small ones that are read as well as hashed. */
  text: string;
}

/** A packet that is not as it was made; the message names the first file that differs. */
class NotAsMade extends Error {
  override name = "NotAsMade";
}

const readAsText: readonly string[] = [
  packetPaths.manifest,
  packetPaths.sums,
  packetPaths.answers,
  packetPaths.form,
];
const longestText = 64 * 1024 * 1024;

/** Computes every hash of a packet again, and finds its own in the event record when a database is given. */
export async function packetVerify({ file, db }: VerifyPacket, log: Log): Promise<boolean> {
  try {
    const found = await contentsOf(file);
    const manifest = manifestOf(found);
    checkFiles(found, manifest);
    log(`Every file is as the manifest says: ${manifest.files.length} files.`);
    const { submission } = manifest;
    if (!submission) {
      log("This is a draft: it was never submitted and no hash stands for it.");
      return true;
    }
    const { number, version, sha256 } = submission;
    log(`It is submission ${version} of ${number}, SHA-256 ${sha256}.`);
    checkSigned(found, manifest, submission);
    log(
      submission.isWhole
        ? "The answers give this hash, and the attachments and the form are those the answers name."
        : "It leaves out restricted answers, so its answers alone cannot give this hash.",
    );
    if (!db) {
      log("With --record this portal's event record is asked whether it holds this hash.");
      return true;
    }
    return await findInRecord(db, { submission, answers: textOf(found, packetPaths.answers) }, log);
  } catch (error) {
    if (!(error instanceof NotAsMade)) throw error;
    log(error.message);
    return false;
  }
}

async function contentsOf(file: string): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  try {
    for await (const { path, size, open } of readZip(file)) {
      if (found.has(path)) throw new NotAsMade(`${path} is in the packet twice.`);
      found.set(path, await digest(await open(), readAsText.includes(path) && size <= longestText));
    }
  } catch (error) {
    if (error instanceof NotAsMade) throw error;
    const last = [...found.keys()].at(-1);
    const where = last === undefined ? "" : ` after ${last}`;
    throw new NotAsMade(`The ZIP is broken${where}: ${(error as Error).message}`);
  }
  return found;
}

async function digest(content: Readable, keepText: boolean): Promise<Found> {
  const hash = createHash("sha256");
  const kept: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of content as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    hash.update(chunk);
    if (keepText) kept.push(chunk);
  }
  return { size, sha256: hash.digest("hex"), text: Buffer.concat(kept).toString("utf8") };
}

function manifestOf(found: ReadonlyMap<string, Found>): PacketManifest {
  const parsed = packetManifest.safeParse(jsonOf(found, packetPaths.manifest));
  if (!parsed.success) throw new NotAsMade(`${packetPaths.manifest} is not the manifest of a packet.`);
  return parsed.data;
}

function checkFiles(found: ReadonlyMap<string, Found>, { files }: PacketManifest): void {
  for (const { path, size, sha256 } of files) {
    const here = found.get(path);
    if (!here) throw new NotAsMade(`${path} is not there.`);
    if (here.size !== size) throw new NotAsMade(`${path} differs: ${here.size} bytes instead of ${size}.`);
    if (here.sha256 !== sha256)
      throw new NotAsMade(`${path} differs: its SHA-256 is ${here.sha256} instead of ${sha256}.`);
  }
  const named = new Set([...files.map(({ path }) => path), packetPaths.manifest, packetPaths.sums]);
  const extra = [...found.keys()].find((path) => !named.has(path));
  if (extra !== undefined) throw new NotAsMade(`${extra} is not in the manifest.`);
  const sha256 = found.get(packetPaths.manifest)?.sha256 ?? "";
  const [readme, ...others] = files;
  const all = [...(readme ? [readme] : []), { path: packetPaths.manifest, sha256 }, ...others];
  if (textOf(found, packetPaths.sums) !== packetSums(all))
    throw new NotAsMade(
      `${packetPaths.sums} differs: it does not name the files and hashes of the manifest.`,
    );
}

/** From the hash that was signed down to every attachment: the answers name the hashes of files and form. */
function checkSigned(
  found: ReadonlyMap<string, Found>,
  { files }: PacketManifest,
  submission: NonNullable<PacketManifest["submission"]>,
): void {
  const answers = found.get(packetPaths.answers);
  if (submission.isWhole && answers?.sha256 !== submission.sha256)
    throw new NotAsMade(`${packetPaths.answers} differs: it does not give the hash of the submission.`);
  const signed = jsonOf(found, packetPaths.answers) as SignedAnswers;
  if (found.get(packetPaths.form)?.sha256 !== signed.form?.sha256)
    throw new NotAsMade(`${packetPaths.form} differs: it is not the form the answers name.`);
  const attached = files.filter(({ path }) => path.startsWith("attachments/"));
  const hashes = Object.values(signed.files ?? {}).flatMap((list) => list.map((file) => file.sha256));
  const foreign = attached.find(({ sha256 }) => !hashes.includes(sha256));
  if (foreign) throw new NotAsMade(`${foreign.path} differs: the answers name no file with its hash.`);
  if (attached.length !== hashes.length)
    throw new NotAsMade(`The answers name ${hashes.length} attachments; ${attached.length} are here.`);
}

interface SignedAnswers {
  form?: { sha256?: string };
  files?: Record<string, { sha256: string }[]>;
}

const textOf = (found: ReadonlyMap<string, Found>, path: string): string => found.get(path)?.text ?? "";

function jsonOf(found: ReadonlyMap<string, Found>, path: string): unknown {
  if (!found.has(path)) throw new NotAsMade(`${path} is not there.`);
  try {
    return JSON.parse(textOf(found, path));
  } catch {
    throw new NotAsMade(`${path} differs: it is not JSON.`);
  }
}
