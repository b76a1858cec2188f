export interface Tab {
  href: string;
  label: string;
  count?: number;
  current?: boolean;
}

/** Views of one list: links, for each is a page. */
export function Tabs({ label, items }: { label: string; items: readonly Tab[] }) {
  return (
    <nav className="tabs-q" aria-label={label}>
      {items.map(({ href, label: words, count, current }) => (
        <a key={href} href={href} aria-current={current ? "page" : undefined}>
          {words}
          {count !== undefined && ` ${count}`}
        </a>
      ))}
    </nav>
  );
}
