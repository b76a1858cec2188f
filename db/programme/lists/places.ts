import { options } from "../ask.ts";

/** The eleven prefecture-level cities of Shanxi, GB/T 2260. */
export const shanxiCities = options([
  ["140100", "太原市", "Taiyuan"],
  ["140200", "大同市", "Datong"],
  ["140300", "阳泉市", "Yangquan"],
  ["140400", "长治市", "Changzhi"],
  ["140500", "晋城市", "Jincheng"],
  ["140600", "朔州市", "Shuozhou"],
  ["140700", "晋中市", "Jinzhong"],
  ["140800", "运城市", "Yuncheng"],
  ["140900", "忻州市", "Xinzhou"],
  ["141000", "临汾市", "Linfen"],
  ["141100", "吕梁市", "Lüliang"],
]);

export const parks = options([
  [
    "cetc_shanxi",
    "中国电科（山西）电子信息科技创新产业园",
    "China Electronics Technology (Shanxi) Electronic Information Innovation Industrial Park",
  ],
  ["xinzhou_semiconductor", "忻州半导体产业园", "Xinzhou Semiconductor Industrial Park"],
  ["changzhi_opto", "长治光电产业园", "Changzhi Optoelectronics Industrial Park"],
  [
    "shanxi_reform_zone",
    "山西转型综合改革示范区",
    "Shanxi Transformation and Comprehensive Reform Demonstration Zone",
  ],
  ["xiaohe", "潇河产业园区", "Xiaohe Industrial Park"],
  ["cetc_sic", "中国电科（山西）碳化硅材料产业基地", "CETC (Shanxi) SiC Materials Industry Base"],
  ["jinchuang_valley", "晋创谷", "Jinchuang Valley"],
  ["other", "其他园区", "Another park"],
  ["none", "不在园区内", "Not in a park"],
]);
