import { ask, text } from "../ask.ts";
import type { Offer } from "../offer.ts";
import type { SectionData } from "../programme-types.ts";

/** Domain T: ticked by the owner on the page where the application is checked and submitted. */
export const declarations = ({ offer }: { offer: Offer }): SectionData => ({
  key: "declarations",
  title: text("检查、声明与提交", "Check, declare and submit"),
  kind: "signing",
  intro: text("由企业所有者提交。", "Submitted by the company owner."),
  groups: [
    {
      key: "required",
      title: text("我代表企业声明", "On behalf of the company I declare"),
      questions: [
        ask.declaration("truthful", [
          "所填内容和材料真实、准确、完整",
          "All answers and documents are true, accurate and complete",
        ]),
        ask.declaration("no_violations", [
          "近三年没有重大违法，不是失信被执行人",
          "No major violations in three years; not a judgment defaulter",
        ]),
        ask.declaration("no_duplicate_funding", [
          "同一内容没有重复申请或取得财政、基金支持",
          "The same content is not funded twice by public money or funds",
        ]),
        ask.declaration("confidentiality", ["材料中不含国家秘密", "The documents contain no state secrets"]),
        ask.declaration("personal_information", [
          "已告知团队成员其个人信息的用途，并取得同意",
          "Team members know what their personal information is used for, and agree",
        ]),
        ask.declaration("due_diligence", [
          "同意尽职调查与审计；遵守廉洁规定",
          "We agree to due diligence and audit, and keep the anti-bribery rules",
        ]),
      ],
    },
    {
      key: "voluntary",
      title: offer.loan
        ? text("以下两项自愿，不影响评审", "Two voluntary consents; they do not affect the review")
        : text("以下一项自愿，不影响评审", "A voluntary consent; it does not affect the review"),
      questions: [
        ...(offer.loan === undefined
          ? []
          : [
              ask.declaration(
                "consent_banks",
                [
                  "同意把本项目推荐给合作银行，并提供申报材料中的财务部分",
                  "Refer this project to partner banks and give them the financial part of the application",
                ],
                {
                  required: offer.loan,
                  help: [
                    "选了“银企对接”的须同意，否则无法推荐。",
                    "Needed if you chose bank referral, which is impossible without it.",
                  ],
                },
              ),
            ]),
        ask.declaration(
          "consent_public_notice",
          ["若进入公示，同意公开项目摘要", "If the project reaches public notice, publish its abstract"],
          {
            required: false,
          },
        ),
      ],
    },
  ],
});
