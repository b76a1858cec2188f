/** Marks the criterion being worked on, and in the navigation the section being read. */
export function bindCurrentPlace(sheet: HTMLFormElement): void {
  sheet.addEventListener("focusin", ({ target }) => {
    const card = (target as Element).closest("[data-criterion]");
    for (const other of sheet.querySelectorAll("[data-now]"))
      if (other !== card) other.removeAttribute("data-now");
    card?.setAttribute("data-now", "");
  });
  const links = new Map(
    [...document.querySelectorAll<HTMLAnchorElement>(".app-nav a")].map((link) => [link.hash.slice(1), link]),
  );
  const seen = new Set<string>();
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries)
        if (isIntersecting) seen.add(target.id);
        else seen.delete(target.id);
      markFirst(links, seen);
    },
    // The band in which somebody reads: below the bars, above the middle.
    { rootMargin: "-15% 0px -50% 0px" },
  );
  for (const id of links.keys()) {
    const section = document.getElementById(id);
    if (section) watcher.observe(section);
  }
}

function markFirst(links: ReadonlyMap<string, HTMLAnchorElement>, seen: ReadonlySet<string>) {
  const current = [...links.keys()].find((id) => seen.has(id));
  if (current === undefined) return;
  for (const [id, link] of links) {
    if (id !== current) link.removeAttribute("aria-current");
    else if (!link.hasAttribute("aria-current")) {
      link.setAttribute("aria-current", "true");
      const bar = link.parentElement;
      if (bar) bar.scrollLeft = link.offsetLeft - bar.clientWidth / 3;
    }
  }
}
