import { createHash, createHmac } from "node:crypto";

export interface S3Credentials {
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

interface S3Request {
  method: string;
  url: URL;
  headers: Record<string, string>;
  /** SHA-256 of the body, which the server checks too. */
  bodySha256: string;
}

export const emptySha256 = createHash("sha256").digest("hex");

/** The headers of AWS Signature Version 4 for one request, those given included. */
export function signS3(
  { method, url, headers, bodySha256 }: S3Request,
  credentials: S3Credentials,
  now: Date,
): Record<string, string> {
  const time = now.toISOString().replace(/[-:]|\.\d{3}/g, "");
  const date = time.slice(0, 8);
  const signed = { ...headers, host: url.host, "x-amz-content-sha256": bodySha256, "x-amz-date": time };
  const names = Object.keys(signed)
    .map((name) => name.toLowerCase())
    .sort();
  const values = new Map(Object.entries(signed).map(([name, value]) => [name.toLowerCase(), value.trim()]));
  const canonical = [
    method,
    url.pathname,
    canonicalQuery(url),
    ...names.map((name) => `${name}:${values.get(name)}`),
    "",
    names.join(";"),
    bodySha256,
  ].join("\n");
  const scope = `${date}/${credentials.region}/s3/aws4_request`;
  const hashed = createHash("sha256").update(canonical).digest("hex");
  const signature = createHmac("sha256", signingKey(credentials, date))
    .update(["AWS4-HMAC-SHA256", time, scope, hashed].join("\n"))
    .digest("hex");
  const authorization =
    `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope},` +
    `SignedHeaders=${names.join(";")},Signature=${signature}`;
  return { ...signed, authorization };
}

const canonicalQuery = (url: URL) =>
  [...url.searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join("&");

const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

function signingKey({ region, secretAccessKey }: S3Credentials, date: string): Buffer {
  const steps = [date, region, "s3", "aws4_request"];
  return steps.reduce(
    (key, step) => createHmac("sha256", key).update(step).digest(),
    Buffer.from(`AWS4${secretAccessKey}`),
  );
}
