// Imports upstairs on purpose: the house test must catch it.
import { createLogger } from "../../../../../../app/platform/logger.ts";

export const breach = createLogger;
