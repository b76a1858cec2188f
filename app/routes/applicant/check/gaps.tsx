import type { Locale } from "#app/i18n/locale.ts";
import { checkMessages } from "#app/i18n/messages/check.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { GapGroup } from "./check-view.ts";

/** Every open point, each a link that lands on its field. */
export function Gaps({
  title,
  groups,
  locale,
}: {
  title: string;
  groups: readonly GapGroup[];
  locale: Locale;
}) {
  return (
    <section className="gaps mt-6" aria-labelledby="gaps-title">
      <h2 id="gaps-title">{title}</h2>
      {groups.map((group) => (
        <details key={group.section} open={groups.length <= 3 || group.gaps.length <= 3}>
          <summary>
            {checkMessages[locale].gapsIn({ section: group.title, count: group.gaps.length })}
          </summary>
          <ul>
            {group.gaps.map((gap) => (
              <li key={`${gap.href} ${gap.text}`}>
                <a href={gap.href}>{gap.text}</a>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

export function Warnings({
  title,
  warnings,
}: {
  title: string;
  warnings: readonly { href: string; text: string }[];
}) {
  if (warnings.length === 0) return null;
  return (
    <Notice tone="warn" className="mt-5">
      <b>{title}</b>
      <ul className="mt-1 list-disc pl-5">
        {warnings.map((warning) => (
          <li key={`${warning.href} ${warning.text}`}>
            <a href={warning.href}>{warning.text}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
