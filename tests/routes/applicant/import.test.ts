import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rowsOf } from "#app/domain/forms/raw-answers.ts";
import { findDraft } from "#app/features/applications/find-draft.ts";
import { saveAnswers } from "#app/features/applications/save-answers.ts";
import { readXlsx } from "#app/platform/spreadsheet/read-xlsx.ts";
import { type FilingCompany, filingCompany, set } from "#tests/features/applications/filing-company.ts";
import { applicantBrowser, unescaped } from "./applicant-browser.ts";

/** Without scripts: a file or pasted text, the preview, the button. */
describe("a table from a spreadsheet", () => {
  let world: FilingCompany;
  let browser: Awaited<ReturnType<typeof applicantBrowser>>;
  let id: string;
  let url: string;
  beforeAll(async () => {
    world = await filingCompany("sqlite");
    browser = await applicantBrowser(world);
    id = await world.start();
    url = `/applications/${id}/sections/equipment/tables/equipment/import`;
  });
  afterAll(() => world.portal.destroy());

  const draft = async () => (await findDraft(world.portal.ctx(world.owner), id))!;
  const open = async () => (await browser.open(url, world.owner)).html;
  const paste = async (text: string) => browser.submit(url, await open(), world.owner, { text }, "read");
  const send = async (name: string, bytes: Buffer) => {
    const fields = new FormData();
    fields.append("file", new File([new Uint8Array(bytes)], name));
    return browser.sendForm(url, world.owner, fields);
  };
  const workbook = async (...rows: ExcelJS.CellValue[][]) => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet("说明").addRow(["填表说明"]);
    book.addWorksheet("清单").addRows(rows);
    return Buffer.from(await book.xlsx.writeBuffer());
  };

  it("offers itself under the table, to those who may change it", async () => {
    const section = await browser.open(`/applications/${id}/sections/equipment`, world.owner);
    expect(section.html).toContain(`href="${url}"`);
    expect((await browser.open(url, world.viewer)).status).toBe(404);
  });

  it("shows pasted rows as they would be kept and names each wrong cell; then keeps them so", async () => {
    const pasted =
      "设备名称\t国别\t数量\t单价（元）\n步进光刻机\t美国\t1\t85,000,000\n清洗机\t火星\t2\t约200";
    const preview = await paste(pasted);
    expect(preview.status).toBe(200);
    const text = unescaped(preview.html.replace(/<!-- -->/g, ""));
    expect(text).toContain("第3行“单价”填的是“约200”");
    expect(text).toContain("第3行“国别”填的是“火星”：不在选项中");
    expect(text).toContain("8,500.00");
    expect(text).toContain("“单价”按元换算成万元");
    expect(rowsOf((await draft()).raw, "equipment")).toEqual([]);

    const done = await browser.submit(url, preview.html, world.owner, {}, "import");
    expect(done.status).toBe(303);
    expect(done.location).toMatch(/\/sections\/equipment\?imported=2\.0\.\d+\.0&check=1#equipment$/);
    expect(rowsOf((await draft()).raw, "equipment").map(({ cells }) => cells)).toMatchObject([
      { tool_name: "步进光刻机", quantity: "1", unit_price: "8500" },
      { tool_name: "清洗机", origin: "火星", unit_price: "约200" },
    ]);
    const section = await browser.open(done.location!.split("#")[0]!, world.owner);
    expect(section.html).toContain("已导入2行");
    expect(section.html).toContain('<option value="火星" selected');
  });

  it("reads a workbook's best sheet, and adds or replaces as chosen", async () => {
    const bytes = await workbook(["Tool", "Qty", "Unit price (RMB 10k)"], ["Coater", 3, 1234.5]);
    const preview = await send("tools.xlsx", bytes);
    expect(preview.html).toContain("清单");
    await browser.submit(url, preview.html, world.owner, { mode: "replace" }, "import");
    expect(rowsOf((await draft()).raw, "equipment").map(({ cells }) => cells)).toEqual([
      { tool_name: "Coater", quantity: "3", unit_price: "1234.5" },
    ]);
  });

  it("asks which column is which, and takes the answer", async () => {
    const preview = await paste("名字\t几台\n涂胶机\t4");
    expect(preview.html).toContain("列的对应");
    const again = await browser.submit(
      url,
      preview.html,
      world.owner,
      { "column:0": "tool_name", "column:1": "quantity" },
      "preview",
    );
    expect(unescaped(again.html)).toContain("涂胶机");
    await browser.submit(url, again.html, world.owner, {}, "import");
    expect(rowsOf((await draft()).raw, "equipment").at(-1)?.cells).toEqual({
      tool_name: "涂胶机",
      quantity: "4",
    });
  });

  it("says by how many rows a sheet is too long, and imports nothing", async () => {
    const before = rowsOf((await draft()).raw, "equipment").length;
    const lines = Array.from({ length: 200 }, (_, index) => `设备${index}\t1`);
    const preview = await paste(["设备名称\t数量", ...lines].join("\n"));
    expect(preview.html).toContain(`再加200行就多出${before}行`);
    const refused = await browser.submit(url, preview.html, world.owner, { mode: "append" }, "import");
    expect(refused.status).toBe(409);
    expect(rowsOf((await draft()).raw, "equipment")).toHaveLength(before);
  });

  it("keeps what a colleague typed between preview and import, and says so", async () => {
    const rows = rowsOf((await draft()).raw, "equipment");
    const preview = await paste("设备名称\t数量\n刻蚀机\t1");
    const path = `equipment/${rows[0]!.id}/tool_name`;
    const version = (await draft()).sections.get("equipment")!.fields[path]!.n;
    await saveAnswers(world.portal.ctx(world.editor), {
      applicationId: id,
      sectionKey: "equipment",
      operations: [set(path, "同事的设备", version)],
    });
    const done = await browser.submit(url, preview.html, world.owner, { mode: "replace" }, "import");
    expect(done.location).toContain("imported=1.0.");
    const names = rowsOf((await draft()).raw, "equipment").map(({ cells }) => cells["tool_name"]);
    expect(names).toEqual(["同事的设备", "刻蚀机"]);
    const section = await browser.open(done.location!.split("#")[0]!, world.owner);
    expect(section.html).toContain("保留了同事的内容");
  });

  it.each([
    ["a.csv", Buffer.alloc(0), "文件里没有内容"],
    ["a.xls", Buffer.from("d0cf11e0a1b11ae1", "hex"), "旧格式"],
    ["a.xlsx", Buffer.from("PK\u0003\u0004…"), "文件打不开"],
    ["a.png", Buffer.from("89504e470d0a1a0a0000", "hex"), "只收XLSX和CSV"],
    ["a.csv", Buffer.alloc(5 * 1024 * 1024 + 1, "甲,"), "文件太大"],
    ["a.csv", Buffer.from("设备名称,数量\n"), "没有读到可以导入的行"],
  ])("says what is wrong with %s", async (name, bytes, sentence) => {
    const refused = await send(name, bytes);
    expect(refused.status).toBe(400);
    expect(refused.html).toContain(sentence);
  });

  it("reads a CSV file as older Excel writes it", async () => {
    // 设备名称,数量 / 光刻,1 in GB18030
    const bytes = Buffer.from("c9e8b1b8c3fbb3c62ccafdc1bf0d0ab9e2bfcc2c310d0a", "hex");
    expect(unescaped((await send("a.csv", bytes)).html)).toContain("光刻");
  });

  it("leaves as a workbook and comes back the same", async () => {
    const before = rowsOf((await draft()).raw, "equipment").map(({ cells }) => cells);
    const file = await browser.open(url.replace(/import$/, "export/xlsx"), world.owner);
    const bytes = Buffer.from(await file.response.arrayBuffer());
    const book = await readXlsx(bytes);
    expect(book.ok && book.sheets[0]?.rows[0]?.slice(0, 2)).toEqual(["设备名称", "类型"]);
    const preview = await send("tools.xlsx", bytes);
    await browser.submit(url, preview.html, world.owner, { mode: "replace" }, "import");
    expect(rowsOf((await draft()).raw, "equipment").map(({ cells }) => cells)).toEqual(before);
  });
});
