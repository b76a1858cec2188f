import type { ProductWords } from "./example-types.ts";
import type { MoneyShape, Step } from "./money.ts";
import type { TeamWords } from "./people.ts";

/** What the example of C2 is about, who does it, what it costs and by when. */
export const product: ProductWords = {
  productZh: "电源管理芯片",
  productNames: ["多相降压控制器", "电池管理前端芯片"],
  uses: "服务器、储能和汽车电子电源",
  keyTool: "混合信号验证",
  marketZh: "国内电源管理芯片市场",
  marketSize: "860.0",
};

export const team: TeamWords = {
  positions: ["总经理", "设计副总", "研发总监", "供应链总监", "市场总监"],
  fields: ["模拟电路设计", "数字控制与混合信号", "功能安全与可靠性", "代工与封测管理", "汽车电子市场"],
  results: [
    "主持多相控制器从定义到量产，三年累计出货2,600万颗，授权发明专利9件。",
    "负责数字控制环路和混合信号验证，瞬态响应由18微秒缩短到7微秒，带出设计工程师20人。",
    "负责功能安全流程和可靠性考核，车规样片通过1000小时高温寿命摸底。",
    "建立两家境内代工和两家封测来源，交期由26周缩短到16周，封测良率98%以上。",
    "建立五家头部客户的联合定义关系，取得首份车用联合开发协议。",
  ],
  priorEmployers: ["某芯片设计企业", "某模拟芯片企业", "某大学", "某封测企业", "某汽车电子企业"],
};

export const shape: MoneyShape = {
  uses: {
    plant: [200, 800, 0, 0, 0],
    equipment: [0, 600, 900, 300, 0],
    rnd: [0, 1800, 2200, 1800, 0],
    mask: [200, 1600, 2200, 1500, 0],
    eda_ip: [100, 900, 900, 700, 0],
    staff: [300, 2200, 3000, 3200, 0],
    working_capital: [0, 0, 0, 900, 1200],
    other: [0, 0, 100, 0, 0],
  },
  sources: { own: 7000, shareholders: 3000, thisFund: 5000, coInvestor: 6000 },
};

export const steps: readonly Step[] = [
  [
    "总部迁入并设立主体",
    "2026-12-15",
    "2027-06-30",
    "落地主体设立，结算和首批人员迁入",
    "在晋人员42人，首次在晋纳税",
    0.12,
    "yes",
  ],
  [
    "车规控制器全掩膜流片",
    "2027-03-01",
    "2028-01-31",
    "车规8相控制器完成全掩膜流片和特性测试",
    "高温寿命1000小时零失效",
    0.3,
    "yes",
  ],
  [
    "车规认证与首份定点",
    "2028-02-01",
    "2028-12-31",
    "通过AEC-Q100并取得一份定点通知",
    "累计送样五家，定点一家",
    0.3,
    "yes",
  ],
  [
    "四款芯片量产",
    "2029-01-01",
    "2030-06-30",
    "四款芯片进入量产，省内终测线投入使用",
    "年出货5,600万颗以上",
    0.28,
    "no",
  ],
];
