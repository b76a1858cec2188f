import { defineMessages } from "../define-messages.ts";

/** The version a reviewer reads: what changed in it, and what came in since. */
export const reviewedVersionMessages = defineMessages({
  zh: {
    changed: (version: number, count: number) => `第${version}版（补正后）改动了${count}处：`,
    unchanged: (version: number) => `这是第${version}版，内容和上一版相同。`,
    changedHere: (version: number) => `第${version}版有改动`,
    showChange: "看改前和改后",
    laterTitle: (version: number) => `企业又提交了第${version}版`,
    laterText: (mine: number, at: string) =>
      `您正在评的是第${mine}版，新版${at}提交。已填的分数和评语都会保留；改读新版后才能提交评分，新版改动的地方会标出来。`,
    take: (version: number) => `改读第${version}版`,
    laterLive: "企业刚提交了新版，您填写的内容都已保存。",
    reload: "刷新本页",
    outdated: (version: number) =>
      `评分没有提交：企业又提交了第${version}版，请先改读新版。填写的内容已保存。`,
  },
  en: {
    changed: (version, count) =>
      count === 1
        ? `Version ${version}, after correction, changed one answer:`
        : `Version ${version}, after correction, changed ${count} answers:`,
    unchanged: (version) => `This is version ${version}; it says the same as the one before.`,
    changedHere: (version) => `Changed in version ${version}`,
    showChange: "Before and after",
    laterTitle: (version) => `The company has submitted version ${version}`,
    laterText: (mine, at) =>
      `You are reviewing version ${mine}; the new one came in on ${at}. Your scores and comments stay. You can submit once you have gone over to the new version, where what changed is marked.`,
    take: (version) => `Go over to version ${version}`,
    laterLive: "The company has just submitted a new version. What you filled in is saved.",
    reload: "Reload this page",
    outdated: (version) =>
      `Your review was not submitted: the company has submitted version ${version}. Go over to it first. What you filled in is saved.`,
  },
});
