import { defineMessages } from "../define-messages.ts";

/** Words of the printed application. */
export const paperMessages = defineMessages({
  zh: {
    title: "申报书",
    call: "申报专题",
    company: "申报企业",
    number: "申报编号",
    version: "版本",
    versionOf: (p: { version: number }) => `第${p.version}次提交`,
    draft: "草稿，未提交",
    watermark: "草稿",
    submitted: "提交时间",
    signed: "签署",
    hash: (p: { hash: string }) => `SHA-256 ${p.hash}`,
    pageOf: "第{page}页，共{pages}页",
    planned: "山西省集成电路产业投资基金（拟设立）申报平台",
    printedAt: (p: { at: string }) => `生成于${p.at}`,
    downloadOf: { zh: "下载 PDF（中文）", en: "下载 PDF（英文）" },
  },
  en: {
    title: "Application",
    call: "Call",
    company: "Company",
    number: "Number",
    version: "Version",
    versionOf: (p) => `Submission ${p.version}`,
    draft: "Draft, not submitted",
    watermark: "DRAFT",
    submitted: "Submitted",
    signed: "Signed by",
    hash: (p) => `SHA-256 ${p.hash}`,
    pageOf: "Page {page} of {pages}",
    planned: "Shanxi IC Industry Investment Fund (planned), application portal",
    printedAt: (p) => `Made on ${p.at}`,
    downloadOf: { zh: "Download PDF (Chinese)", en: "Download PDF (English)" },
  },
});
