import process from "node:process";

// React and the router choose their production build while they load, so the mode is set before anything else is.
process.env.NODE_ENV ??= "production";

await import("./run-process.ts");
