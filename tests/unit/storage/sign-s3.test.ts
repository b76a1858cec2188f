import { expect, it } from "vitest";
import { emptySha256, signS3 } from "#app/platform/storage/sign-s3.ts";

// The published examples of "Authenticating Requests (AWS Signature Version 4)", Amazon S3 API Reference.
const credentials = {
  region: "us-east-1",
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
};
const now = new Date("2013-05-24T00:00:00.000Z");
const at = (path: string) => new URL(path, "https://examplebucket.s3.amazonaws.com");

it.each([
  [
    { method: "GET", url: at("/test.txt"), headers: { range: "bytes=0-9" }, bodySha256: emptySha256 },
    "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
  ],
  [
    {
      method: "PUT",
      url: at("/test%24file.text"),
      headers: { date: "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class": "REDUCED_REDUNDANCY" },
      bodySha256: "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072",
    },
    "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd",
  ],
  [
    { method: "GET", url: at("/?lifecycle"), headers: {}, bodySha256: emptySha256 },
    "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543",
  ],
  [
    { method: "GET", url: at("/?max-keys=2&prefix=J"), headers: {}, bodySha256: emptySha256 },
    "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
  ],
])("signs as Amazon's example %#", (request, signature) => {
  expect(signS3(request, credentials, now).authorization).toContain(`Signature=${signature}`);
});
