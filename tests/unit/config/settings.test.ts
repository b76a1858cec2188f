import { describe, expect, it } from "vitest";
import { InsecureSettings, readSettings } from "#app/platform/config/settings.ts";

const secret = "0123456789abcdef0123456789abcdef";
const safe = { NODE_ENV: "production", APP_SECRET: secret, BASE_URL: "https://fund.example/" };

describe("settings", () => {
  it("needs nothing in development", () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({
      mode: "development",
      port: 3000,
      sqliteSynchronous: "FULL",
      demo: false,
    });
    expect(settings.secondFactorRequired).toBe(true);
  });

  it("production starts with a secret and a public address", () => {
    expect(readSettings(safe)).toMatchObject({ baseUrl: "https://fund.example", secret });
  });

  it.each([
    ["no secret", { APP_SECRET: "" }, /APP_SECRET/],
    ["a short secret", { APP_SECRET: "short" }, /APP_SECRET/],
    ["no public address", { BASE_URL: "" }, /BASE_URL is missing/],
    ["an address without TLS", { BASE_URL: "http://fund.example" }, /https:/],
    ["SQLite not at FULL", { SQLITE_SYNCHRONOUS: "NORMAL" }, /SQLITE_SYNCHRONOUS must be FULL/],
    ["a port out of range", { PORT: "70000" }, /PORT/],
    ["half a bucket", { S3_BUCKET: "files" }, /S3_ENDPOINT/],
  ])("production refuses %s with a sentence", (_what, unsafe, sentence) => {
    const read = () => readSettings({ ...safe, ...unsafe });
    expect(read).toThrow(InsecureSettings);
    expect(read).toThrow(sentence);
  });

  it("the demo asks for no secret and no second factor, but still for FULL", () => {
    expect(readSettings({ NODE_ENV: "production", DEMO: "1" }).secondFactorRequired).toBe(false);
    expect(() => readSettings({ NODE_ENV: "production", DEMO: "1", SQLITE_SYNCHRONOUS: "OFF" })).toThrow(
      /FULL/,
    );
  });

  it("keeps uploads in a bucket when one is named", () => {
    const s3 = {
      S3_BUCKET: "files",
      S3_ENDPOINT: "https://s3.example",
      S3_ACCESS_KEY_ID: "id",
      S3_SECRET_ACCESS_KEY: "key",
    };
    expect(readSettings({ ...safe, ...s3 }).s3).toMatchObject({ bucket: "files", region: "us-east-1" });
    expect(readSettings(safe).s3).toBeUndefined();
  });
});
