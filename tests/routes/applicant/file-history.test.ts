import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findDraft } from "#app/features/applications/find-draft.ts";
import { addFile } from "#app/features/files/add-file.ts";
import { removeFile } from "#app/features/files/remove-file.ts";
import { type FilingCompany, filingCompany, pdf } from "#tests/features/applications/filing-company.ts";
import { applicantBrowser } from "./applicant-browser.ts";

const chart = "a05_ownership_chart";

describe("the history of files without scripts", () => {
  let world: FilingCompany;
  let browser: Awaited<ReturnType<typeof applicantBrowser>>;
  let id: string;
  beforeAll(async () => {
    world = await filingCompany("sqlite");
    browser = await applicantBrowser(world);
    id = await world.start();
  });
  afterAll(() => world.portal.destroy());

  const files = async () => (await findDraft(world.portal.ctx(world.owner), id))!.files;
  const add = async (name: string, replaces?: string) => {
    const added = await addFile(world.portal.ctx(world.editor), {
      ...{ applicationId: id, questionKey: chart, fileName: name, replaces },
      content: Readable.from([pdf(name)]),
    });
    if (!added.ok) throw new Error(added.reason);
    return added.fileId;
  };

  it("shows what was replaced, brings it back once, and tells who is late", async () => {
    const url = `/applications/${id}/sections/ownership/history`;
    const old = await add("旧图.pdf");
    world.portal.pass(60_000);
    await add("新图.pdf", old);
    const page = await browser.open(url, world.owner);
    const size = `${pdf("旧图.pdf").length} B`;
    expect(page.html).toContain(`用“新图.pdf”（${size}）替换“旧图.pdf”（${size}）`);
    expect(page.html).toContain(`上传文件“旧图.pdf”（${size}）`);
    expect(page.html.indexOf("替换“旧图")).toBeLessThan(page.html.indexOf("上传文件“旧图"));
    expect(page.html.match(/恢复替换前的文件：/g)).toHaveLength(1);
    expect((await browser.open(url, world.viewer)).html).not.toContain("恢复替换前的文件");
    expect((await browser.open(`${url}?field=actual_controller`, world.owner)).html).not.toContain("旧图");
    expect((await browser.open(`${url}?field=${chart}`, world.owner)).html).toContain("旧图");
    expect((await browser.open(`${url}?lang=en`, world.owner)).status).toBeLessThan(400);

    world.portal.pass(60_000);
    const restore = () => browser.raw(url, world.owner, `file=${old}`, "application/x-www-form-urlencoded");
    const restored = await restore();
    expect(restored).toMatchObject({ status: 303, location: `${url}?restored=1` });
    expect((await files()).map(({ name }) => name)).toEqual(["旧图.pdf"]);
    expect((await browser.open(url, world.owner)).html).toContain("恢复“旧图.pdf”");
    const again = await restore();
    expect(again.status).toBe(409);
    expect(again.html).toContain("没有恢复：这个文件已经恢复过");
  });

  it("brings back what was removed", async () => {
    const url = `/applications/${id}/sections/ownership/history`;
    const gone = await add("误删.pdf");
    world.portal.pass(60_000);
    await removeFile(world.portal.ctx(world.editor), { applicationId: id, fileId: gone });
    expect((await browser.open(url, world.owner)).html).toContain("恢复这个文件");
    expect((await browser.open(url, world.viewer)).html).not.toContain("恢复这个文件");
    const form = "application/x-www-form-urlencoded";
    expect(await browser.raw(url, world.owner, `file=${gone}`, form)).toMatchObject({ status: 303 });
    expect((await files()).map(({ name }) => name)).toContain("误删.pdf");
    expect((await browser.open(url, world.owner)).html).toContain("恢复删除的文件“误删.pdf”");
  });
});
