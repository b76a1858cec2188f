import type { Prose } from "./prose.ts";

export const accessibility: Record<"zh" | "en", Prose> = {
  zh: {
    title: "无障碍说明",
    lead: "本平台按 WCAG 2.2 AA 建设，并参照 GB/T 37668-2019。",
    sections: [
      {
        id: "what",
        heading: "可以这样使用",
        points: [
          "全部功能可用键盘完成，焦点始终可见，每页开头可以跳到正文。",
          "不开启脚本也能从注册一直办到提交。",
          "放大到400%、宽度320像素的屏幕上没有横向滚动，表格改为逐行显示。",
          "颜色从不单独表达含义；深色和浅色随系统设置。",
          "没有图形验证码，没有自动播放，没有倒计时跳动。",
        ],
      },
      {
        id: "limits",
        heading: "已知的限制",
        points: ["企业上传的附件由企业制作，读屏软件未必能读。需要可读版本时请联系基金办。"],
      },
      {
        id: "feedback",
        heading: "反馈",
        paragraphs: ["遇到障碍请联系基金办，说明页面地址和您使用的辅助技术。"],
      },
    ],
  },
  en: {
    title: "Accessibility",
    lead: "The portal is built to WCAG 2.2 AA, with GB/T 37668-2019 in view.",
    sections: [
      {
        id: "what",
        heading: "How you can use it",
        points: [
          "Everything works by keyboard, focus is always visible, and each page lets you skip to its content.",
          "You can go from registering to submitting with scripts switched off.",
          "At 400% zoom or 320 pixels wide nothing scrolls sideways; tables turn into lists.",
          "Colour never carries meaning alone; light and dark follow your system.",
          "No image captchas, nothing plays by itself, no ticking counters.",
        ],
      },
      {
        id: "limits",
        heading: "Known limits",
        points: [
          "Attachments are made by companies and may not suit a screen reader. Ask the fund office for a readable version.",
        ],
      },
      {
        id: "feedback",
        heading: "Tell us",
        paragraphs: [
          "If something stands in your way, tell the fund office the page address and the technology you use.",
        ],
      },
    ],
  },
};
