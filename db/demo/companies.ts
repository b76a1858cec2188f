import { crowdProjectOf } from "./crowd.ts";
import type { DemoText } from "./demo-text.ts";

/** Names from the cycle of sixty, each marked as an example: no company is called that. */
export const companyStems: readonly (readonly [zh: string, pinyin: string])[] = [
  ["甲子", "Jiazi"],
  ["乙丑", "Yichou"],
  ["丙寅", "Bingyin"],
  ["丁卯", "Dingmao"],
  ["戊辰", "Wuchen"],
  ["己巳", "Jisi"],
  ["庚午", "Gengwu"],
  ["辛未", "Xinwei"],
  ["壬申", "Renshen"],
  ["癸酉", "Guiyou"],
  ["甲戌", "Jiaxu"],
  ["乙亥", "Yihai"],
  ["丙子", "Bingzi"],
  ["丁丑", "Dingchou"],
  ["戊寅", "Wuyin"],
  ["己卯", "Jimao"],
  ["庚辰", "Gengchen"],
  ["辛巳", "Xinsi"],
  ["壬午", "Renwu"],
  ["癸未", "Guiwei"],
  ["甲申", "Jiashen"],
  ["乙酉", "Yiyou"],
  ["丙戌", "Bingxu"],
  ["丁亥", "Dinghai"],
  ["戊子", "Wuzi"],
  ["己丑", "Jichou"],
  ["庚寅", "Gengyin"],
  ["辛卯", "Xinmao"],
  ["壬辰", "Renchen"],
  ["癸巳", "Guisi"],
  ["乙未", "Yiwei"],
  ["丙申", "Bingshen"],
  ["丁酉", "Dingyou"],
  ["己亥", "Jihai"],
  ["壬寅", "Renyin"],
  ["癸卯", "Guimao"],
  ["甲辰", "Jiachen"],
  ["丙午", "Bingwu"],
  ["丁未", "Dingwei"],
  ["戊申", "Wushen"],
];

const companyTrades: readonly DemoText[] = [
  { zh: "功率半导体", en: "Power Semiconductor" },
  { zh: "光电", en: "Optoelectronics" },
  { zh: "射频技术", en: "RF Technology" },
  { zh: "化合物半导体", en: "Compound Semiconductor" },
  { zh: "微电子", en: "Microelectronics" },
  { zh: "半导体器件", en: "Semiconductor Devices" },
  { zh: "激光芯片", en: "Laser Chips" },
  { zh: "红外传感", en: "Infrared Sensing" },
];

/** Of the companies with names of their own, those whose projects are no devices. */
const otherTrades: ReadonlyMap<number, DemoText> = new Map([
  [20, { zh: "晶体材料", en: "Crystal Materials" }],
  [21, { zh: "激光装备", en: "Laser Equipment" }],
  [23, { zh: "流片服务", en: "Tape-out Services" }],
  [27, { zh: "红外研究", en: "Infrared Research" }],
  [28, { zh: "半导体材料", en: "Semiconductor Materials" }],
  [29, { zh: "金刚石材料", en: "Diamond Materials" }],
  [30, { zh: "芯片设计", en: "Chip Design" }],
  [31, { zh: "精密装备", en: "Precision Equipment" }],
  [34, { zh: "创业投资管理", en: "Venture Management" }],
  [35, { zh: "股权投资管理", en: "Equity Management" }],
  [36, { zh: "可靠性研究", en: "Reliability Research" }],
  [37, { zh: "设计软件", en: "Design Software" }],
  [39, { zh: "产业基金管理", en: "Industry Fund Management" }],
]);

/** What the companies of the crowd call themselves, by the call whose questions they answer: its trades in turn. */
const crowdTrades: Readonly<Record<string, readonly DemoText[]>> = {
  C1: [
    { zh: "晶体材料", en: "Crystal Materials" },
    { zh: "半导体材料", en: "Semiconductor Materials" },
  ],
  C2: [
    { zh: "芯片设计", en: "Chip Design" },
    { zh: "微电子", en: "Microelectronics" },
  ],
  C3: [
    { zh: "芯片设计服务", en: "Chip Design Services" },
    { zh: "流片服务", en: "Tape-out Services" },
  ],
  C4: [
    { zh: "模块科技", en: "Modules" },
    { zh: "传感科技", en: "Sensing" },
  ],
  C6: [
    { zh: "半导体装备", en: "Semiconductor Equipment" },
    { zh: "激光装备", en: "Laser Equipment" },
  ],
  C7: [{ zh: "联合研发", en: "Joint R&D" }],
  C8: [
    { zh: "射频芯片", en: "RF Chips" },
    { zh: "设计软件", en: "Design Software" },
  ],
  C9: [
    { zh: "氮化镓科技", en: "GaN Technology" },
    { zh: "金刚石材料", en: "Diamond Materials" },
  ],
  C10: [
    { zh: "股权投资管理", en: "Equity Management" },
    { zh: "创业投资管理", en: "Venture Management" },
  ],
};

export function tradeOf(index: number): DemoText {
  const known = otherTrades.get(index);
  if (known) return known;
  const crowd = index < companyStems.length ? undefined : crowdTrades[crowdProjectOf(index)];
  if (crowd) return crowd[index % crowd.length]!;
  return companyTrades[(index * 3 + Math.floor(index / 8)) % companyTrades.length]!;
}

export interface DemoPlace {
  city: string;
  cityZh: string;
  cityEn: string;
  county: string;
  park: string;
  parkZh: string;
  postcode: string;
}

/** Where the industry is: mostly Taiyuan, Xinzhou and Changzhi. */
export const demoPlaces: readonly DemoPlace[] = [
  {
    ...{ city: "140900", cityZh: "忻州市", cityEn: "Xinzhou", county: "忻府区" },
    ...{ park: "xinzhou_semiconductor", parkZh: "忻州半导体产业园", postcode: "034000" },
  },
  {
    ...{ city: "140100", cityZh: "太原市", cityEn: "Taiyuan", county: "小店区" },
    ...{ park: "shanxi_reform_zone", parkZh: "山西转型综合改革示范区", postcode: "030000" },
  },
  {
    ...{ city: "140400", cityZh: "长治市", cityEn: "Changzhi", county: "潞州区" },
    ...{ park: "changzhi_opto", parkZh: "长治光电产业园", postcode: "046000" },
  },
  {
    ...{ city: "140100", cityZh: "太原市", cityEn: "Taiyuan", county: "清徐县" },
    ...{ park: "xiaohe", parkZh: "潇河产业园区", postcode: "030400" },
  },
  {
    ...{ city: "140700", cityZh: "晋中市", cityEn: "Jinzhong", county: "榆次区" },
    ...{ park: "jinchuang_valley", parkZh: "晋创谷", postcode: "030600" },
  },
  {
    ...{ city: "140900", cityZh: "忻州市", cityEn: "Xinzhou", county: "原平市" },
    ...{ park: "xinzhou_semiconductor", parkZh: "忻州半导体产业园", postcode: "034100" },
  },
  {
    ...{ city: "140200", cityZh: "大同市", cityEn: "Datong", county: "平城区" },
    ...{ park: "other", parkZh: "大同示例产业园", postcode: "037000" },
  },
  {
    ...{ city: "140500", cityZh: "晋城市", cityEn: "Jincheng", county: "城区" },
    ...{ park: "other", parkZh: "晋城示例产业园", postcode: "048000" },
  },
];

/** Family names of the companies' people; the given name is 示例, "example". */
export const familyNames = [
  ..."赵钱孙李卫金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤",
];
