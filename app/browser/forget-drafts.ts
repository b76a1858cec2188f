/** The page after signing out: nothing that was typed stays on the device. */
import { forgetEverything } from "./device/device-store.ts";

forgetEverything();
