const pauseMs = 350;

/**
 * Asks the server for the page as it would be with what is typed now, and takes from it the parts that follow from
 * that: sentences and preview, and the condition whose question was changed, or the whole form where everything
 * follows. The latest answer counts.
 */
export function keepLive(form: HTMLFormElement): void {
  let timer = 0;
  let asked = 0;
  let typed = 0;
  let redraw: string | undefined;

  async function look(): Promise<void> {
    const mine = ++asked;
    const seen = typed;
    const wanted = redraw;
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
    body.set("do", "look");
    const answer = await fetch(location.href, { method: "POST", body }).catch(() => undefined);
    if (!answer?.ok || mine !== asked) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    // Typed on meanwhile: the next answer knows that too, and this one would take it away.
    if (mine !== asked || seen !== typed) return;
    if (wanted !== undefined) {
      redraw = undefined;
      replace(wanted, page);
    }
    for (const part of page.querySelectorAll<HTMLElement>("[data-live]")) {
      const here = document.getElementById(part.id);
      if (here && here.innerHTML !== part.innerHTML) here.replaceChildren(...adopted(part));
    }
  }

  const later = (pause: number): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void look(), pause);
  };
  form.addEventListener("input", () => {
    typed += 1;
    later(pauseMs);
  });
  form.addEventListener("change", (event) => {
    const control = event.target as HTMLElement;
    if (control.dataset["redraw"] === undefined) return;
    redraw = control.closest<HTMLElement>("fieldset.builder-part, fieldset.builder-group")?.id ?? form.id;
    later(0);
  });
}

/** One part of the form as the server draws it; whoever was in it stays where they were. */
function replace(id: string, page: Document): void {
  const [here, there] = [document.getElementById(id), page.getElementById(id)];
  if (!here || !there) return;
  const focused = here.contains(document.activeElement) ? document.activeElement?.id : undefined;
  here.replaceChildren(...adopted(there));
  if (focused) document.getElementById(focused)?.focus();
}

const adopted = (part: Element): Node[] =>
  [...part.childNodes].map((node) => document.importNode(node, true));
