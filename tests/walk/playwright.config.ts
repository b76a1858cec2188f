import everyday from "../../playwright.config.ts";

/** Too long for every change: `npm run walk`. */
export default {
  ...everyday,
  testDir: ".",
  globalSetup: "../support/e2e-setup.ts",
  fullyParallel: true,
  reporter: "list",
};
