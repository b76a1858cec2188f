import type { SectionPageData } from "#app/domain/applications/section-page-data.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";

interface FileAnswer {
  problems?: string[];
}

/** Files go up as soon as they are chosen, with their progress, while everything else stays as it is. */
export class Uploads {
  readonly #form: HTMLFormElement;
  readonly #data: SectionPageData;
  readonly #url: string;
  #running = 0;

  constructor(form: HTMLFormElement, data: SectionPageData) {
    this.#form = form;
    this.#data = data;
    this.#url = `/applications/${data.application}/files`;
    form.addEventListener("change", (event) => {
      const input = event.target;
      if (
        input instanceof HTMLInputElement &&
        input.type === "file" &&
        input.dataset["upload"] &&
        input.files?.length
      )
        void this.#upload(input, input.dataset["upload"]);
    });
    form.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest("button") : null;
      if (!button) return;
      if (button.dataset["uploadButton"] !== undefined) {
        event.preventDefault();
        this.#form
          .querySelector<HTMLInputElement>(`[data-upload="${button.dataset["uploadButton"]}"]`)
          ?.click();
      } else if (button.dataset["fileIntent"]) {
        event.preventDefault();
        void this.#change(button);
      }
    });
  }

  get isRunning(): boolean {
    return this.#running > 0;
  }

  async #upload(input: HTMLInputElement, question: string): Promise<void> {
    const t = sectionMessages[this.#data.locale];
    const tooLarge = this.#tooLarge(input);
    if (tooLarge) return this.#say(question, [tooLarge]);
    const body = new FormData();
    body.append("intent", `upload:${question}`);
    const replaces = this.#form.elements.namedItem(`replaces:${question}`);
    if (replaces instanceof HTMLSelectElement || replaces instanceof HTMLInputElement)
      body.append(`replaces:${question}`, replaces.value);
    for (const file of input.files ?? []) body.append(`file:${question}`, file);
    this.#running += 1;
    try {
      const answer = await this.#send(body, (share, cancel) => this.#progress(question, share, cancel));
      await this.#redraw(question);
      this.#say(question, answer.problems ?? []);
    } catch {
      input.value = "";
      this.#say(question, [t.uploadFailed]);
    } finally {
      this.#running -= 1;
    }
  }

  #tooLarge(input: HTMLInputElement): string | undefined {
    const most = Number(input.dataset["maxBytes"] ?? Infinity);
    if (![...(input.files ?? [])].some((file) => file.size > most)) return undefined;
    input.value = "";
    const t = sectionMessages[this.#data.locale].uploadProblem;
    return t.too_large({ sizeMb: Math.round(most / 1024 / 1024) });
  }

  #send(body: FormData, onProgress: (share: number, cancel: () => void) => void): Promise<FileAnswer> {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open("POST", this.#url);
      request.responseType = "json";
      request.upload.addEventListener("progress", (event) => {
        if (event.lengthComputable) onProgress(event.loaded / event.total, () => request.abort());
      });
      request.addEventListener("load", () => {
        const answer = request.response as FileAnswer | null;
        if (answer && (request.status === 200 || (request.status === 409 && answer.problems)))
          resolve(answer);
        else reject(new Error(String(request.status)));
      });
      for (const end of ["error", "abort", "timeout"])
        request.addEventListener(end, () => reject(new Error(end)));
      request.send(body);
    });
  }

  async #change(button: HTMLButtonElement): Promise<void> {
    const t = sectionMessages[this.#data.locale];
    const place = button.closest<HTMLElement>("[data-files]");
    const question = place?.dataset["files"] ?? "";
    const body = new FormData();
    body.append("intent", button.value);
    button.setAttribute("aria-disabled", "true");
    try {
      const answer = await fetch(this.#url, { method: "POST", body });
      if (!answer.ok) throw new Error(String(answer.status));
      await this.#redraw(question);
      this.#say(question, []);
    } catch {
      button.removeAttribute("aria-disabled");
      this.#say(question, [t.uploadProblem.nothing_to_replace]);
    }
  }

  /** The list is the server's: its page is asked for, and this part of it put in place. */
  async #redraw(question: string): Promise<void> {
    const answer = await fetch(location.pathname, { headers: { accept: "text/html" } });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector(`[data-files="${question}"]`);
    const standing = this.#form.querySelector(`[data-files="${question}"]`);
    if (fresh && standing) standing.replaceWith(document.importNode(fresh, true));
    this.#form.querySelector<HTMLElement>(`[data-upload="${question}"]`)?.focus();
  }

  #progress(question: string, share: number, cancel: () => void): void {
    const t = sectionMessages[this.#data.locale];
    const place = this.#status(question);
    if (!place) return;
    const percent = Math.floor(share * 100);
    let bar = place.querySelector("progress");
    if (!bar) {
      bar = document.createElement("progress");
      bar.max = 100;
      const words = document.createElement("span");
      const stop = document.createElement("button");
      stop.type = "button";
      stop.className = "btn btn-sm btn-quiet";
      stop.textContent = t.cancelUpload;
      stop.addEventListener("click", cancel);
      const row = document.createElement("p");
      row.className = "mt-2 flex flex-wrap items-center gap-3 text-sm";
      row.append(bar, words, stop);
      place.replaceChildren(row);
    }
    bar.value = percent;
    bar.setAttribute("aria-label", t.uploading({ percent }));
    const words = bar.nextElementSibling;
    if (words) words.textContent = t.uploading({ percent });
  }

  #say(question: string, sentences: readonly string[]): void {
    const place = this.#status(question);
    if (!place) return;
    place.replaceChildren(
      ...sentences.map((sentence) => {
        const line = document.createElement("p");
        line.className = "err mt-2";
        const glyph = document.querySelector<HTMLTemplateElement>(`template[data-glyph="bad"]`);
        const words = document.createElement("span");
        words.textContent = sentence;
        line.append(...(glyph ? [glyph.content.cloneNode(true)] : []), words);
        return line;
      }),
    );
  }

  #status(question: string): HTMLElement | null {
    return this.#form.querySelector<HTMLElement>(`[data-upload-status="${question}"]`);
  }
}
