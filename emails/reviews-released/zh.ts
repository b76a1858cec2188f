export const zh = {
  kind: "评审任务",
  title: (p: { by: string; count: number }) => `请在${p.by}前完成${p.count}份评审`,
  preheader: "每份先签署回避声明，之后打开申报材料。",
  lead: (p: { call: string; count: number }) => `基金办请您评审“${p.call}”的${p.count}份申报。`,
  first: "它们已在您的评审列表中。每份请先接受或谢绝，并签署回避声明；签署之后才能打开申报材料和评分表。",
  button: "打开我的评审",
  conflict: "有利害关系：",
  conflictThen: "在声明中写明即可，这一份不会打开，由基金办另行安排。",
  noTime: "没有时间：",
  noTimeThen: "请尽早逐份谢绝，基金办好改派。",
  why: "您是评审专家，因此收到本信。为了保密，信中不写企业和项目名称。",
};
