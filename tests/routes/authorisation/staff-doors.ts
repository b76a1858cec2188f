import type { Doors } from "./access-table.ts";

export const staffDoors: Doors = {};
