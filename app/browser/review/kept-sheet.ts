import type { SheetPageData } from "#app/domain/reviews/sheet-page-data.ts";
import type { Locale } from "#app/i18n/locale.ts";
import type { DeviceStore } from "../device/device-store.ts";
import type { KeptDraft } from "../device/kept-draft.ts";
import { showKeptNotes } from "../device/kept-notes.ts";
import { postAutosave } from "../device/post-autosave.ts";
import { replayKept } from "../device/replay.ts";
import type { Conflict, DraftQueue } from "../draft/draft-queue.ts";
import type { SheetForm } from "./sheet-form.ts";

interface Here {
  data: SheetPageData;
  locale: Locale;
  page: SheetForm;
  queue: DraftQueue;
  /** As the page was drawn. */
  versions: Readonly<Record<string, number>>;
  /** Puts two texts to the reviewer: what stands, and what is in the box. */
  ask: (conflict: Conflict) => void;
  /** What is asked about is kept with this page from now on. */
  keep: () => Promise<void>;
}

/** Sends what earlier pages kept on this device. What this sheet holds since is shown; what differs is asked about. */
export async function bringBackSheet(store: DeviceStore, here: Here): Promise<void> {
  const { data, page, queue } = here;
  const all = (await store.all()).filter(({ draft }) => draft.person === data.person);
  if (all.length === 0) return;
  const concernsUs = all.some(({ draft }) => isHere(data, draft) && draft.operations.length > 0);
  // Typing would begin from what is about to be replaced.
  page.form.inert = concernsUs;
  const { saved, left } = await replayKept(store, data.person, postAutosave);
  if (concernsUs && queue.isSaved && saved.some((each) => isHere(data, each))) return location.reload();
  page.form.inert = false;
  const notes = [];
  for (const { id, draft, isRefused } of left) {
    const texts = [...draft.held, ...draft.operations.filter((operation) => operation.kind === "set")];
    if (isRefused || !isHere(data, draft))
      notes.push({ id, draft, isRefused, texts: texts.map(({ value }) => String(value)) });
    else {
      for (const { path, value } of draft.held) askAbout(here, path, String(value));
      await here.keep();
      await store.forget(id);
    }
  }
  showKeptNotes(here.locale, store, notes, "");
}

const isHere = (
  { assignment }: SheetPageData,
  { application, kind }: Pick<KeptDraft, "application" | "kind">,
): boolean => kind === "sheet" && application === assignment;

function askAbout({ page, queue, versions, ask }: Here, path: string, value: string): void {
  const standing = page.valueOf(path);
  if (standing === value) return;
  const conflict: Conflict = {
    ...{ path, version: versions[path] ?? 0 },
    theirs: { value: standing, text: standing, name: "", time: "" },
  };
  queue.hold(conflict);
  page.setValue(path, value);
  ask(conflict);
}
