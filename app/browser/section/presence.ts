import { presenceEveryMs } from "#app/domain/applications/presence.ts";
import type { SectionPageData, ShownPresent } from "#app/domain/applications/section-page-data.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";

/** Says that this section is open, as long as it is looked at, and shows who else is here. */
export function startPresence(data: SectionPageData): void {
  if (Object.keys(data.people).length < 2) return;
  const call = async (leaving: boolean) => {
    if (!leaving && (document.hidden || !navigator.onLine)) return;
    const answer = await fetch(`/applications/${data.application}/presence`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ section: data.section, person: data.person, leaving }),
      redirect: "manual",
      keepalive: leaving,
    }).catch(() => undefined);
    if (!leaving && answer?.ok)
      showPresent(data, ((await answer.json()) as { present: ShownPresent[] }).present);
  };
  void call(false);
  setInterval(() => void call(false), presenceEveryMs);
  document.addEventListener("visibilitychange", () => void call(false));
  addEventListener("pagehide", () => void call(true));
}

/** Keeps what the server said of where somebody typed last. */
export function showPresent(data: SectionPageData, present: readonly ShownPresent[]): void {
  const place = document.querySelector<HTMLElement>("[data-present]");
  if (!place) return;
  const t = sectionMessages[data.locale];
  const others = present.filter(({ person }) => person !== data.person && data.people[person]);
  const fieldOf = (person: string) =>
    [...place.querySelectorAll<HTMLElement>("[data-person]")].find(
      (item) => item.dataset["person"] === person,
    )?.dataset["field"];
  const here = others
    .filter(({ section }) => section === data.section)
    .map(({ person, since }) => {
      const field = fieldOf(person);
      const item = document.createElement("li");
      item.dataset["person"] = person;
      if (field) item.dataset["field"] = field;
      item.textContent = t.presentHere({ name: data.people[person]!, since, ...(field ? { field } : {}) });
      return item;
    });
  const elsewhere = others
    .filter(({ section }) => section !== data.section && data.titles[section])
    .map(({ person, section, since }) => {
      const item = document.createElement("li");
      item.textContent = t.presentElsewhere({
        ...{ name: data.people[person]!, section: data.titles[section]!, since },
      });
      return item;
    });
  place.replaceChildren(...list(t.inThisSection, here), ...list(t.inOtherSections, elsewhere));
}

function list(title: string, items: readonly HTMLElement[]): HTMLElement[] {
  if (items.length === 0) return [];
  const head = document.createElement("h2");
  head.className = "mt-2 text-sm first:mt-0";
  head.textContent = title;
  const all = document.createElement("ul");
  all.className = "mt-1";
  all.append(...items);
  return [head, all];
}
