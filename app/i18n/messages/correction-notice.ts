import { defineMessages } from "../define-messages.ts";

/** The notice of a correction, as the officer reads it before it goes out. */
export const correctionNoticeMessages = defineMessages({
  zh: {
    title: "补正通知预览",
    back: "回到形式审查",
    lead: (count: number) => `企业收到的就是下面的内容，共${count}处。发出后企业只能改这些地方。`,
    nothingFlagged:
      "还没有标记要补正的地方，所以没有通知可以预览。在形式审查里，在有问题的答案旁点“标记补正”，再回到这里。",
    due: "补正截止",
    reminders: "到期提醒",
    reminderDays: (days: readonly string[]) =>
      days.length === 0 ? "不发提醒" : `${days.join("、")}，还没有交回就发邮件`,
    round: "轮次",
    roundText: (round: number) => `第${round}轮，至多两轮`,
    to: "收件人",
    nobody: "没有可以收信的所有者或编辑；企业登录后仍会看到",
    language: { zh: "中文", en: "英文" },
    frame: { zh: "补正通知，中文", en: "补正通知，英文" },
    asText: "纯文本",
    send: "发出补正通知",
    notReady: "清单或缺陷还没有填完，现在不能发出。",
    refusals: {
      stale: "没有发出：您预览之后，另一位经办改过清单或缺陷。下面是现在的内容，请看过再发。",
      due_moved: "没有发出：日期变了，截止时间随之改变。下面是现在的内容，请看过再发。",
      problems: "没有发出：清单或缺陷还没有填完。",
    },
  },
  en: {
    title: "Preview of the notice",
    back: "Back to the formal check",
    lead: (count) =>
      `The company gets exactly what stands below, ${count === 1 ? "one point" : `${count} points`}. Once it is sent, they can change these places only.`,
    nothingFlagged:
      "Nothing is flagged yet, so there is no notice to preview. In the formal check, press “Flag” beside each answer that is wrong, then come back here.",
    due: "Correction due",
    reminders: "Reminders",
    reminderDays: (days) =>
      days.length === 0 ? "none" : `${days.join("; ")}, by mail while nothing has been returned`,
    round: "Round",
    roundText: (round) => `${round} of at most two`,
    to: "To",
    nobody: "no owner or editor can get mail; they will see it when they sign in",
    language: { zh: "Chinese", en: "English" },
    frame: { zh: "The notice in Chinese", en: "The notice in English" },
    asText: "Plain text",
    send: "Send the notice",
    notReady: "The checklist or the defects are not complete, so it cannot be sent yet.",
    refusals: {
      stale:
        "Not sent: another officer changed the checklist or the defects after you opened this preview. Below is how it stands now; read it and send it again.",
      due_moved:
        "Not sent: the day has changed and with it the time it is due. Below is how it stands now; read it and send it again.",
      problems: "Not sent: the checklist or the defects are not complete.",
    },
  },
});
