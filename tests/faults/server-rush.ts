import { type ChildProcess, spawn } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import Sqlite from "better-sqlite3";
import { smallPdf } from "#app/cli/demo/small-papers.ts";
import type { RushWriter } from "./rush-writers.ts";

export type ServerBug = "none" | "acknowledges-before-commit";

/** What the server promised somebody: written down outside it, and on the disk, before the next request leaves. */
export type Promised =
  | { kind: "saved"; applicationId: string; opId: string; version: number; value: string }
  | { kind: "file"; applicationId: string; sha256: string }
  | { kind: "receipt"; applicationId: string; version: number; remarks: string };

export interface Ledger {
  entries: Promised[];
  /** Requests that were told no. With one writer to an application none should be. */
  refused: number;
  note(entry: Promised): void;
  close(): void;
}

export function openLedger(file: string): Ledger {
  const handle = openSync(file, "a");
  const entries: Promised[] = [];
  return {
    entries,
    refused: 0,
    note(entry) {
      writeSync(handle, `${JSON.stringify(entry)}\n`);
      fsyncSync(handle);
      entries.push(entry);
    },
    close: () => closeSync(handle),
  };
}

export interface RunningServer {
  process: ChildProcess;
  origin: string;
  /** From the start of the process to its first answer. */
  startedInMs: number;
}

export async function startServer(buildDir: string, dataDir: string, bug: ServerBug): Promise<RunningServer> {
  const begun = performance.now();
  const entry = fileURLToPath(new URL("./killable-server.ts", import.meta.url));
  const env = {
    ...process.env,
    ...{
      NODE_ENV: "production",
      DEMO: "1",
      DATA_DIR: dataDir,
      DATABASE_URL: "",
      BASE_URL: "",
      LOG_LEVEL: "fatal",
    },
  };
  const child = spawn(process.execPath, [entry, buildDir, bug], {
    stdio: ["ignore", "pipe", "inherit"],
    env,
  });
  const [first] = (await Promise.race([once(child.stdout, "data"), once(child, "exit")])) as [Buffer];
  if (child.exitCode !== null) throw new Error("The server ended before it answered");
  const origin = `http://127.0.0.1:${Number(first.toString())}`;
  return { process: child, origin, startedInMs: performance.now() - begun };
}

/** What every rush brings before its end: seven saves, an upload and a receipt. */
export const leastOfARush: Least = { saved: 7, file: 1, receipt: 1 };

type Least = Readonly<Record<Promised["kind"], number>>;

/**
 * Lets every writer work until the server is killed: at a random moment after the least of a rush has been
 * acknowledged, however slow the machine is.
 */
export async function rushAndKill(
  server: RunningServer,
  writers: readonly RushWriter[],
  ledger: Ledger,
  databaseFile: string,
  least: Least,
): Promise<void> {
  const state = { dead: false };
  const before = ledger.entries.length;
  const rush = writers.map((writer) => workUntilDead(server.origin, writer, ledger, databaseFile, state));
  const had = (kind: Promised["kind"]) =>
    ledger.entries.slice(before).filter((entry) => entry.kind === kind).length >= least[kind];
  const begun = performance.now();
  try {
    while (!(had("saved") && had("file") && had("receipt"))) {
      await Promise.race([pause(10), ...rush]);
      if (performance.now() - begun > patienceMs) throw new Error("The rush does not bring what it should");
    }
    await pause(Math.random() * 800);
  } finally {
    state.dead = true;
    server.process.kill("SIGKILL");
  }
  await once(server.process, "exit");
  await Promise.all(rush);
}

const patienceMs = 120_000;

async function workUntilDead(
  origin: string,
  writer: RushWriter,
  ledger: Ledger,
  databaseFile: string,
  state: { dead: boolean },
): Promise<void> {
  let { version, value } = standing(databaseFile, writer.applicationId);
  for (let turn = Math.floor(Math.random() * 9); !state.dead; turn += 1) {
    try {
      if (turn % 9 === 5) await upload(origin, writer, ledger, databaseFile);
      else if (turn % 9 === 8) await submit(origin, writer, ledger, value);
      else ({ version, value } = await save(origin, writer, ledger, version));
    } catch (error) {
      // The connection broke under the request: what became of it nobody was told.
      if (!state.dead) throw error;
      return;
    }
  }
}

