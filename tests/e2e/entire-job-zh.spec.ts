import { test } from "#tests/support/browser-test.ts";
import { entireJob } from "#tests/support/entire-job.ts";

test("a company applies, reviewers score, the committee decides, the office exports: in Chinese", async ({
  portal,
  visit,
}) => {
  test.setTimeout(300_000);
  await entireJob({ portal, visit, language: "zh" });
});
