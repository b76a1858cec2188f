import type { Doors } from "./access-table.ts";

export const accountDoors: Doors = {};