const remarks = "finance_remarks";

/** What the draft says now: the last request before a kill may have come through unanswered. */
function standing(databaseFile: string, applicationId: string): { version: number; value: string } {
  const db = new Sqlite(databaseFile, { readonly: true });
  const row = db
    .prepare("select answers from draft_section where application_id = ? and section_key = 'finance'")
    .get(applicationId) as { answers: string };
  db.close();
  const field = (JSON.parse(row.answers) as Record<string, { v: string; n: number }>)[remarks];
  return { version: field?.n ?? 0, value: field?.v ?? "" };
}

interface Outcome {
  status: string;
  version: number;
  theirs?: { value: string };
}

async function save(
  origin: string,
  { applicationId, personId, cookie }: RushWriter,
  ledger: Ledger,
  base: number,
) {
  const opId = randomUUID();
  const value = `${"甲子".repeat(Math.floor(Math.random() * 300))}${opId}`;
  const operation = { kind: "set", path: remarks, value, baseVersion: base, opId };
  const answer = await fetch(`${origin}/applications/${applicationId}/autosave`, {
    ...{ method: "POST", headers: { origin, cookie, "content-type": "application/json" } },
    body: JSON.stringify({ section: "finance", person: personId, operations: [operation] }),
  });
  const body = (await answer.json()) as { outcomes?: Outcome[] };
  const [outcome] = body.outcomes ?? [];
  if (answer.status !== 200 || !outcome)
    throw new Error(`Not saved: ${answer.status} ${JSON.stringify(body)}`);
  const { version, theirs } = outcome;
  if (outcome.status === "saved") ledger.note({ kind: "saved", applicationId, opId, version, value });
  else ledger.refused += 1;
  return { version, value: theirs?.value ?? value };
}

async function upload(
  origin: string,
  { applicationId, cookie }: RushWriter,
  ledger: Ledger,
  databaseFile: string,
): Promise<void> {
  const question = "a09_ip_certificates";
  const db = new Sqlite(databaseFile, { readonly: true });
  const replaced = db
    .prepare(
      "select id from file where application_id = ? and question_key = ? and replaced_by is null and removed_at is null",
    )
    .get(applicationId, question) as { id: string } | undefined;
  db.close();
  const content = smallPdf([randomUUID()]);
  const form = new FormData();
  if (replaced) form.append(`replaces:${question}`, replaced.id);
  form.append(`file:${question}`, new Blob([new Uint8Array(content)]), "A09_example.pdf");
  const answer = await fetch(`${origin}/applications/${applicationId}/files`, {
    ...{ method: "POST", headers: { origin, cookie }, body: form },
  });
  const body = (await answer.json()) as { uploaded?: number };
  if (answer.status === 409) return void (ledger.refused += 1);
  if (answer.status !== 200 || body.uploaded !== 1)
    throw new Error(`Not uploaded: ${answer.status} ${JSON.stringify(body)}`);
  ledger.note({ kind: "file", applicationId, sha256: createHash("sha256").update(content).digest("hex") });
}

async function submit(
  origin: string,
  { applicationId, cookie, declarations }: RushWriter,
  ledger: Ledger,
  saved: string,
): Promise<void> {
  const page = await (
    await fetch(`${origin}/applications/${applicationId}/check`, { headers: { cookie } })
  ).text();
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? "";
  const body = new URLSearchParams({ name: "韩示例", key: hidden("key"), seen: hidden("seen") });
  for (const key of declarations) body.append("declared", key);
  const answer = await fetch(`${origin}/applications/${applicationId}/submit`, {
    ...{ method: "POST", redirect: "manual", headers: { origin, cookie }, body },
  });
  if (answer.status === 409) return void (ledger.refused += 1);
  const version = Number(/\/receipt\/(\d+)$/.exec(answer.headers.get("location") ?? "")?.[1]);
  if (answer.status !== 303 || !(version > 0)) throw new Error(`Not submitted: ${answer.status}`);
  ledger.note({ kind: "receipt", applicationId, version, remarks: saved });
}
