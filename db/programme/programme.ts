import { calls } from "./calls.ts";
import { c10Form } from "./forms/c10.ts";
import { c7Form } from "./forms/c7.ts";
import { c8Form } from "./forms/c8.ts";
import { c9Form } from "./forms/c9.ts";
import { c1Form } from "./forms/c1.ts";
import { c2Form } from "./forms/c2.ts";
import { c3Form } from "./forms/c3.ts";
import { c4Form } from "./forms/c4.ts";
import { c5Form } from "./forms/c5.ts";
import { c6Form } from "./forms/c6.ts";
import { c11Form } from "./forms/c11.ts";
import { c12Form } from "./forms/c12.ts";
import { rubrics } from "./rubrics/rubrics.ts";

/** What the fund runs in one filing year. A call uses the form and the rubric of its own code. */
export const programme = {
  year: 2026,
  calls,
  forms: [c1Form, c2Form, c3Form, c4Form, c5Form, c6Form, c7Form, c8Form, c9Form, c10Form, c11Form, c12Form],
  rubrics,
};
