import type { ServerBuild } from "react-router";
import { describe, expect, it } from "vitest";
import { areaOfPath, routesByArea } from "#app/server/routes-by-area.ts";

const paths: Record<string, { path?: string; parentId?: string }> = {
  root: { path: "" },
  home: { parentId: "root" },
  anything: { path: "*", parentId: "root" },
  language: { path: ":lang/help", parentId: "root" },
  optional: { path: "calls?/rules", parentId: "root" },
  calls: { path: "calls", parentId: "root" },
  call: { path: "calls/:code", parentId: "root" },
  desk: { path: "reviews", parentId: "root" },
  review: { path: ":id", parentId: "desk" },
  rooted: { path: "/reviews/all", parentId: "root" },
};
const routes = Object.fromEntries(
  Object.entries(paths).map(([id, route]) => [id, { id, module: {}, ...route }]),
) as unknown as ServerBuild["routes"];

const everywhere = ["root", "home", "anything", "language", "optional"];

describe("the routes of an area", () => {
  const areas = routesByArea(routes);

  it("are those whose address begins with it, and those that stand anywhere", () => {
    expect([...areas.keys()].toSorted()).toEqual(["calls", "reviews"]);
    expect(Object.keys(areas.get("calls")!)).toEqual([...everywhere, "calls", "call"]);
    expect(Object.keys(areas.get("reviews")!)).toEqual([...everywhere, "desk", "review", "rooted"]);
  });

  it("keep each route as it is", () => {
    expect(areas.get("reviews")!["review"]).toBe(routes["review"]);
  });

  it("are chosen by the first part of an address", () => {
    expect(areaOfPath("/reviews/12")).toBe("reviews");
    expect(areaOfPath("//reviews")).toBe("reviews");
    expect(areaOfPath("/")).toBe("");
    expect(areas.has(areaOfPath("/Reviews"))).toBe(false);
  });
});
