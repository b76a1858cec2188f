import { ask, options, text } from "../ask.ts";
import type { Condition, GroupData, SectionData } from "../programme-types.ts";
import { when } from "../when.ts";
import { designServiceRules } from "./design-service-rules.ts";

const kinds = [
  ["frontend", "前端设计", "Front-end design"],
  ["verification", "验证", "Verification"],
  ["backend", "后端设计", "Back-end design"],
  ["dft", "可测性设计（DFT）", "Design for test (DFT)"],
  ["layout", "版图", "Layout"],
  ["ip", "IP设计与授权", "IP design and licensing"],
  ["tapeout_agent", "流片代理", "Tape-out agency"],
  ["test_agent", "封测代理", "Packaging and test agency"],
] as const;

const serviceTypes = options(kinds);

const priceModes = options([
  ["person_month", "按人月", "By person-month"],
  ["project", "按项目", "By project"],
  ["licence", "授权费加版税", "Licence fee and royalty"],
  ["commission", "代理费", "Commission"],
]);

const clientPlaces = options([
  ["shanxi", "省内", "Shanxi"],
  ["china", "省外", "Elsewhere in China"],
  ["abroad", "境外", "Abroad"],
]);

const roomKinds = options([
  ["owned", "自有", "Owned"],
  ["leased", "租赁", "Leased"],
  ["provided", "园区提供", "Provided by the park"],
]);

export const securityCertificates = options([
  ["mlps_2", "网络安全等级保护二级", "MLPS level 2"],
  ["mlps_3", "网络安全等级保护三级", "MLPS level 3"],
  ["iso_27001", "ISO/IEC 27001", "ISO/IEC 27001"],
  ["dsmm", "数据安全能力成熟度（DSMM）", "Data security maturity (DSMM)"],
  ["tisax", "TISAX（汽车）", "TISAX (automotive)"],
  ["none", "暂无", "None yet"],
]);

const isolation = options([
  ["separate_network", "项目网络物理隔离", "Separate network for projects"],
  ["virtual_desktop", "虚拟桌面，数据不落地", "Virtual desktops, no data on the desk"],
  ["per_client_room", "按客户分隔的办公区", "A separate room for each client"],
  ["export_control", "数据导出审批和留痕", "Exports approved and logged"],
  ["watermark", "屏幕水印和录屏审计", "Screen watermark and recording"],
]);

const people = (column: string, where?: Condition): Condition => ({
  sum: { of: "skills", value: { cell: column }, ...(where ? { where } : {}) },
});
const busy: Condition = {
  divide: [
    { sum: { of: "skills", value: { multiply: [{ cell: "skill_now" }, { cell: "utilisation" }] } } },
    people("skill_now"),
  ],
};

const services = (year: number): GroupData => ({
  key: "services",
  title: text("服务内容与收入", "Services and revenue"),
  questions: [
    ask.multiChoice("service_types", ["服务类型", "Services"], serviceTypes, { min: 1 }),
    ask.table("service_lines", ["各类服务", "Each service"], {
      help: ["每类服务一行，勾选了的都要填。", "One row for each service that is ticked above."],
      rowName: ["服务", "service"],
      addLabel: ["添加一类服务", "Add a service"],
      layout: "cards",
      minRows: 1,
      maxRows: 12,
      totals: ["service_revenue_year", "projects_done"],
      columns: [
        ask.choice("service_type", ["服务类型", "Service"], serviceTypes, { display: "select", width: "md" }),
        ask.choice("price_mode", ["计价方式", "Priced"], priceModes, { display: "select", width: "sm" }),
        ask.money("service_revenue_year", [`${year}年收入`, `Revenue ${year}`], { width: "sm" }),
        ask.integer("projects_done", ["近三年交付项目", "Projects delivered in three years"], {
          min: 0,
          max: 10_000,
          width: "xs",
        }),
        ask.percent("on_time", ["按期交付率", "On time"], { places: 1, width: "xs" }),
        ask.percent("first_pass", ["一次通过率", "Right first time"], {
          places: 1,
          width: "xs",
          required: { not: when.cellIn("service_type", ["tapeout_agent", "test_agent"]) },
        }),
        ask.percent("subcontracted", ["转包比例", "Subcontracted"], { places: 1, width: "xs" }),
        ask.shortText("service_scope", ["工艺、规模和代表项目", "Nodes, size and typical projects"], {
          min: 4,
          max: 120,
          secondary: true,
          example: ["22 nm，5,000万门，车载SoC后端", "22 nm, 50 million gates, back-end of a vehicle SoC"],
        }),
      ],
    }),
    ask.money("person_month_price", ["平均人月单价", "Average price of a person-month"], {
      min: 0,
      help: ["不按人月计价的填0。", "Give 0 if nothing is priced by the person-month."],
    }),
  ],
});

