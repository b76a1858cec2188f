import type { RenderedBase } from "#app/domain/applications/draft/rendered-base.ts";
import type { SectionPageData } from "#app/domain/applications/section-page-data.ts";
import { type RawValue, sameRawValue } from "#app/domain/forms/raw-answers.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";
import type { DeviceStore } from "../device/device-store.ts";
import type { KeptDraft } from "../device/kept-draft.ts";
import { showKeptNotes } from "../device/kept-notes.ts";
import { postAutosave } from "../device/post-autosave.ts";
import { replayKept } from "../device/replay.ts";
import type { Conflict, DraftQueue } from "../draft/draft-queue.ts";
import type { PageForm } from "./page-form.ts";

interface Here {
  data: SectionPageData;
  page: PageForm;
  queue: DraftQueue;
  /** As the page was drawn. */
  base: RenderedBase;
  /** Puts two texts to the person: theirs, and what stands in the box. */
  ask: (conflict: Conflict) => void;
  /** What is asked about is kept with this page from now on. */
  keep: () => Promise<void>;
}

/** Sends what earlier pages kept on this device. What this section holds since is shown; what differs is asked about. */
export async function bringBackKept(store: DeviceStore, here: Here): Promise<void> {
  const { data, page } = here;
  const all = (await store.all()).filter(({ draft }) => draft.person === data.person);
  if (all.length === 0) return;
  const concernsUs = all.some(({ draft }) => isHere(data, draft) && draft.operations.length > 0);
  // Typing would begin from what is about to be replaced.
  page.form.inert = concernsUs;
  const { saved, left } = await replayKept(store, data.person, postAutosave);
  if (concernsUs && here.queue.isSaved && saved.some((section) => isHere(data, section))) {
    location.reload();
    return;
  }
  page.form.inert = false;
  const notes = [];
  for (const { id, draft, isRefused } of left)
    if (isRefused || !isHere(data, draft)) notes.push({ id, draft, isRefused, texts: textsOf(draft) });
    else {
      const lost = draft.held.filter((text) => !askAbout(here, text));
      await here.keep();
      if (lost.length === 0) await store.forget(id);
      else {
        await store.keep(id, { ...draft, held: lost });
        notes.push({ id, draft, isRefused: false, texts: lost.map(({ value }) => String(value)) });
      }
    }
  showKeptNotes(data.locale, store, notes, sectionMessages[data.locale].keptRowGone);
}

const isHere = (
  data: SectionPageData,
  { application, section }: Pick<KeptDraft, "application" | "section">,
): boolean => application === data.application && section === data.section;

const textsOf = ({ operations, held }: KeptDraft): string[] =>
  [...held, ...operations.flatMap((operation) => (operation.kind === "set" ? [operation] : []))].map(
    ({ value }) => String(value),
  );

/** False when there is no place for it on the page. */
function askAbout(
  { page, queue, base, ask }: Here,
  { path, value }: { path: string; value: RawValue },
): boolean {
  const name = page.nameOf(path);
  if (!name || !page.values().has(path)) return false;
  const standing = page.valueOf(name);
  if (sameRawValue(standing, value)) return true;
  const conflict: Conflict = {
    ...{ path, version: base.fields[path] ?? 0 },
    theirs: { value: standing, text: String(standing), name: "", time: "" },
  };
  queue.hold(conflict);
  page.setValue(name, value);
  ask(conflict);
  return true;
}
