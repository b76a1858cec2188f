export interface DemoText {
  zh: string;
  en: string;
}
