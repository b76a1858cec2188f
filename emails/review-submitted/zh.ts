type Count = { submitted: number; assigned: number };

export const zh = {
  kind: "评审进度",
  title: (p: Count) => `收到1份评审，已交${p.submitted}份，共${p.assigned}份`,
  titleAll: (p: Count) => `评审已交齐，共${p.assigned}份`,
  preheader: "分数和评语请在平台上查看。",
  lead: (p: Count & { title: string }) =>
    `${p.title}收到1份评审，${p.assigned}位专家中已有${p.submitted}位提交。`,
  leadAll: (p: Count & { title: string }) =>
    `${p.title}的评审已交齐，${p.assigned}位专家全部提交，可以结束评分。`,
  button: "打开申报",
  why: "您是这份申报的经办，因此收到本信。信中不写分数。",
};
