import { c2Texts } from "./c2-texts.ts";
import { rows, type ExampleAnswers } from "./example-types.ts";

/** 壬戌示例芯片设计有限公司 founds 壬戌示例芯片设计（山西）有限公司. */
export const landingEntity = (nameZh: string): string =>
  `${/^.*?示例(?:第\d+号)?/.exec(nameZh)?.[0] ?? ""}芯片设计（山西）有限公司`;

export const landingAnswers: ExampleAnswers = {
  landing_kind: "headquarters",
  hq_now: ["320200", "新吴区"],
  hq_people_now: "118",
  entity_status: "in_progress",
  entity_month: "2027-02",
  entity_capital: "5,000.00",
  tax_month: "2027-04",
  stay_years: "10",
  local_agreement: "yes",
  local_agreement_text: c2Texts.agreement,
  moves: rows(
    ["move_kind", "move_what", "move_month", "move_people", "move_state"],
    [
      ["headquarters", "经营管理、财务和人力迁入太原", "2027-06", "12", "agreed"],
      ["rd_team", "数字控制和验证团队迁入，模拟团队分批迁入", "2027-12", "48", "agreed"],
      ["ip", "新增专利和布图设计由山西公司申请，存量分批转让", "2028-06", "2", "planned"],
      ["settlement", "国内销售合同改由山西公司签订和结算", "2027-06", "6", "agreed"],
      ["test_supply", "终测转到省内封测企业", "2028-09", "10", "planned"],
    ],
  ),
  shanxi_years: [
    ["2026", "6", "2", "0", "0"],
    ["2027", "54", "42", "4,200.00", "310.00"],
    ["2028", "98", "74", "13,800.00", "1,050.00"],
    ["2029", "136", "100", "24,500.00", "1,960.00"],
    ["2030", "170", "118", "36,000.00", "2,900.00"],
  ].map(([id = "", shanxi_people = "", shanxi_rd = "", shanxi_revenue = "", shanxi_tax = ""]) => ({
    id,
    cells: { shanxi_people, shanxi_rd, shanxi_revenue, shanxi_tax },
  })),
};