const clients = (year: number): GroupData => ({
  key: "clients",
  title: text("客户与保密", "Clients and confidentiality"),
  questions: [
    ask.table("service_clients", ["主要客户", "Main clients"], {
      help: [
        "名称写代号。近三年前十大客户，新客户也填。",
        "Under a code. The ten largest of three years, new ones too.",
      ],
      rowName: ["客户", "client"],
      addLabel: ["添加一位客户", "Add a client"],
      minRows: 1,
      maxRows: 20,
      columns: [
        ask.shortText("client", ["客户", "Client"], { min: 2, max: 80, width: "md" }),
        ask.choice("client_place", ["所在地", "Where"], clientPlaces, { display: "select", width: "sm" }),
        ask.choice("client_service", ["主要服务", "Main service"], serviceTypes, {
          display: "select",
          width: "md",
        }),
        ask.percent("client_share", [`占${year}年收入`, `Of revenue ${year}`], { places: 2, width: "xs" }),
        ask.integer("client_years", ["合作年数", "Years"], { min: 0, max: 50, secondary: true }),
        ask.yesNo("client_nda", ["有保密协议", "NDA signed"], { width: "xs" }),
        ask.yesNo("client_repeat", ["有续约或再次委托", "Came back"], { secondary: true }),
      ],
    }),
    ask.longText("client_conflicts", ["客户之间的隔离", "How clients are kept apart"], {
      min: 50,
      max: 500,
      rows: 4,
      help: [
        "50–500字。为竞争对手服务时，人员、数据和网络怎样分开。",
        "150–1,500 characters. How people, data and networks are separated when clients compete.",
      ],
    }),
  ],
});

const skills: GroupData = {
  key: "skills",
  title: text("人员与利用率", "People and utilisation"),
  help: text(
    "按最近月末在册人数，一人只计一处。",
    "On the payroll at the end of the latest month; count each person once.",
  ),
  questions: [
    ask.table("skills", ["按技能的人数", "People by skill"], {
      rowName: ["技能", "skill"],
      addLabel: ["添加技能", "Add a skill"],
      maxRows: 8,
      totals: ["skill_now", "skill_senior", "skill_shanxi", "skill_target"],
      fixedRows: kinds.slice(0, 6).map(([id, zh, en]) => ({ id, label: text(zh, en) })),
      columns: [
        ask.integer("skill_now", ["现有人数", "People now"], { min: 0, max: 100_000, width: "xs" }),
        ask.integer("skill_senior", ["五年以上", "Five years or more"], {
          min: 0,
          max: 100_000,
          width: "xs",
        }),
        ask.integer("skill_shanxi", ["其中在晋", "In Shanxi"], { min: 0, max: 100_000, width: "xs" }),
        ask.integer("skill_target", ["第五年在晋", "In Shanxi, fifth year"], {
          min: 0,
          max: 100_000,
          width: "xs",
        }),
        ask.percent("utilisation", ["利用率", "Utilisation"], {
          places: 1,
          width: "xs",
          required: { gt: [{ cell: "skill_now" }, 0] },
        }),
      ],
    }),
    ask.computed("utilisation_mean", ["平均利用率", "Utilisation on average"], "percent", busy, {
      places: 1,
    }),
    ask.percent("attrition", ["近一年离职率", "Staff leaving in a year"], { places: 1 }),
  ],
};

