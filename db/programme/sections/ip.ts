import { ask, options, text } from "../ask.ts";
import type { Offer } from "../offer.ts";
import type { Condition, QuestionData, SectionData } from "../programme-types.ts";
import { when } from "../when.ts";

const kinds = options([
  ["invention", "发明专利", "Invention patent"],
  ["utility_model", "实用新型", "Utility model"],
  ["design", "外观设计", "Design patent"],
  ["pct", "PCT申请", "PCT application"],
  ["foreign", "境外专利", "Foreign patent"],
  ["layout_design", "集成电路布图设计", "IC layout design"],
  ["software", "软件著作权", "Software copyright"],
  ["trademark", "商标", "Trademark"],
  ["trade_secret", "技术秘密（只填名称）", "Trade secret (name only)"],
]);

const states = options([
  ["applied", "申请中", "Applied for"],
  ["granted", "已授权或登记", "Granted or registered"],
  ["lapsed", "已失效", "Lapsed"],
]);

const burdens = options([
  ["none", "无", "None"],
  ["pledged", "已质押", "Pledged"],
  ["licensed", "已许可他人", "Licensed to others"],
  ["both", "质押并许可", "Pledged and licensed"],
]);

const countOf = (key: string, zh: string, en: string, where: Condition): QuestionData =>
  ask.computed(
    key,
    [zh, en],
    "integer",
    { count: { of: "ip_rights", where } },
    { unit: text("件", "rights") },
  );

/** Domain G. Whoever asks for equity explains freedom to operate. */
export const ip = ({ offer }: { offer: Offer }): SectionData => ({
  key: "ip",
  title: text("知识产权", "Intellectual property"),
  notes: [
    text(
      "中国专利号形如 202110123456.7，可带 ZL 或 CN。",
      "Chinese patent numbers look like 202110123456.7, with or without ZL or CN.",
    ),
    text("技术秘密只填名称，不写内容。", "For trade secrets give the name only."),
  ],
  groups: [
    {
      key: "rights",
      questions: [
        ask.table("ip_rights", ["知识产权清单", "Rights held or applied for"], {
          rowName: ["知识产权", "right"],
          addLabel: ["添加一件", "Add a right"],
          minRows: 1,
          maxRows: 200,
          layout: "cards",
          columns: [
            ask.choice("kind", ["类型", "Type"], kinds, { display: "select", width: "md" }),
            ask.ipNumber("number", ["编号", "Number"], {
              kindColumn: "kind",
              required: { ne: [{ cell: "kind" }, "trade_secret"] },
              visibleWhen: { ne: [{ cell: "kind" }, "trade_secret"] },
            }),
            ask.shortText("title", ["名称", "Title"], { min: 2, max: 120, width: "lg" }),
            ask.choice("status", ["状态", "Status"], states, { display: "select", width: "sm" }),
            ask.shortText("owner", ["权利人", "Owner"], { max: 80, width: "md" }),
            ask.date("filed_on", ["申请日", "Filed on"], {
              notAfter: "today",
              required: { ne: [{ cell: "kind" }, "trade_secret"] },
              width: "sm",
            }),
            ask.date("granted_on", ["授权或登记日", "Granted on"], {
              notAfter: "today",
              visibleWhen: when.cellIs("status", "granted"),
              required: { ne: [{ cell: "kind" }, "trade_secret"] },
              width: "sm",
            }),
            ask.shortText("country", ["国家或地区", "Country or region"], {
              max: 40,
              width: "sm",
              example: ["中国", "China"],
            }),
            ask.declaration("core", ["核心", "Core"], { required: false, width: "xs" }),
            ask.choice("burden", ["质押或许可", "Pledged or licensed"], burdens, {
              display: "select",
              width: "sm",
            }),
          ],
        }),
        countOf(
          "granted_inventions",
          "已授权发明专利",
          "Invention patents granted",
          when.both(when.cellIs("kind", "invention"), when.cellIs("status", "granted")),
        ),
        countOf("core_rights", "核心知识产权", "Core rights", when.cellYes("core")),
      ],
    },
    {
      key: "freedom",
      title: text("自由实施与争议", "Freedom to operate and disputes"),
      questions: [
        ask.yesNo("fto_done", ["做过自由实施（FTO）分析吗？", "Has freedom to operate been analysed?"], {
          short: ["自由实施", "Freedom to operate"],
        }),
        ask.longText("fto_statement", ["自由实施说明", "Freedom to operate, explained"], {
          min: 200,
          max: 1500,
          rows: 8,
          required: offer.equity ?? false,
          help: [
            "200–1500字。检索范围、主要在先权利、规避或许可安排、剩余风险。没有做过的，写明何时做、由谁做。",
            "600–4,500 characters. What was searched, main earlier rights, design-arounds or licences, remaining risk. If not done, when and by whom.",
          ],
        }),
        ask.yesNo(
          "ip_disputes",
          ["有知识产权纠纷、无效请求或警告函吗？", "Any disputes, invalidation requests or warning letters?"],
          {
            short: ["知识产权纠纷", "IP disputes"],
          },
        ),
        ask.longText(
          "ip_disputes_text",
          ["请说明对方、事由、进展和影响", "The other party, the matter, progress and effect"],
          {
            short: ["知识产权纠纷说明", "IP disputes, explained"],
            min: 20,
            max: 500,
            rows: 4,
            visibleWhen: when.yes("ip_disputes"),
          },
        ),
      ],
    },
  ],
  rules: [
    {
      key: "granted_after_filed",
      level: "error",
      forEach: "ip_rights",
      at: ["granted_on", "filed_on"],
      holds: { ge: [{ cell: "granted_on" }, { cell: "filed_on" }] },
      message: text("第{row}件的授权日早于申请日。", "Right {row} was granted before it was filed."),
      summary: text("第{row}件的授权日早于申请日", "Right {row}: granted before filed"),
    },
    {
      key: "core_named",
      level: "warning",
      at: ["ip_rights/core"],
      when: { answered: { ref: "ip_rights" } },
      holds: { ge: [{ ref: "core_rights" }, 1] },
      message: text(
        "没有勾选核心知识产权。评审会看核心技术由谁持有。",
        "No right is marked as core. Reviewers look at who holds the core technology.",
      ),
    },
  ],
});
