/** The task list: sends what sections kept on this device that were closed before they were answered. */
import { DeviceStore } from "./device/device-store.ts";
import { showKeptNotes } from "./device/kept-notes.ts";
import { postAutosave } from "./device/post-autosave.ts";
import { replayKept } from "./device/replay.ts";

const dataElement = document.getElementById("kept-drafts");
const { person, deviceKey, locale } = JSON.parse(dataElement?.textContent ?? "{}") as {
  person: string;
  deviceKey: string;
  locale: "zh" | "en";
};
dataElement?.remove();

async function sendKept(): Promise<void> {
  const store = await DeviceStore.open(deviceKey);
  if (!store) return;
  const { saved, left } = await replayKept(store, person, postAutosave);
  if (saved.length > 0) location.reload();
  else
    showKeptNotes(
      locale,
      store,
      left.map((each) => ({ ...each, texts: each.draft.held.map(({ value }) => String(value)) })),
      "",
    );
}

void sendKept();
addEventListener("online", () => void sendKept());
