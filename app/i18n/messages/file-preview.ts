import type { FileKind } from "#app/domain/forms/file-kind.ts";
import { defineMessages } from "../define-messages.ts";

const zhKinds: Record<FileKind, string> = {
  pdf: "PDF",
  picture: "图片",
  spreadsheet: "表格文件",
  document: "文字文件",
  slides: "演示文稿",
  archive: "压缩包",
  other: "文件",
};

const enKinds: Record<FileKind, string> = {
  pdf: "PDF",
  picture: "Picture",
  spreadsheet: "Spreadsheet",
  document: "Text document",
  slides: "Slides",
  archive: "Archive",
  other: "File",
};

/** Beside a file: what it is, and that it can be read where it stands. */
export const filePreviewMessages = defineMessages({
  zh: {
    kind: zhKinds,
    what: (p: { kind: string; size: string }) => `${p.kind}，${p.size}`,
    show: "在本页查看",
    showOf: (p: { name: string }) => `：${p.name}`,
    frame: (p: { name: string }) => `文件：${p.name}`,
  },
  en: {
    kind: enKinds,
    what: (p: { kind: string; size: string }) => `${p.kind}, ${p.size}`,
    show: "Show on this page",
    showOf: (p: { name: string }) => `: ${p.name}`,
    frame: (p: { name: string }) => `File: ${p.name}`,
  },
});
