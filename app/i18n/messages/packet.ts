import { defineMessages } from "../define-messages.ts";

interface Described {
  title: string;
  /** What it is: number and version, or that it is a draft. */
  which: string;
  at: string;
  pdfs: string;
}

/** Words of a packet: an application with its files as one download, and the README inside it. */
export const packetMessages = defineMessages({
  zh: {
    download: "下载材料包（ZIP）",
    missingTitle: "材料包暂时无法下载",
    missingFiles: (p: { count: number }) =>
      `平台上找不到材料包中的${p.count}个文件，所以没有生成不完整的材料包：`,
    missingFile: (p: { question: string; name: string }) => `${p.question}：${p.name}`,
    missingAdvice: "已记录这个问题，基金办会处理。答案没有受影响，申报书可以照常下载。",
    contact: "联系基金办",
    pdfOf: { zh: "申报书（中文 PDF）", en: "申报书（英文 PDF）" },
    submittedAt: (p: { at: string }) => `提交时间：${p.at}`,
    madeAt: (p: { at: string }) => `生成时间：${p.at}`,
    readme: ({ title, which, at, pdfs }: Described) => `${title}
${which}
${at}

内容
${pdfs}：申报书，中文和英文
attachments/：附件。文件名依次为序号、材料编号、题目和原文件名
answers.json：全部答案（结构化数据）
form.json：填报时所用的表单
MANIFEST.json：每个文件的路径、字节数和 SHA-256
SHA256SUMS：同样的 SHA-256，供命令行核对

如何核对
在解压后的文件夹里运行下面的命令，每个文件都应显示一致。
  Linux：sha256sum -c SHA256SUMS
  macOS：shasum -a 256 -c SHA256SUMS
  Windows：逐个运行 certutil -hashfile 文件名 SHA256，再与 SHA256SUMS 比对
`,
    whole: (p: { hash: string }) => `回执上的 SHA-256 是：
  ${p.hash}
answers.json 的 SHA-256 应与它相同。answers.json 里写有每个附件和表单的 SHA-256，所以这一个值就能证明答案、附件和表单都是提交时的原样。PDF 由这些内容排版而成，以 answers.json 为准。
`,
    reduced: (p: { hash: string }) => `回执上的 SHA-256 是：
  ${p.hash}
这份材料包略去了限制查看的内容和签署人，所以不能由 answers.json 直接算出这个值，需由平台管理员用下面的命令核对。
`,
    record: `平台管理员可运行 npm run portal -- packet verify 文件名.zip --record，一次核对全部文件，并确认上述 SHA-256 在平台的事件记录中。
`,
    unsubmitted: `这是草稿，尚未提交，没有回执，以后还可能改动。
`,
  },
  en: {
    download: "Download packet (ZIP)",
    missingTitle: "The packet cannot be downloaded now",
    missingFiles: (p) =>
      p.count === 1
        ? "The portal cannot find one file of this packet. Rather than an incomplete packet, there is none:"
        : `The portal cannot find ${p.count} files of this packet. Rather than an incomplete packet, there is none:`,
    missingFile: (p) => `${p.question}: ${p.name}`,
    missingAdvice:
      "The problem has been recorded for the fund office. No answers are affected, and the application itself can be downloaded.",
    contact: "Contact the fund office",
    pdfOf: { zh: "Application (PDF, Chinese)", en: "Application (PDF, English)" },
    submittedAt: (p) => `Submitted ${p.at}`,
    madeAt: (p) => `Made on ${p.at}`,
    readme: ({ title, which, at, pdfs }) => `${title}
${which}
${at}

Contents
${pdfs}: the application in Chinese and in English
attachments/: the files. Each name gives its place, the number of the paper, the question and the original name
answers.json: every answer, as structured data
form.json: the form that was filled in
MANIFEST.json: path, size in bytes and SHA-256 of every file
SHA256SUMS: the same hashes, for the command line

How to verify
In the unpacked folder run one of these; every file should come out as OK.
  Linux: sha256sum -c SHA256SUMS
  macOS: shasum -a 256 -c SHA256SUMS
  Windows: certutil -hashfile <file> SHA256 for each file, and compare with SHA256SUMS
`,
    whole: (p) => `The SHA-256 on the receipt is:
  ${p.hash}
answers.json should have the same SHA-256. It names the SHA-256 of every attachment and of the form, so this one value proves that answers, attachments and form are what was submitted. The PDFs are set from them; answers.json is what counts.
`,
    reduced: (p) => `The SHA-256 on the receipt is:
  ${p.hash}
This packet leaves out restricted answers and files and who signed, so that value cannot be computed from answers.json; an administrator of the portal can check it with the command below.
`,
    record: `Administrators of the portal: npm run portal -- packet verify <file>.zip --record checks every file at once, and that the SHA-256 above is in the portal’s event record.
`,
    unsubmitted: `This is a draft: it was not submitted, has no receipt and may still change.
`,
  },
});
