import autocannon, { type CannonRequest } from "autocannon";
import { Agent, type IncomingMessage, request as send } from "node:http";
import { gzipSync } from "node:zlib";
import type { BenchPortal } from "./bench-portal.ts";
import { type Target, together } from "./targets.ts";

export interface Measured {
  name: string;
  /** One connection. */
  alonePerSecond: number;
  p50: number;
  p99: number;
  /** Sixteen connections. */
  togetherPerSecond: number;
  togetherP50: number;
  togetherP99: number;
  /** Share of one core the server used meanwhile, and how much of its time one answer took. */
  cpu: number;
  cpuMs: number;
  bytes: number;
  statements: number;
  scriptBytes: number;
}

/** Each side's turns with one connection, and how long one takes. */
const turns = 5;
const secondsATurn = 0.4;
const secondsTogether = 2.5;
const throughputTurns = 3;

/**
 * The same target in several portals, turn and turn about: what else the machine does for a while then slows each
 * of them alike, and the ratio between them stays.
 */
export async function measureSideBySide(
  sides: readonly { portal: BenchPortal; target: Target }[],
): Promise<Measured[]> {
  const tries = await Promise.all(sides.map(({ portal, target }) => prepare(portal, target)));
  for (let turn = 0; turn < turns; turn += 1)
    for (const { one, times } of turn % 2 === 0 ? tries : tries.toReversed()) await timeTurn(one, times);
  const measured: Measured[] = [];
  for (const [index, { portal, target }] of sides.entries()) {
    const { agent, first, statements, times } = tries[index]!;
    agent.destroy();
    measured.push({
      ...{ name: target.name, ...summary(times), ...(await measureTogether(portal, target)), statements },
      bytes: first.bytes,
      scriptBytes: await scriptsOf(portal.origin, first.text),
    });
  }
  return measured;
}

async function prepare(portal: BenchPortal, target: Target) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const one = oneByOne(portal.origin, target.requestOf(0), agent);
  const first = await one();
  for (let warm = 0; warm < 40; warm += 1) await one();
  return { agent, one, first, statements: await statementsOf(portal, one), times: [] as number[] };
}

interface Answer {
  bytes: number;
  text: string;
}

/** A plain client that waits for each answer: autocannon counts in whole milliseconds, too coarse to compare by. */
function oneByOne(origin: string, template: CannonRequest, agent: Agent): () => Promise<Answer> {
  return () => {
    const { path, method = "GET", headers = {}, body } = template.setupRequest?.(template, {}) ?? template;
    return new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
      const outgoing = send(
        `${origin}${path}`,
        { method, agent, headers: { ...headers, ...length } },
        (response) => {
          collect(response).then((content) => {
            if (response.statusCode !== 200) reject(new Error(`${method} ${path}: ${response.statusCode}`));
            template.onResponse?.(200, content.toString(), {});
            resolve({ bytes: content.byteLength, text: content.toString("latin1") });
          }, reject);
        },
      );
      outgoing.on("error", reject);
      outgoing.end(body);
    });
  };
}

async function collect(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function timeTurn(one: () => Promise<Answer>, times: number[]): Promise<void> {
  const begun = performance.now();
  while (performance.now() - begun < secondsATurn * 1000) {
    const at = performance.now();
    await one();
    times.push(performance.now() - at);
  }
}

function summary(times: number[]) {
  const sorted = times.toSorted((a, b) => a - b);
  return {
    alonePerSecond: (times.length * 1000) / times.reduce((sum, ms) => sum + ms, 0),
    p50: sorted[Math.floor(sorted.length * 0.5)] ?? 0,
    p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
  };
}

async function measureTogether(portal: BenchPortal, target: Target) {
  const cpuBefore = await portal.figure("process_cpu_seconds_total");
  const begun = performance.now();
  const { requests, latency, duration } = await crowd(portal, target, secondsTogether);
  const cpuSeconds = (await portal.figure("process_cpu_seconds_total")) - cpuBefore;
  return {
    togetherPerSecond: requests.total / duration,
    togetherP50: latency.p50,
    togetherP99: latency.p99,
    cpu: cpuSeconds / ((performance.now() - begun) / 1000),
    cpuMs: (cpuSeconds * 1000) / requests.total,
  };
}

/**
 * Requests a second at sixteen connections, by target name: the middle one of several turns, once every process has
 * answered often enough to be warm (a few hundred answers each, or what is measured is the compiler at work).
 */
export async function measureThroughput(
  portal: BenchPortal,
  targets: readonly Target[],
): Promise<Map<string, number>> {
  const turnsOf = new Map<Target, number[]>(targets.map((target) => [target, []]));
  for (const target of targets) await crowd(portal, target, secondsTogether);
  for (let turn = 0; turn < throughputTurns; turn += 1)
    for (const [target, turnsSoFar] of turnsOf) {
      const { requests, duration } = await crowd(portal, target, secondsTogether);
      turnsSoFar.push(requests.total / duration);
    }
  return new Map([...turnsOf].map(([{ name }, perSecond]) => [name, middle(perSecond)]));
}

const middle = (figures: readonly number[]): number =>
  figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;

async function crowd(portal: BenchPortal, target: Target, seconds: number) {
  let index = 0;
  const result = await autocannon({
    ...{ url: portal.origin, connections: together, duration: seconds },
    setupClient: (client) => client.setRequests([target.requestOf(index++)]),
  });
  if (result.non2xx + result.errors + result.timeouts > 0)
    throw new Error(
      `${target.name}: ${result.non2xx} refused, ${result.errors} errors, ${result.timeouts} timeouts`,
    );
  return result;
}

/** The fewest of several tries: what the schedule does now and then is not the page's. */
async function statementsOf(portal: BenchPortal, one: () => Promise<Answer>): Promise<number> {
  let least = Infinity;
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const before = await portal.figure("database_statements_total");
    // The reading of a figure asks nothing of the database for a stranger.
    await one();
    least = Math.min(least, (await portal.figure("database_statements_total")) - before);
  }
  return least;
}

/** What the page's own scripts weigh, compressed. */
async function scriptsOf(origin: string, page: string): Promise<number> {
  const html = page.startsWith("\u001f\u008b") ? await unzipped(page) : page;
  const sources = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(([, source]) => source ?? "");
  const preloads = [...html.matchAll(/<link[^>]*rel="modulepreload"[^>]*href="([^"]+)"/g)].map(
    ([, href]) => href ?? "",
  );
  return await weigh(origin, new Set([...sources, ...preloads]), new Set());
}

async function weigh(origin: string, paths: Iterable<string>, seen: Set<string>): Promise<number> {
  let sum = 0;
  for (const path of paths) {
    if (seen.has(path)) continue;
    seen.add(path);
    const text = await (await fetch(new URL(path, origin))).text();
    sum += gzipSync(text).byteLength;
    const imports = [...text.matchAll(/(?:from|import)\s*\(?["'](\.{0,2}\/[^"']+)["']/g)];
    sum += await weigh(
      origin,
      imports.map(([, next = ""]) => new URL(next, new URL(path, origin)).pathname),
      seen,
    );
  }
  return sum;
}

async function unzipped(page: string): Promise<string> {
  const { gunzipSync } = await import("node:zlib");
  return gunzipSync(Buffer.from(page, "latin1")).toString();
}