const centre: GroupData = {
  key: "centre",
  title: text("山西交付中心", "Delivery centre in Shanxi"),
  questions: [
    ask.address("centre_place", ["地点", "Where"], {
      short: ["交付中心地点", "Centre’s address"],
      province: "140000",
    }),
    ask.choice("centre_rooms", ["场地", "Rooms"], roomKinds, { display: "radio" }),
    ask.decimal("centre_area", ["面积", "Area"], {
      min: 1,
      max: 1_000_000,
      places: 1,
      unit: text("m²", "m²"),
    }),
    ask.integer("centre_seats", ["工位", "Desks"], { min: 1, max: 100_000, unit: text("个", "desks") }),
    ask.month("centre_opens", ["投入使用时间", "In use from"], { example: ["2027年5月", "2027-05"] }),
    ask.integer("centre_cores", ["算力（CPU核）", "Computing (CPU cores)"], { min: 0, max: 10_000_000 }),
    ask.longText("centre_delivery", ["交付分工", "What is delivered from here"], {
      min: 50,
      max: 500,
      rows: 4,
      help: [
        "50–500字。哪些服务、哪些客户的项目放在山西，与其他交付中心怎样分工。",
        "150–1,500 characters. Which services and whose projects come to Shanxi, and how work is shared with other centres.",
      ],
    }),
  ],
};

const security: GroupData = {
  key: "security",
  title: text("数据安全", "Data security"),
  questions: [
    ask.multiChoice("security_certificates", ["已取得的认证", "Certificates held"], securityCertificates, {
      min: 1,
      exclusive: "none",
    }),
    ask.date("security_expires", ["最早到期的日期", "Earliest expiry"], {
      visibleWhen: when.includesAny("security_certificates", [
        "mlps_2",
        "mlps_3",
        "iso_27001",
        "dsmm",
        "tisax",
      ]),
    }),
    ask.multiChoice("data_isolation", ["隔离措施", "How data is kept apart"], isolation, { min: 1 }),
    ask.yesNo("data_abroad", ["客户数据会出境吗？", "Does clients’ data leave China?"], {
      short: ["数据出境", "Data leaving China"],
    }),
    ask.longText(
      "data_abroad_text",
      ["数据种类、依据和审批", "Which data, on what basis, and who approves"],
      {
        short: ["数据出境说明", "Data leaving China, explained"],
        min: 20,
        max: 500,
        rows: 4,
        visibleWhen: when.yes("data_abroad"),
        help: [
          "写明数据安全法第三十一条、个人信息保护法第三十八条下的路径。",
          "Under Data Security Law, art. 31, and Personal Information Protection Law, art. 38.",
        ],
      },
    ),
    ask.yesNo(
      "data_incidents",
      ["近三年发生过数据泄露或客户投诉吗？", "Any leak or complaint about data in three years?"],
      { short: ["数据安全事件", "Data incidents"] },
    ),
    ask.longText("data_incidents_text", ["经过、影响和整改", "What happened, its effect, what was done"], {
      short: ["数据安全事件说明", "Data incidents, explained"],
      min: 20,
      max: 500,
      rows: 4,
      visibleWhen: when.yes("data_incidents"),
    }),
  ],
};

/** What call C3 asks of a service house: what it does, for whom, with how many, and how safely. */
export const designServices = ({ year }: { year: number }): SectionData => ({
  key: "services",
  title: text("服务、团队与数据安全", "Services, people and data security"),
  notes: [
    text(
      "客户名称一律写代号，保密协议不上传。",
      "Clients are always given a code; do not upload the NDAs themselves.",
    ),
    text("利用率＝计费工时÷可用工时。", "Utilisation is billed hours over available hours."),
  ],
  groups: [services(year), clients(year), skills, centre, security],
  rules: designServiceRules(year),
});
