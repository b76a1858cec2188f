/** The form builder's pages while somebody types: what they say and show follows, and nothing is saved by that. */
import { keepLive } from "./builder/live-page.ts";

const form = document.querySelector<HTMLFormElement>("form[data-builder]");
if (form) keepLive(form);
