import { defineMessages } from "../define-messages.ts";

/** Taking a form over from a file: what would change is shown before anything does. */
export const builderImportMessages = defineMessages({
  zh: {
    title: "导入表单",
    lead: "先看会改变什么，再决定是否导入。在您确认之前，什么都不会改变。",
    into: "导入到",
    newFree: "新草稿，暂不用于专题",
    forCall: "新草稿，用于专题",
    intoDraft: "已有草稿",
    file: "表单文件（JSON）",
    fileHint: "由“导出JSON”得到的文件，不超过1 MB。",
    text: "或者把内容粘贴在这里",
    look: "查看会改变什么",
    comparedWith: (name: string) => `与“${name}”相比`,
    comparedWithNothing: "这是一份新表单，没有可以比较的版本。",
    contains: (w: { sections: number; questions: number; rules: number }) =>
      `共${w.sections}个栏目，${w.questions}道题，${w.rules}条校验。`,
    problems: (count: string) => `有${count}个问题。可以先导入，再在草稿里解决；解决之后才能发布。`,
    refusedProblems: (count: string) => `这份文件不是完整的表单，有${count}处要改，改好再导入：`,
    apply: "导入为草稿",
    applyInto: "用它替换草稿",
    applyIntoHint: "替换之后可以在修改记录里撤销。",
    errors: {
      empty: "请选择文件，或者粘贴内容",
      too_large: "文件超过1 MB，不像是一份表单。请检查是否选错了文件",
      not_json: (line: string, column: string) =>
        `不是完整的JSON：第${line}行第${column}个字符处读不下去，请检查那里的引号、逗号和括号`,
      problems: "文件里的表单有问题，见下",
      not_text: "文件不是UTF-8文本，读不出来",
      into: "请选择导入到哪里",
      stale: "您查看之后草稿又有修改。下面是与现在的草稿相比的差异，请再看一遍",
    },
  },
  en: {
    title: "Import a form",
    lead: "See first what would change, then decide. Nothing changes until you confirm.",
    into: "Import into",
    newFree: "A new draft, for no call yet",
    forCall: "A new draft for a call",
    intoDraft: "A draft that exists",
    file: "Form file (JSON)",
    fileHint: "As made by “Export JSON”, up to 1 MB.",
    text: "Or paste what it holds here",
    look: "See what would change",
    comparedWith: (name) => `Compared with “${name}”`,
    comparedWithNothing: "This is a new form. There is nothing to compare it with.",
    contains: (w) => `Sections: ${w.sections}. Questions: ${w.questions}. Checks: ${w.rules}.`,
    problems: (count) =>
      `Problems: ${count}. You can import now and solve them in the draft; it can be published after that.`,
    refusedProblems: (count) =>
      `This file is not a whole form. Places to change before it can be imported: ${count}.`,
    apply: "Import as a draft",
    applyInto: "Replace the draft with it",
    applyIntoHint: "You can undo this from the list of changes.",
    errors: {
      empty: "Choose a file, or paste what it holds",
      too_large: "The file is larger than 1 MB, so it can hardly be a form. Check that it is the right file",
      not_json: (line, column) =>
        `This is not complete JSON. Reading stops at line ${line}, character ${column}: check quotes, commas and brackets there`,
      problems: "The form in this file has problems, listed below",
      not_text: "The file is not UTF-8 text and cannot be read",
      into: "Choose where to import it",
      stale: "The draft has changed since you looked. Below is the difference from how it is now. Look again",
    },
  },
});
