/** What no page may contain, whatever it shows. Reads HTML as the server sent it. */
export function faultsOfHtml(html: string, nonce: string): string[] {
  const faults: string[] = [];
  for (const [tag] of html.matchAll(/<(?:script|style)\b[^>]*>/gi))
    // A block of data is never executed, so no policy asks a nonce of it.
    if (!tag.includes(`nonce="${nonce}"`) && !/<script type="application\/json"/i.test(tag))
      faults.push(`without the nonce: ${tag}`);
  for (const [tag] of html.matchAll(/<[a-z][^>]*>/gi)) {
    if (/\sstyle\s*=/i.test(tag)) faults.push(`style attribute: ${tag.slice(0, 120)}`);
    if (/\son[a-z]+\s*=\s*["']/i.test(tag)) faults.push(`inline handler: ${tag.slice(0, 120)}`);
    const address = /\s(?:href|src|action|formaction)\s*=\s*"([^"]*)"/i.exec(tag)?.[1];
    if (address !== undefined && !isOwn(address)) faults.push(`leads away: ${tag.slice(0, 120)}`);
  }
  return faults;
}

const isOwn = (address: string): boolean =>
  /^(\/(?!\/)|#|\?|mailto:|tel:|data:image\/)/.test(address) || address === "";

/** Each directive of a Content-Security-Policy with its sources. */
export const directivesOf = (policy: string): Record<string, string[]> =>
  Object.fromEntries(
    policy.split(";").map((directive) => {
      const [name = "", ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    }),
  );

export const nonceOf = (policy: string): string => /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
