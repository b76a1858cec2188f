export const zh = {
  kind: "签署请求",
  title: "您的签署请求被退回，请修改",
  preheader: "改好后可以再次请求签署。",
  lead: (p: { by: string; title: string }) => `${p.by}没有签署${p.title}，内容没有提交，草稿保留。`,
  reason: "原因：",
  button: "修改这份申报",
  then: "改好后，在“提交前检查”页可以再次请求签署。",
  why: "您请求过签署这份申报，因此收到本信。",
};
