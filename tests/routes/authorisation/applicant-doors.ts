import type { Doors } from "./access-table.ts";

export const applicantDoors: Doors = {};
