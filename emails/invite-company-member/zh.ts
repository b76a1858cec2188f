export const zh = {
  kind: "邀请",
  title: (p: { by: string }) => `请在${p.by}前接受邀请，一起填报`,
  preheader: "加入企业的申报工作区。",
  lead: (p: { invitedBy: string; company: string }) =>
    `${p.invitedBy}邀请您加入“${p.company}”在申报平台的工作区。`,
  role: {
    owner: "您的身份是所有者：可以填报、提交和撤回申报，也可以邀请和移除同事。",
    editor: "您的身份是编辑：可以填报和上传文件，提交由所有者完成。",
    viewer: "您的身份是查看：可以看到企业的全部申报，不能修改。",
  },
  button: "接受邀请",
  then: "登录或注册后，在“我的申报”里看到这家企业。",
  late: "链接失效，请邀请人重新发送。",
  why: (p: { invitedBy: string }) =>
    `${p.invitedBy}填写了这个邮箱，因此收到本信。不认识邀请人，不用做任何事。`,
};
