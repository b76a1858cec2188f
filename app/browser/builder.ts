/** The form builder's pages while somebody is there: what they say and show follows, and nothing is saved by that. */
import { dragRows } from "./builder/drag-rows.ts";
import { keepLive } from "./builder/live-page.ts";
import { startPresent } from "./builder/present.ts";

const form = document.querySelector<HTMLFormElement>("form[data-builder]");
if (form) keepLive(form);

const present = document.querySelector<HTMLElement>("[data-builder-present]");
if (present) startPresent(present);

const outline = document.querySelector<HTMLFormElement>("form[data-outline]");
if (outline) dragRows(outline);
