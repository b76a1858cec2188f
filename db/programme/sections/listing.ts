import { ask, options, text } from "../ask.ts";
import type { GroupData, QuestionData } from "../programme-types.ts";
import { when } from "../when.ts";

const boards = options([
  ["star", "科创板", "STAR Market"],
  ["chinext", "创业板", "ChiNext"],
  ["main", "沪深主板", "Shanghai or Shenzhen main board"],
  ["bse", "北交所", "Beijing Stock Exchange"],
  ["neeq", "新三板", "NEEQ"],
  ["jinxing", "晋兴板", "Jinxing Board"],
  ["hkex", "港交所主板", "HKEX main board"],
  ["hkex_18c", "港交所18C章", "HKEX chapter 18C"],
  ["nasdaq", "纳斯达克", "NASDAQ"],
  ["nyse", "纽交所", "NYSE"],
  ["lse", "伦交所", "LSE"],
]);

/** Of the boards above, those outside the mainland. */
export const overseasBoards = ["hkex", "hkex_18c", "nasdaq", "nyse", "lse"];

export const listingStages = options([
  ["planning", "规划", "Planning"],
  ["restructuring", "股改", "Conversion to a joint stock company"],
  ["advisers", "签约中介", "Advisers engaged"],
  ["tutoring_filed", "辅导备案", "Tutoring filed"],
  ["tutoring_passed", "辅导验收", "Tutoring accepted"],
  ["accepted", "申报受理", "Application accepted"],
  ["inquiry", "问询", "Inquiry"],
  ["committee", "上市委", "Listing committee"],
  ["registration", "注册或备案", "Registration or filing"],
  ["listed", "发行上市", "Issue and listing"],
]);

const optional = { required: false } as const;

/** Where and when; `voluntary` but where a call is about listing. */
export const listingTarget = (voluntary: boolean): QuestionData[] => {
  const asked = voluntary ? optional : {};
  return [
    ask.choice("target_board", ["目标板块", "Target board"], boards, { display: "select", ...asked }),
    ask.choice("listing_stage", ["目前阶段", "Present stage"], listingStages, {
      display: "select",
      ...asked,
    }),
    ask.month("restructuring_month", ["股改时间", "Conversion"], { ...asked }),
    ask.month("filing_month", ["预计申报时间", "Expected application"], { ...asked }),
  ];
};

export const listingTerms = (voluntary: boolean): QuestionData[] => {
  const asked = voluntary ? optional : {};
  return [
    ask.yesNo("listing_reserve", ["已进入上市后备库吗？", "In the listing reserve list?"], {
      short: ["上市后备库", "Listing reserve list"],
      ...asked,
    }),
    ask.shortText("listing_standard", ["拟选用的上市标准", "Listing standard chosen"], {
      max: 120,
      ...asked,
    }),
    ask.money("planned_raise", ["计划募资", "Planned raise"], {
      currencies: ["CNY", "HKD", "USD"],
      help: [
        "境外上市的可以按外币填写，同时写折合人民币和汇率日期。",
        "For a listing abroad it may be in the foreign currency, with its RMB equivalent and the day of the rate.",
      ],
      ...asked,
    }),
    ask.longText("listing_obstacles", ["主要障碍和需要的协调", "Obstacles, and help needed"], {
      max: 500,
      rows: 3,
      ...asked,
    }),
  ];
};

/** Domain Q, voluntary unless the call is about listing. */
export const listing: GroupData = {
  key: "listing",
  title: text("上市计划", "Listing plan"),
  help: text("都可不填。基金不对上市作任何承诺。", "All optional. The fund promises nothing about listing."),
  visibleWhen: when.includes("exit_plan", "ipo"),
  questions: [
    ...listingTarget(true),
    ask.shortText("listing_advisers", ["保荐、律师和会计师", "Sponsor, law firm and auditors"], {
      max: 200,
      required: false,
    }),
    ...listingTerms(true),
  ],
};
