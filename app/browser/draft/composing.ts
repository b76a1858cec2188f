/** Knows while a character is being put together (pinyin, for instance): a box written into then loses it. */
export class Composing {
  #isOn = false;
  #waiting: (() => void)[] = [];

  constructor(form: HTMLFormElement) {
    form.addEventListener("compositionstart", () => {
      this.#isOn = true;
    });
    form.addEventListener("compositionend", () => {
      this.#isOn = false;
      // The last input event of the composition comes first.
      setTimeout(() => {
        for (const go of this.#waiting.splice(0)) go();
      });
    });
  }

  end(): Promise<void> {
    return this.#isOn ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve();
  }
}
