import { builderPresenceMs } from "#app/domain/forms/edit/draft-presence.ts";

/** Says that this part of the draft is open, as long as it is looked at, and shows who else is there. */
export function startPresent(list: HTMLElement): void {
  const address = list.dataset["builderPresent"] ?? "";
  const node = list.dataset["node"] ?? "";
  const call = async (leaving: boolean): Promise<void> => {
    if (!leaving && document.hidden) return;
    const answer = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ node, leaving }),
      redirect: "manual",
      keepalive: leaving,
    }).catch(() => undefined);
    if (leaving || !answer?.ok) return;
    const { present } = (await answer.json()) as { present: string[] };
    const shown = [...list.children].map(({ textContent }) => textContent);
    // An unchanged list is not read out again.
    if (shown.join("\n") === present.join("\n")) return;
    list.replaceChildren(
      ...present.map((sentence) => {
        const item = document.createElement("li");
        item.textContent = sentence;
        return item;
      }),
    );
  };
  void call(false);
  window.setInterval(() => void call(false), builderPresenceMs);
  document.addEventListener("visibilitychange", () => void call(false));
  addEventListener("pagehide", () => void call(true));
}
