import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import { InsecureSettings, readSettings } from "#app/platform/config/settings.ts";
import { openDatabase } from "#app/platform/database/open-database.ts";
import { auditVerify } from "./audit-verify.ts";
import { backup } from "./backup.ts";
import { demoProjects } from "#db/demo/projects.ts";
import { fillEmptyPortal, isFilled, NotEmpty } from "./demo/fill-empty-portal.ts";
import { signInTable } from "./demo/sign-in-table.ts";
import { placesOf, withPortal } from "./open-portal.ts";
import { packetVerify } from "./packet-verify.ts";
import { restore } from "./restore.ts";
import { setUp } from "./set-up.ts";

const usage = `Usage: npm run portal -- <command>

  setup --administrator <e-mail> [--name <name>] [--lang zh|en]
        Installs the programme (calls, forms, rubrics) and invites the first administrator; prints the link.
        Run again without --administrator it brings in a changed programme and nothing else.
  demo [--applications N] [--reviewers N] [--crowd C5] [--seed N] [--if-empty]
        Fills an empty database with the demonstration and prints its sign-ins. Needs DEMO=1.
        Sixty-four applications and fourteen reviewers are played step by step; what goes beyond is written in bulk,
        spread over the open calls; --crowd names one call that all of it answers instead.
        With --if-empty a filled one is left as it is.
  backup <file.tar>
        Database, files and a manifest of hashes in one archive. The portal may go on running.
  restore <file.tar>
        Verifies a backup and puts it in place; what was there is kept aside. The portal must be stopped.
  audit verify [--expect <number>:<hash>]
        Computes the event record again and names the first event that is not as it was written.
  packet verify <file.zip> [--record]
        Computes every hash in an application's packet again and names the first file that differs. With --record
        it also looks for the packet's own hash in the event record, which is computed again as well.
  help

Settings come from the environment, as for the portal itself: DATA_DIR, DATABASE_URL, BASE_URL and so on.`;

/** A command line that cannot be understood. */
class Misuse extends Error {
  override name = "Misuse";
}

const log = (line: string) => void process.stdout.write(`${line}\n`);

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const { message, stack } = error as Error;
  const isExpected =
    error instanceof Misuse || error instanceof NotEmpty || error instanceof InsecureSettings;
  process.stderr.write(`${isExpected || !process.env.DEBUG ? message : stack}\n`);
  process.exitCode = error instanceof Misuse ? 2 : 1;
}

async function run([command = "help", ...rest]: string[]): Promise<number> {
  switch (command) {
    case "setup":
      return await runSetUp(rest);
    case "demo":
      return await runDemo(rest);
    case "backup":
      await backup({ ...placesOf(readSettings()), to: theFile(rest, "backup") }, log);
      return 0;
    case "restore":
      await restore({ ...placesOf(readSettings()), from: theFile(rest, "restore") }, log);
      return 0;
    case "audit":
      return await runAudit(rest);
    case "packet":
      return await runPacket(rest);
    case "help":
    case "--help":
    case "-h":
      log(usage);
      return 0;
    default:
      throw new Misuse(`There is no command "${command}"; npm run portal -- help lists them.`);
  }
}

async function runSetUp(args: string[]): Promise<number> {
  const { values } = parse(args, {
    administrator: { type: "string" },
    name: { type: "string" },
    lang: { type: "string", default: "zh" },
  });
  if (values.lang !== "zh" && values.lang !== "en") throw new Misuse("--lang is zh or en.");
  const { administrator, name, lang: locale } = values;
  await withPortal(readSettings(), (portal) =>
    setUp(portal, { administrator, name, locale }, new Date(), log),
  );
  return 0;
}

async function runDemo(args: string[]): Promise<number> {
  const { values } = parse(args, {
    applications: { type: "string", default: "60" },
    reviewers: { type: "string", default: "14" },
    crowd: { type: "string" },
    seed: { type: "string", default: "1" },
    "if-empty": { type: "boolean", default: false },
  });
  const size = {
    applications: wholeNumber(values.applications, "--applications", 60),
    reviewers: wholeNumber(values.reviewers, "--reviewers", 14),
    seed: wholeNumber(values.seed, "--seed"),
    crowdProject: aProject(values.crowd),
  };
  await withPortal(readSettings(), async (portal) => {
    if (values["if-empty"] && (await isFilled(portal)))
      log(`${portal.settings.dataDir} is filled and kept as it is.`);
    else await fillEmptyPortal(portal, size, new Date(), log);
  });
  log(signInTable());
  return 0;
}

function aProject(code: string | undefined): string | undefined {
  if (code !== undefined && !demoProjects.has(code))
    throw new Misuse(`--crowd is one of ${[...demoProjects.keys()].join(", ")}.`);
  return code;
}

async function runAudit(args: string[]): Promise<number> {
  const { values, positionals } = parse(args, { expect: { type: "string" } }, true);
  if (positionals.join(" ") !== "verify") throw new Misuse("The command is: audit verify.");
  const { url } = placesOf(readSettings());
  return (await auditVerify({ url, expect: values.expect }, log)) ? 0 : 1;
}

async function runPacket(args: string[]): Promise<number> {
  const { values, positionals } = parse(args, { record: { type: "boolean", default: false } }, true);
  const [verb, file, ...more] = positionals;
  if (verb !== "verify" || file === undefined || more.length > 0)
    throw new Misuse("The command is: packet verify <file.zip> [--record].");
  if (!values.record) return (await packetVerify({ file }, log)) ? 0 : 1;
  const db = await openDatabase({ url: placesOf(readSettings()).url });
  try {
    return (await packetVerify({ file, db }, log)) ? 0 : 1;
  } finally {
    await db.close();
  }
}

function theFile(args: string[], command: string): string {
  const [file, ...more] = parse(args, {}, true).positionals;
  if (file === undefined || more.length > 0)
    throw new Misuse(`${command} wants one file: ${command} <file.tar>.`);
  return file;
}

function wholeNumber(typed: string | undefined, option: string, least = 0): number {
  const value = Number(typed);
  if (!Number.isInteger(value) || value < least)
    throw new Misuse(`${option} wants a whole number, ${least} or more.`);
  return value;
}

function parse<const T extends ParseArgsOptionsConfig>(args: string[], options: T, allowPositionals = false) {
  try {
    return parseArgs({ args, options, allowPositionals, strict: true });
  } catch (error) {
    throw new Misuse((error as Error).message);
  }
}
