import { defineMessages } from "../define-messages.ts";

/** A reviewer's own notes on one application. */
export const reviewNotesMessages = defineMessages({
  zh: {
    title: "我的笔记",
    hint: "只有您能看到，不随评分提交，基金办和其他专家都看不到。",
  },
  en: {
    title: "My notes",
    hint: "For you alone: not submitted with the review, not seen by the fund office or other reviewers.",
  },
});
