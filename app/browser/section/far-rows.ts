/** Rows are told apart once the page has rested this long, so that no key waits for it. */
const restMs = 150;

/**
 * Every key has the browser go through all boxes it holds ready to be painted, far beyond the screen. While somebody
 * types in a table, rows more than half a screen away are held ready no longer; they are again when the page moves.
 */
export class FarRows {
  readonly #form: HTMLFormElement;
  readonly #near: IntersectionObserver;
  #far: HTMLElement[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isMeasured = false;

  constructor(form: HTMLFormElement) {
    this.#form = form;
    this.#near = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && this.#moved(),
      // Rows that go or shrink bring others nearer without any scrolling.
      { rootMargin: "25% 0px" },
    );
  }

  listen(): void {
    this.#form.addEventListener("focusin", () => this.#rest());
    const moved = () => this.#moved();
    for (const type of ["wheel", "touchmove"]) addEventListener(type, moved, { passive: true });
    for (const type of ["scroll", "resize"]) addEventListener(type, moved);
  }

  #rest(): void {
    if (this.#isMeasured || this.#timer !== undefined) return;
    if (!document.activeElement?.closest("[data-table]")) return;
    this.#timer = setTimeout(() => this.#measure(), restMs);
  }

  #measure(): void {
    this.#timer = undefined;
    this.#isMeasured = true;
    const screen = innerHeight;
    this.#far = [...this.#form.querySelectorAll<HTMLElement>(".own-row")].filter((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return bottom < -screen / 2 || top > (screen * 3) / 2;
    });
    for (const row of this.#far) {
      row.dataset["far"] = "";
      this.#near.observe(row);
    }
  }

  #moved(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isMeasured = false;
    this.#near.disconnect();
    for (const row of this.#far) delete row.dataset["far"];
    this.#far = [];
    this.#rest();
  }
}
