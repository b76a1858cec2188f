import type { DraftOperation } from "#app/domain/applications/draft/draft-operation.ts";
import type { AutosaveAnswer, AutosaveOutcome } from "#app/domain/applications/section-page-data.ts";
import type { SendResult } from "../device/post-autosave.ts";
import type { Answered, DraftQueue } from "./draft-queue.ts";

/** What the saved mark says. */
export type SaveState =
  /** `merged`: colleagues whose changes of the same text came with it. */
  | { kind: "saved"; time: string; merged?: readonly string[] }
  | { kind: "saving" }
  /** `kept`: on this device, whatever happens to the tab. */
  | { kind: "retrying" | "offline"; kept: boolean }
  | { kind: "signed_out" }
  | { kind: "refused" }
  | { kind: "held" };

interface Surroundings {
  queue: DraftQueue;
  send: (operations: readonly DraftOperation[], leaving: boolean) => Promise<SendResult>;
  show: (state: SaveState) => void;
  onAnswer: (answer: AutosaveAnswer, answered: Answered) => void;
  /** Resolves when boxes may be written into: not while somebody is composing a character. */
  untilWritable?: () => Promise<void>;
  isOnline: () => boolean;
  /** Writes down on the device what is unanswered; resolves when it is there, or cannot be. */
  keep?: () => Promise<void>;
  isKept?: () => boolean;
  setTimer: (work: () => void, ms: number) => unknown;
  clearTimer: (timer: unknown) => void;
  random: () => number;
}

export const typingPauseMs = 600;
const longestWaitMs = 30_000;
const signedOutWaitMs = 5_000;

/** 1, 2, 4 … 30 seconds, each a little off, so that a crowd does not come back at once. */
export const retryDelay = (attempt: number, random: () => number): number =>
  Math.min(longestWaitMs, 1_000 * 2 ** Math.min(attempt, 10)) * (0.75 + random() / 2);

/** Sends what waits: after a pause in typing, when asked, and again until it is answered. */
export class Autosaver {
  readonly #around: Surroundings;
  #timer: unknown;
  #sending: Promise<void> | undefined;
  #failures = 0;
  #stopped = false;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** Something was typed. */
  typed(): void {
    if (this.#stopped || this.#failures > 0) return;
    this.#wait(typingPauseMs);
  }

  /** Sends now, and again for what was typed meanwhile. Resolves when there is nothing to send or it failed. */
  async flush(): Promise<void> {
    if (this.#stopped) return;
    this.#clear();
    while (!this.#around.queue.isSaved) {
      const failures = this.#failures;
      await (this.#sending ??= this.#sendOnce());
      if (this.#stopped || this.#failures > failures) return;
    }
  }

  /** The page goes away: one last batch that outlives it. Should it come back, the batch is asked for again. */
  leave(): void {
    if (this.#stopped || this.#around.queue.isSaved) return;
    this.#clear();
    void this.#around.send(this.#around.queue.everything(), true).catch(() => undefined);
  }

  /** Back from the browser's cache, or online again: whatever is unanswered is sent at once. */
  resume(): void {
    if (this.#around.queue.isSaved) return;
    this.#failures = 0;
    this.#sending = undefined;
    void this.flush();
  }

  async #sendOnce(): Promise<void> {
    const { queue, send, show } = this.#around;
    const batch = queue.batch();
    if (!batch) return this.#done();
    if (this.#failures === 0) show({ kind: "saving" });
    await this.#around.keep?.();
    const result = await send(batch, false).catch((): SendResult => ({ kind: "failed" }));
    if (result.kind === "answered" && result.answer.outcomes.some(isMerged))
      await this.#around.untilWritable?.();
    this.#done();
    switch (result.kind) {
      case "answered":
        this.#failures = 0;
        this.#take(result.answer);
        return;
      case "refused":
        this.#stopped = true;
        show({ kind: "refused" });
        return;
      case "signed_out":
        this.#failures += 1;
        show({ kind: "signed_out" });
        this.#wait(signedOutWaitMs);
        return;
      case "failed":
        this.#failures += 1;
        show({
          kind: this.#around.isOnline() ? "retrying" : "offline",
          kept: this.#around.isKept?.() ?? false,
        });
        this.#wait(retryDelay(this.#failures - 1, this.#around.random));
    }
  }

  #take(answer: AutosaveAnswer): void {
    const { queue, show, onAnswer } = this.#around;
    const answered = queue.answered(answer.outcomes);
    onAnswer(answer, answered);
    void this.#around.keep?.();
    const merged = [...new Set(answered.adopted.map(({ name }) => name))];
    show(
      queue.conflicts.size > 0
        ? { kind: "held" }
        : { kind: "saved", time: answer.time, ...(merged.length > 0 ? { merged } : {}) },
    );
  }

  #done(): void {
    this.#sending = undefined;
  }

  #wait(ms: number): void {
    this.#clear();
    this.#timer = this.#around.setTimer(() => void this.flush(), ms);
  }

  #clear(): void {
    if (this.#timer !== undefined) this.#around.clearTimer(this.#timer);
    this.#timer = undefined;
  }
}

const isMerged = (outcome: AutosaveOutcome): boolean =>
  outcome.status === "saved" && outcome.merged !== undefined;
