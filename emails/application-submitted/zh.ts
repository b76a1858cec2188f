export const zh = {
  kind: "提交回执",
  title: (p: { at: string }) => `申报已于${p.at}提交`,
  preheader: (p: { version: number }) => `第${p.version}次提交已收到，回执见信内。`,
  lead: (p: { title: string; version: number; isCorrection: boolean }) =>
    p.isCorrection
      ? `${p.title}的补正已提交，平台已收到全部内容和文件。请保存这封信作为回执。`
      : p.version === 1
        ? `${p.title}已提交，平台已收到全部内容和文件。请保存这封信作为回执。`
        : `${p.title}第${p.version}次提交已收到，从现在起以这一版为准，以前的版本仍存档。请保存这封信作为回执。`,
  number: "申报编号",
  call: "申报专题",
  submittedAt: "提交时间",
  version: "版本",
  versionValue: (p: { version: number }) => `第${p.version}次提交`,
  signed: "签署",
  button: "查看回执",
  until: "仍可修改：",
  untilThen: (p: { at: string }) => `${p.at}前可以修改并再次提交，以最后一次为准。`,
  then: "截止后由基金办做形式审查；材料不齐，会一次性通知您补正。",
  thenRecheck: "基金办在5个工作日内复核，并回复您。",
  why: "您是这家企业在平台上的成员，因此收到本信。",
};
