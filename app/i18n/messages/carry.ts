import { defineMessages } from "../define-messages.ts";

/** Words of the pages that take answers over from elsewhere, and back into the company's profile. */
export const carryMessages = defineMessages({
  zh: {
    title: "带入已有内容",
    back: "返回任务列表",
    lead: "把以前填过的内容带到这份申报里。先看差异，再选要带入哪些；已经填好的内容，不勾选就不会改。",
    chooseTitle: "从哪里带入",
    profile: "企业资料",
    profileHint: "企业页面上保存的最新资料。",
    applicationHint: (p: { call: string; state: string; at: string }) => `${p.call} · ${p.state} · ${p.at}`,
    draft: "草稿",
    submitted: (p: { number: string; version: number }) => `${p.number}，第${p.version}次提交`,
    untitled: "还没有项目名称的申报",
    noEarlier: "贵企业还没有别的申报。",
    compare: "查看差异",
    from: (p: { name: string }) => `带入自：${p.name}`,
    another: "换一个来源",
    nothing: "没有可以带入的内容：两边都有的问题，内容已经一致，或对方没有填。",
    done: (p: { answers: number; files: number }) =>
      [
        p.answers > 0 ? `已带入${p.answers}处内容` : "",
        p.files > 0 ? `${p.answers > 0 ? "和" : "已带入"}${p.files}份文件` : "",
        p.answers + p.files === 0 ? "没有选中任何内容" : "",
      ].join("") + "。",
    left: (p: { count: number }) => `有${p.count}处同事刚改过，保留了同事的内容。`,
    filesLeft: {
      full: (p: { count: number }) =>
        `有${p.count}份文件没有带入：本申报已有同样的文件，或已到份数、总大小的上限。`,
      unfit: (p: { count: number }) => `有${p.count}份文件没有带入：不符合这里对文件类型、大小或页数的要求。`,
      uncounted: (p: { count: number }) =>
        `有${p.count}份文件没有带入：这里限制页数，而文件原来上传的地方不限，没有数过页数。请在这里重新上传。`,
      gone: (p: { count: number }) => `有${p.count}份文件没有带入：原来的文件已不在，或这里已不能修改。`,
    },
    takeSection: (p: { section: string }) => `带入“${p.section}”`,
    sectionNote: (p: { fresh: number; differing: number; same: number }) =>
      [
        p.fresh > 0 ? `${p.fresh}项这里还没有填` : "",
        p.differing > 0 ? `${p.differing}项与这里不同` : "",
        p.same > 0 ? `${p.same}项已经一致` : "",
      ]
        .filter(Boolean)
        .join("，") || "没有差异",
    question: "问题",
    there: "来源的内容",
    here: "这里的内容",
    empty: "未填",
    overwrite: "覆盖",
    ofQuestion: (p: { question: string }) => `“${p.question}”`,
    keep: "不勾选就保留这里的内容",
    rows: (p: { count: number }) => `${p.count}行`,
    moreRows: (p: { count: number }) => `还有${p.count}行`,
    files: "文件",
    filesLead: "文件不用重新上传。请确认日期和内容仍然有效。",
    takeFile: (p: { question: string; name: string }) => `${p.question}：${p.name}`,
    fileHere: "这里已有文件，会另加一份",
    submit: "带入选中的内容",
    profileNews: (p: { count: number }) => `企业资料与这份申报有${p.count}项不同。`,
    profileNewsLink: "查看并选择",
    toProfileTitle: "更新企业资料",
    toProfileLead:
      "把这份申报里更新过的企业信息存回企业资料，以后的申报就从新的内容开始。统一社会信用代码和企业名称在企业页面更改。",
    toProfileNothing: "企业资料与这份申报已经一致。",
    profileNow: "企业资料现在",
    fromDraft: "这份申报里",
    update: "更新",
    toProfileSubmit: "更新选中的资料",
    profileUpdated: (p: { count: number }) => `已更新${p.count}项企业资料。`,
    profileConflict: (p: { count: number }) => `有${p.count}项刚被同事改过，没有更新。请看过再选。`,
    readOnlyProfile: "您没有修改企业资料的权限。",
    startTitle: "带入以前申报的内容（选填）",
    startHint: "开始之后先看差异，再选要带入哪些。",
    startNone: "不带入",
    notEditable: "现在不能修改这份申报，没有带入任何内容。",
    busy: "同事正在保存同一节，没有带入任何内容，请再试一次。",
  },
  en: {
    title: "Take over earlier answers",
    back: "Back to the task list",
    lead: "Bring what you filled in before into this application. Look at the differences first, then choose; what is filled in here stays unless you tick it.",
    chooseTitle: "Where from",
    profile: "The company profile",
    profileHint: "As it stands now on the company’s page.",
    applicationHint: (p) => `${p.call} · ${p.state} · ${p.at}`,
    draft: "draft",
    submitted: (p) => `${p.number}, submission ${p.version}`,
    untitled: "Application without a project name",
    noEarlier: "Your company has no other application yet.",
    compare: "Show the differences",
    from: (p) => `From: ${p.name}`,
    another: "Choose another source",
    nothing: "There is nothing to take over: the answers both have are the same, or were not given there.",
    done: (p) => {
      const answers = p.answers === 1 ? "1 answer" : `${p.answers} answers`;
      const files = p.files === 1 ? "1 file" : `${p.files} files`;
      if (p.answers + p.files === 0) return "Nothing was chosen.";
      const what = [p.answers > 0 ? answers : "", p.files > 0 ? files : ""].filter(Boolean).join(" and ");
      return `${what} taken over.`;
    },
    left: (p) =>
      p.count === 1
        ? "A colleague had just changed 1 of them; theirs was kept."
        : `A colleague had just changed ${p.count} of them; theirs were kept.`,
    filesLeft: {
      full: (p) =>
        p.count === 1
          ? "1 file was not taken over: it is here already, or there are as many, or as much in all, as there may be."
          : `${p.count} files were not taken over: they are here already, or there are as many, or as much in all, as there may be.`,
      unfit: (p) =>
        p.count === 1
          ? "1 file was not taken over: it is not of the kind, size or number of pages asked for here."
          : `${p.count} files were not taken over: they are not of the kind, size or number of pages asked for here.`,
      uncounted: (p) =>
        p.count === 1
          ? "1 file was not taken over: pages are limited here, and its pages were not counted where it was uploaded. Upload it here again."
          : `${p.count} files were not taken over: pages are limited here, and theirs were not counted where they were uploaded. Upload them here again.`,
      gone: (p) =>
        p.count === 1
          ? "1 file was not taken over: it is no longer there, or nothing may be changed here now."
          : `${p.count} files were not taken over: they are no longer there, or nothing may be changed here now.`,
    },
    takeSection: (p) => `Take over “${p.section}”`,
    sectionNote: (p) =>
      [
        p.fresh > 0 ? `${p.fresh} not answered here yet` : "",
        p.differing > 0 ? `${p.differing} answered differently here` : "",
        p.same > 0 ? `${p.same} the same already` : "",
      ]
        .filter(Boolean)
        .join(", ") || "No differences",
    question: "Question",
    there: "There",
    here: "Here",
    empty: "Not answered",
    overwrite: "Overwrite",
    ofQuestion: (p) => ` “${p.question}”`,
    keep: "Unticked, what is here stays",
    rows: (p) => (p.count === 1 ? "1 row" : `${p.count} rows`),
    moreRows: (p) => (p.count === 1 ? "1 more row" : `${p.count} more rows`),
    files: "Files",
    filesLead: "Nothing has to be uploaded again. Make sure that dates and contents still hold.",
    takeFile: (p) => `${p.question}: ${p.name}`,
    fileHere: "there is a file here already; this adds another",
    submit: "Take over what is ticked",
    profileNews: (p) =>
      p.count === 1
        ? "The company profile differs from this application in 1 answer."
        : `The company profile differs from this application in ${p.count} answers.`,
    profileNewsLink: "Look and choose",
    toProfileTitle: "Update the company profile",
    toProfileLead:
      "Put what this application says of your company back into its profile, so that the next application starts from it. The credit code and the names are changed on the company’s page.",
    toProfileNothing: "The profile and this application say the same.",
    profileNow: "In the profile now",
    fromDraft: "In this application",
    update: "Update",
    toProfileSubmit: "Update what is ticked",
    profileUpdated: (p) =>
      p.count === 1
        ? "1 answer of the profile was updated."
        : `${p.count} answers of the profile were updated.`,
    profileConflict: (p) =>
      p.count === 1
        ? "A colleague had just changed 1 of them, so it was not updated. Look at it and choose again."
        : `A colleague had just changed ${p.count} of them, so they were not updated. Look at them and choose again.`,
    readOnlyProfile: "You may not change the company’s profile.",
    startTitle: "Take over answers from an earlier application (optional)",
    startHint: "Next you see the differences and choose what to take over.",
    startNone: "Start without",
    notEditable: "This application cannot be changed now. Nothing was taken over.",
    busy: "A colleague is saving the same section. Nothing was taken over; please try again.",
  },
});
