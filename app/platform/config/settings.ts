import { resolve } from "node:path";
import { z } from "zod";

const flag = z.enum(["0", "1", "true", "false"]).transform((value) => value === "1" || value === "true");

/** An unset variable and an empty one mean the same. */
const optionalText = z
  .string()
  .optional()
  .transform((value) => value?.trim() || undefined);

const environment = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  DATA_DIR: z.string().default("data"),
  DATABASE_URL: optionalText,
  SQLITE_SYNCHRONOUS: z.enum(["FULL", "NORMAL", "OFF"]).default("FULL"),
  BASE_URL: optionalText.pipe(z.url({ protocol: /^https?$/ }).optional()),
  APP_SECRET: optionalText,
  DEMO: flag.default(false),
  TRUST_PROXY: flag.default(false),
  WEB_PROCESSES: z.coerce.number().int().min(1).max(64).default(1),
  SECOND_FACTOR: z.enum(["required", "optional"]).default("required"),
  SMTP_URL: optionalText,
  MAIL_FROM: z.string().default("portal@localhost"),
  MAIL_PER_SECOND: z.coerce.number().positive().default(10),
  S3_ENDPOINT: optionalText.pipe(z.url({ protocol: /^https?$/ }).optional()),
  S3_REGION: z.string().default("us-east-1"),
  S3_BUCKET: optionalText,
  S3_ACCESS_KEY_ID: optionalText,
  S3_SECRET_ACCESS_KEY: optionalText,
  UPLOAD_MAX_MB: z.coerce.number().int().min(1).max(200).default(20),
  LOG_LEVEL: z.enum(["silent", "fatal", "error", "warn", "info", "debug"]).default("info"),
});

export interface S3Settings {
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
}

export interface Settings {
  mode: "development" | "production" | "test";
  port: number;
  host: string;
  /** Absolute folder of the database file and uploads. */
  dataDir: string;
  databaseUrl: string | undefined;
  sqliteSynchronous: "FULL" | "NORMAL" | "OFF";
  /** Public origin without a trailing slash; links in mails start with it. */
  baseUrl: string;
  secret: string;
  demo: boolean;
  trustProxy: boolean;
  webProcesses: number;
  /** Whether staff and reviewers must have a second factor before they see anything. */
  secondFactorRequired: boolean;
  smtpUrl: string | undefined;
  mailFrom: string;
  mailPerSecond: number;
  /** S3-compatible storage for uploads; undefined keeps them on disk. */
  s3: S3Settings | undefined;
  uploadMaxBytes: number;
  logLevel: string;
}

export class InsecureSettings extends Error {
  override name = "InsecureSettings";
}

/** Parses the environment once. Throws with one sentence a setting when something is missing or unsafe. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const sentences = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}.`);
    throw new InsecureSettings(sentences.join("\n"));
  }
  const e = parsed.data;
  const problems = e.NODE_ENV === "production" ? productionProblems(e) : [];
  if (problems.length > 0) throw new InsecureSettings(problems.join("\n"));
  return {
    mode: e.NODE_ENV,
    port: e.PORT,
    host: e.HOST,
    dataDir: resolve(e.DATA_DIR),
    databaseUrl: e.DATABASE_URL,
    sqliteSynchronous: e.SQLITE_SYNCHRONOUS,
    baseUrl: (e.BASE_URL ?? `http://localhost:${e.PORT}`).replace(/\/$/, ""),
    secret: e.APP_SECRET ?? "not-a-secret-for-development-only",
    demo: e.DEMO,
    trustProxy: e.TRUST_PROXY,
    webProcesses: e.WEB_PROCESSES,
    secondFactorRequired: e.SECOND_FACTOR === "required" && !e.DEMO,
    smtpUrl: e.SMTP_URL,
    mailFrom: e.MAIL_FROM,
    mailPerSecond: e.MAIL_PER_SECOND,
    s3: s3Settings(e),
    uploadMaxBytes: e.UPLOAD_MAX_MB * 1024 * 1024,
    logLevel: e.LOG_LEVEL,
  };
}

/** All of it or nothing: half a bucket would be found out by the first upload. */
function s3Settings(e: z.infer<typeof environment>): S3Settings | undefined {
  if (!e.S3_BUCKET) return undefined;
  if (!e.S3_ENDPOINT || !e.S3_ACCESS_KEY_ID || !e.S3_SECRET_ACCESS_KEY)
    throw new InsecureSettings(
      "S3_BUCKET also needs S3_ENDPOINT, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY.",
    );
  return {
    endpoint: e.S3_ENDPOINT,
    region: e.S3_REGION,
    bucket: e.S3_BUCKET,
    accessKeyId: e.S3_ACCESS_KEY_ID,
    secretAccessKey: e.S3_SECRET_ACCESS_KEY,
  };
}

function productionProblems(e: z.infer<typeof environment>): string[] {
  const problems: string[] = [];
  if (!e.DATABASE_URL && e.SQLITE_SYNCHRONOUS !== "FULL")
    problems.push("SQLITE_SYNCHRONOUS must be FULL: anything less loses acknowledged writes at a power cut.");
  if (e.DEMO) return problems;
  if (!e.APP_SECRET || e.APP_SECRET.length < 32)
    problems.push("APP_SECRET is missing or shorter than 32 characters; it signs cookies and links.");
  if (!e.BASE_URL) problems.push("BASE_URL is missing; it is the public address that mails link to.");
  else if (!e.BASE_URL.startsWith("https://") && !/^http:\/\/(localhost|127\.0\.0\.1)/.test(e.BASE_URL))
    problems.push("BASE_URL must begin with https://; sign-in cookies are not sent safely otherwise.");
  return problems;
}
