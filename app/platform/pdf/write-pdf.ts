import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { concurrencyGate } from "../concurrency-gate.ts";
import type { Paper } from "./paper.ts";
// As text, so that every build carries the worker inside itself and no file has to be found at run time.
/* oxlint-disable import/default -- the bundler, not the file, gives a ?raw import its default export */
import drawBlocksSource from "./draw-blocks.mjs?raw";
import drawTableSource from "./draw-table.mjs?raw";
import dressPagesSource from "./dress-pages.mjs?raw";
import openSheetSource from "./open-sheet.mjs?raw";
import pdfWorkerSource from "./pdf-worker.mjs?raw";
import setTypeSource from "./set-type.mjs?raw";
/* oxlint-enable import/default */

// Each worker holds two Chinese fonts, some 150 MB; further papers wait their turn.
const gate = concurrencyGate(2);
const longestMs = 60_000;
const lastResortMs = 10_000;
const parts = {
  drawBlocks: drawBlocksSource,
  drawTable: drawTableSource,
  dressPages: dressPagesSource,
  openSheet: openSheetSource,
  setType: setTypeSource,
};

/**
 * Sets a paper in a thread of its own; fonts are embedded as far as they are used. The worker ends itself, also when
 * it takes too long: ended from outside while it opens a compressor, it would take the whole process with it
 * (node_zlib asserts “close before init”).
 */
export async function writePdf(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const leave = await gate.enter();
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(pdfWorkerSource)}`), {
    workerData: {
      packagesFrom: import.meta.url,
      parts,
      fonts: fontFiles(),
      paper,
      until: Date.now() + longestMs,
    },
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  const gone = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
  const late = setTimeout(() => void worker.terminate(), longestMs + lastResortMs);
  try {
    return await new Promise((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", reject);
      worker.once("exit", () => reject(new Error("the PDF worker stopped before the paper was set")));
    });
  } finally {
    await gone;
    clearTimeout(late);
    leave();
  }
}

/** Noto Sans SC, and Noto Sans for superscripts and symbols it lacks: both under the Open Font License. */
function fontFiles() {
  const { resolve } = createRequire(import.meta.url);
  const chinese = "@expo-google-fonts/noto-sans-sc";
  const latin = "@expo-google-fonts/noto-sans";
  return {
    regular: [
      resolve(`${chinese}/400Regular/NotoSansSC_400Regular.ttf`),
      resolve(`${latin}/400Regular/NotoSans_400Regular.ttf`),
    ],
    bold: [
      resolve(`${chinese}/700Bold/NotoSansSC_700Bold.ttf`),
      resolve(`${latin}/700Bold/NotoSans_700Bold.ttf`),
    ],
  };
}
