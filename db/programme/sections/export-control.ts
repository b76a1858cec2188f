import { ask, text } from "../ask.ts";
import type { Pair, QuestionData, SectionData } from "../programme-types.ts";
import { when } from "../when.ts";

function asked(
  key: string,
  question: Pair,
  short: Pair,
  explain: Pair,
  shortExplained: Pair,
): QuestionData[] {
  return [
    ask.yesNo(key, question, { short, restricted: true }),
    ask.longText(`${key}_text`, explain, {
      short: shortExplained,
      min: 10,
      max: 500,
      rows: 4,
      restricted: true,
      visibleWhen: when.yes(key),
    }),
  ];
}

/** Domain P. Restricted: owners and editors of the company, officers and the committee. */
export const exportControl: SectionData = {
  key: "export_control",
  title: text("出口管制与制裁风险", "Export control and sanctions"),
  intro: text(
    "本节只有企业所有者、编辑和基金办、投委会能看到，不给评审专家和查看者。",
    "Only your owners and editors, the fund office and the committee see this section; reviewers and viewers do not.",
  ),
  restricted: true,
  notes: [
    text(
      "依据：出口管制法第二条、第十二条、第十五条、第十六条、第十八条。",
      "Basis: Export Control Law, arts. 2, 12, 15, 16 and 18.",
    ),
    text(
      "如实填写不会直接导致否决；隐瞒会。",
      "A truthful answer does not by itself lead to refusal; concealment does.",
    ),
  ],
  groups: [
    {
      key: "lists",
      title: text("管控名单", "Control lists"),
      questions: [
        ...asked(
          "on_cn_list",
          [
            "企业、股东、供应商或客户在中国的管控名单上吗？",
            "Is the company, a shareholder, supplier or customer on a Chinese control list?",
          ],
          ["中国管控名单", "Chinese control lists"],
          ["写明对象、名单和影响", "Who, which list, and the effect"],
          ["中国管控名单说明", "Chinese control lists, explained"],
        ),
        ...asked(
          "on_foreign_list",
          [
            "企业、股东、供应商或客户在境外的限制名单上吗？",
            "Is the company, a shareholder, supplier or customer on a foreign restricted list?",
          ],
          ["境外限制名单", "Foreign restricted lists"],
          [
            "写明对象、名单（如 Entity List、MEU、UVL、SDN）和影响",
            "Who, which list (Entity List, MEU, UVL, SDN) and the effect",
          ],
          ["境外限制名单说明", "Foreign restricted lists, explained"],
        ),
      ],
    },
    {
      key: "items",
      title: text("设备、软件与产品", "Equipment, software and products"),
      questions: [
        ...asked(
          "uses_controlled_items",
          [
            "使用受境外管制的设备、材料或软件吗？",
            "Does the project use foreign-controlled equipment, materials or software?",
          ],
          ["受管制的设备、材料或软件", "Controlled equipment, materials or software"],
          ["写明品名、来源、许可和替代方案", "What, from where, licences and alternatives"],
          ["受管制物项说明", "Controlled items, explained"],
        ),
        ...asked(
          "makes_controlled_items",
          [
            "产品或原料属于中国的出口管制物项（如镓、锗相关物项）吗？",
            "Are the products or materials under Chinese export control (gallium or germanium items, for instance)?",
          ],
          ["出口管制物项", "Items under export control"],
          ["写明物项、最终用户和许可情况", "Items, end users and licences"],
          ["出口管制物项说明", "Items under export control, explained"],
        ),
      ],
    },
    {
      key: "measures",
      title: text("供应受限时", "If supply is restricted"),
      questions: [
        ask.longText("countermeasures", ["应对方案", "Countermeasures"], {
          min: 30,
          max: 500,
          rows: 5,
          restricted: true,
          help: [
            "30–500字。断供、许可被拒时的备选设备、库存和替代验证计划。",
            "90–1,500 characters. If supply is cut or a licence refused: other tools, stock, and validation of substitutes.",
          ],
        }),
      ],
    },
  ],
};
