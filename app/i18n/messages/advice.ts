import { defineMessages } from "#app/i18n/define-messages.ts";

/** Self-checks beside the questions: advice, never a gate. */
export const adviceMessages = defineMessages({
  zh: {
    eyebrow: "自查，仅供参考，不影响提交",
    item: "条件",
    value: "目前",
    threshold: "要求",
    result: "结果",
    states: { met: "符合", unmet: "未达到", open: "还不能判断" },
    open: "相关的答案填好后，这里会给出结果。",
    checkTitle: "自查结果",
  },
  en: {
    eyebrow: "Self-check, for your information; it does not affect submission",
    item: "Condition",
    value: "Now",
    threshold: "Asked for",
    result: "Result",
    states: { met: "Met", unmet: "Not met", open: "Cannot tell yet" },
    open: "The result appears here once the answers it needs are filled in.",
    checkTitle: "Self-checks",
  },
});
