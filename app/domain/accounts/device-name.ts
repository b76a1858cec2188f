const browsers: readonly [RegExp, string][] = [
  [/MicroMessenger\//, "WeChat"],
  [/\bEdgA?\//, "Edge"],
  [/QQBrowser\//, "QQ Browser"],
  [/\b(?:360SE|QHBrowser)\b/, "360"],
  [/(?:Firefox|FxiOS)\//, "Firefox"],
  [/(?:OPR|Opera)\//, "Opera"],
  [/(?:Chrome|CriOS|HeadlessChrome)\//, "Chrome"],
  [/Safari\//, "Safari"],
];

const systems: readonly [RegExp, string][] = [
  [/iPhone|iPad/, "iOS"],
  [/HarmonyOS|OpenHarmony/, "HarmonyOS"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "macOS"],
  [/Linux|X11/, "Linux"],
];

/** Enough of a user agent to know one's own devices apart; empty strings where it says nothing known. */
export function deviceName(userAgent: string): { browser: string; system: string } {
  const first = (list: readonly [RegExp, string][]) =>
    list.find(([pattern]) => pattern.test(userAgent))?.[1] ?? "";
  return { browser: first(browsers), system: first(systems) };
}
