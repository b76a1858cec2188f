import { expect, it } from "vitest";
import { deviceKey } from "#app/http/device-key.ts";
import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { readSettings } from "#app/platform/config/settings.ts";

const settings = readSettings({
  NODE_ENV: "test",
  APP_SECRET: "a-secret-of-the-portal-long-enough-to-be-one",
});
const actor = (personId: string, sessionId: string): PersonActor => ({
  ...{ kind: "person", personId, sessionId, name: "", email: "", locale: "zh" },
  ...{ roles: [], memberships: [], fullySignedIn: true },
});

it("is the same for every page of one sign-in, and another for any other", () => {
  const key = deviceKey(settings, actor("li", "first"));
  expect(deviceKey(settings, actor("li", "first"))).toBe(key);
  expect(Buffer.from(key, "base64url")).toHaveLength(32);
  const others = [
    deviceKey(settings, actor("li", "second")),
    deviceKey(settings, actor("wang", "first")),
    deviceKey({ ...settings, secret: `${settings.secret}!` }, actor("li", "first")),
  ];
  expect(new Set([key, ...others]).size).toBe(4);
});
