import { describe, expect, test } from "vitest";
import { DataTable, type Column } from "#app/ui/data-table.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { RepeatingRows } from "#app/ui/repeating-rows.tsx";
import { RowLabel } from "#app/ui/row-label.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { TaskList, type TaskState } from "#app/ui/task-list.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import { attributes, count, render, startTags, visibleText } from "./render.tsx";

describe("task list", () => {
  test.each<[TaskState, string, string]>([
    ["not_started", "未开始", "Not started"],
    ["in_progress", "填写中", "In progress"],
    ["complete", "已完成", "Complete"],
    ["blocked", "暂不能开始", "Cannot start yet"],
    ["error", "有错误", "Has errors"],
    ["changes_requested", "要补正", "Changes requested"],
  ])("%s has a glyph and the word %s", (state, zh, en) => {
    const tasks = [{ label: "股权结构", href: "/s/3", state }];
    const html = render(<TaskList tasks={tasks} />);
    expect(count(html, "<svg")).toBe(1);
    expect(visibleText(html)).toBe(`股权结构${zh}`);
    expect(render(<TaskList tasks={tasks} />, "en")).toContain(en);
  });

  test("what cannot be opened is no link and says why", () => {
    const html = render(
      <TaskList tasks={[{ label: "里程碑", state: "blocked", reason: "先填“资金需求与估值”" }]} />,
    );
    expect(html).not.toContain("<a");
    expect(html).toContain("先填“资金需求与估值”");
  });
});

test("timeline: the step in hand is current, the ones to come are said to be so", () => {
  const html = render(
    <Timeline
      steps={[
        { title: "已提交", state: "done" },
        { title: "补正", when: "轮到您", state: "yours" },
        { title: "公示", state: "todo" },
      ]}
    />,
  );
  const items = startTags(html).filter((tag) => tag.startsWith("<li"));
  expect(items).toEqual(['<li class="done">', '<li aria-current="step">', '<li class="todo">']);
  expect(html).toContain("（还没到）");
});

test("summary list: each change link names what it changes", () => {
  const html = render(
    <SummaryList rows={[{ term: "注册资本", value: "1.2亿元", action: { href: "/s/3#reg" } }]} />,
  );
  expect(html).toContain('<a href="/s/3#reg">修改<span class="sr-only">：注册资本</span></a>');
});

interface Row {
  code: string;
  money: string;
}

const columns: Column<Row>[] = [
  { id: "code", head: "编号", cell: (row) => row.code, rowHeader: true, card: "title" },
  {
    id: "money",
    head: "申请（万元）",
    cell: (row) => row.money,
    numeric: true,
    sort: "descending",
    sortHref: "?s=m",
  },
];
const rows = [
  { code: "C5-0047", money: "12,000.00" },
  { code: "C5-0031", money: "9,800.00" },
];

describe("table", () => {
  test("caption, scoped heads, the order said and offered, figures at the end", () => {
    const html = render(
      <DataTable caption="申报" columns={columns} rows={rows} rowKey={(row) => row.code} />,
    );
    expect(html).toContain('<caption class="sr-only">申报</caption>');
    expect(html).toContain(
      '<th scope="col" class="num" aria-sort="descending"><a href="?s=m" title="按申请（万元）排序">',
    );
    expect(html).toContain('<th scope="row">C5-0047</th>');
    expect(count(html, '<td class="num" data-l="申请（万元）">')).toBe(2);
    expect(attributes(html, "<table")["class"]).toBe("tbl tbl--stack");
  });

  test("for staff it scrolls in a region of its own that the keyboard reaches", () => {
    const state = (row: Row) => ({ selected: row.code === "C5-0047", cursor: row.code === "C5-0031" });
    const html = render(
      <DataTable
        dense
        caption="申报"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.code}
        rowState={state}
      />,
    );
    expect(attributes(html, 'class="scroll-x"')).toMatchObject({
      tabindex: "0",
      role: "group",
      "aria-label": "申报",
    });
    expect(html).toContain('<tr data-selected="">');
    expect(html).toContain('<tr class="cursor" aria-current="true">');
    expect(html).not.toContain("data-l=");
  });

  test("as cards, each cell knows its place", () => {
    const html = render(
      <DataTable layout="cards" caption="申报" columns={columns} rows={rows} rowKey={(row) => row.code} />,
    );
    expect(count(html, 'data-card="title"')).toBe(2);
  });
});

describe("pagination", () => {
  test("offers only the directions there are", () => {
    const html = render(<Pagination next="?after=k" nextNote="C5-0002起" summary="共46份" />);
    expect(html).not.toContain("上一页");
    expect(html).toContain('<a class="btn btn-sm" href="?after=k" rel="next">下一页（C5-0002起）→</a>');
    expect(html).toContain("共46份");
    expect(render(<Pagination previous="?before=k" />, "en")).toContain("← Previous");
  });

  test("is absent on a single page, and keeps the count when it has one", () => {
    expect(render(<Pagination />)).toBe("");
    expect(render(<Pagination summary="共3份" />)).not.toContain("<nav");
  });
});

test("tabs are links, one of them the page", () => {
  const items = [
    { href: "?v=all", label: "全部", count: 15, current: true },
    { href: "?v=late", label: "逾期", count: 0 },
  ];
  const html = render(<Tabs label="视图" items={items} />);
  expect(html).toContain('<a href="?v=all" aria-current="page">全部 15</a>');
  expect(html).toContain('<a href="?v=late">逾期 0</a>');
});

test("repeating rows: numbered, every control named with its row, the total under its columns", () => {
  const html = render(
    <RepeatingRows
      caption="股东"
      columns={[
        { label: "股东名称" },
        { label: "认缴（万元）", numeric: true, width: "sm" },
        { label: "持股 %", numeric: true },
      ]}
      rows={[1, 2].map((row) => ({
        key: String(row),
        cells: ["名称", "认缴", "持股"].map((word, index) => (
          <RowLabel key={word} htmlFor={`c${row}${index}`} row={row}>
            {word}
          </RowLabel>
        )),
        extra: row === 2 ? "统一社会信用代码" : undefined,
      }))}
      total={{ id: "sum", label: "合计", cells: [{ value: "7,800.00" }, { value: "99.0000", bad: true }] }}
    />,
  );
  expect(html).toContain(
    '<label class="own-l" id="c21-l" for="c21"><span class="sr-only">第2行 </span>认缴</label>',
  );
  expect(html).toContain('<td class="own-n">1</td>');
  expect(html).toContain('<td class="own-n" rowSpan="2">2</td>');
  expect(html).toContain('<th scope="row" class="own-n">合计</th><td></td>');
  expect(html).toContain('<td class="num st-bad" data-l="持股 %">99.0000</td>');
});
