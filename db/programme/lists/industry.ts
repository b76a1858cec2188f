import { options } from "../ask.ts";

export const chainSegments = options([
  ["equipment", "装备", "Equipment"],
  ["substrate", "材料（衬底）", "Materials (substrate)"],
  ["epitaxy", "外延", "Epitaxy"],
  ["design", "设计", "Design"],
  ["eda_ip", "EDA·IP", "EDA and IP"],
  ["manufacturing", "制造", "Manufacturing"],
  ["packaging_test", "封装测试", "Packaging and test"],
  ["application", "应用", "Application"],
  ["services", "服务", "Services"],
]);

/** GB/T 4754–2017 classes that this industry is registered under. */
export const industryCodes = options([
  ["3562", "半导体器件专用设备制造", "Manufacture of equipment for semiconductor devices"],
  ["3972", "半导体分立器件制造", "Manufacture of discrete semiconductor devices"],
  ["3973", "集成电路制造", "Manufacture of integrated circuits"],
  ["3975", "半导体照明器件制造", "Manufacture of semiconductor lighting devices"],
  ["3976", "光电子器件制造", "Manufacture of optoelectronic devices"],
  ["3985", "电子专用材料制造", "Manufacture of electronic materials"],
  ["6520", "集成电路设计", "Integrated circuit design"],
]);

export const applicationFields = options([
  ["5g", "5G通信", "5G communications"],
  ["aerospace", "航空航天", "Aerospace"],
  ["iot", "物联网", "Internet of things"],
  ["nev", "新能源汽车", "New energy vehicles"],
  ["pv_storage", "光伏储能", "Solar and storage"],
  ["industrial", "工业", "Industrial"],
  ["consumer", "消费", "Consumer"],
  ["other", "其他", "Other"],
]);

export const materials = options([
  ["si", "Si", "Si"],
  ["sic_conductive", "SiC（导电型）", "SiC (conductive)"],
  ["sic_semi_insulating", "SiC（半绝缘）", "SiC (semi-insulating)"],
  ["gan_on_sic", "GaN-on-SiC", "GaN-on-SiC"],
  ["gan_on_si", "GaN-on-Si", "GaN-on-Si"],
  ["gan_freestanding", "GaN自支撑", "Free-standing GaN"],
  ["gaas", "GaAs", "GaAs"],
  ["inp", "InP", "InP"],
  ["ingaas", "InGaAs", "InGaAs"],
  ["gasb", "GaSb", "GaSb"],
  ["ga2o3", "Ga₂O₃", "Ga₂O₃"],
  ["aln", "AlN", "AlN"],
  ["diamond", "金刚石", "Diamond"],
  ["sapphire", "蓝宝石", "Sapphire"],
  ["algan_duv", "AlGaN（深紫外）", "AlGaN (deep UV)"],
  ["other", "其他", "Other"],
]);

export const deviceTypes = options([
  ["rf_pa", "射频：PA", "RF: PA"],
  ["rf_lna", "射频：LNA", "RF: LNA"],
  ["rf_switch", "射频：开关", "RF: switch"],
  ["rf_filter", "射频：滤波器", "RF: filter"],
  ["power_sbd", "功率：SBD", "Power: SBD"],
  ["power_mosfet", "功率：MOSFET", "Power: MOSFET"],
  ["power_igbt", "功率：IGBT", "Power: IGBT"],
  ["power_hemt", "功率：HEMT", "Power: HEMT"],
  ["power_module", "功率：模块", "Power: module"],
  ["opto_led", "光电：LED", "Opto: LED"],
  ["opto_uvc_led", "光电：UVC-LED", "Opto: UVC LED"],
  ["opto_ld", "光电：LD", "Opto: LD"],
  ["opto_vcsel", "光电：VCSEL", "Opto: VCSEL"],
  ["opto_pd_swir", "光电：PD·SWIR", "Opto: PD and SWIR"],
  ["opto_ir_fpa", "光电：红外焦平面", "Opto: infrared focal plane array"],
  ["logic", "逻辑", "Logic"],
  ["memory", "存储", "Memory"],
  ["analog", "模拟/电源", "Analog and power management"],
  ["mcu", "MCU", "MCU"],
  ["sensor_mems", "传感/MEMS", "Sensors and MEMS"],
]);

export const waferSizes = options([
  ["2", "2英寸（50 mm）", "2-inch (50 mm)"],
  ["3", "3英寸（76 mm）", "3-inch (76 mm)"],
  ["4", "4英寸（100 mm）", "4-inch (100 mm)"],
  ["6", "6英寸（150 mm）", "6-inch (150 mm)"],
  ["8", "8英寸（200 mm）", "8-inch (200 mm)"],
  ["12", "12英寸（300 mm）", "12-inch (300 mm)"],
]);

export const capacityUnits = options([
  ["wpm", "片/月", "wafers a month"],
  ["wafers_year", "片/年", "wafers a year"],
  ["pieces_year", "颗/年", "pieces a year"],
  ["units_year", "台/年", "units a year"],
  ["boules_year", "炉/年", "furnace runs a year"],
  ["kg_year", "kg/年", "kg a year"],
]);

export const nodeUnits = options([
  ["um", "µm", "µm"],
  ["nm", "nm", "nm"],
]);

export const equipmentTypes = options([
  ["crystal_growth", "长晶", "Crystal growth"],
  ["mocvd", "MOCVD/CVD", "MOCVD/CVD"],
  ["lithography", "光刻", "Lithography"],
  ["etch", "刻蚀", "Etch"],
  ["implant", "离子注入", "Ion implantation"],
  ["deposition", "沉积", "Deposition"],
  ["thermal", "热处理", "Thermal processing"],
  ["cmp", "CMP", "CMP"],
  ["clean", "清洗", "Cleaning"],
  ["metrology", "量测", "Metrology"],
  ["slicing_polishing", "切磨抛", "Slicing, lapping, polishing"],
  ["packaging", "封装", "Packaging"],
  ["test", "测试", "Test"],
  ["other", "其他", "Other"],
]);
