import type { Doors } from "./access-table.ts";
import { accountDoors } from "./account-doors.ts";
import { applicantDoors } from "./applicant-doors.ts";
import { proposalDoors } from "./proposal-doors.ts";
import { publicDoors } from "./public-doors.ts";
import { questionDoors } from "./question-doors.ts";
import { reviewerDoors } from "./reviewer-doors.ts";
import { staffDoors } from "./staff-doors.ts";
import { workingDayDoors } from "./working-day-doors.ts";

/** The whole portal, by address. */
export const doors: Doors = {
  ...publicDoors,
  ...accountDoors,
  ...applicantDoors,
  ...reviewerDoors,
  ...questionDoors,
  ...staffDoors,
  ...proposalDoors,
  ...workingDayDoors,
};
