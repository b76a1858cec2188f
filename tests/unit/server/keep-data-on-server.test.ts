import { data, type ServerBuild } from "react-router";
import { describe, expect, it } from "vitest";
import { keepDataOnServer } from "#app/server/keep-data-on-server.ts";

type Loader = () => Promise<unknown>;

function wrapped(load: () => unknown, isPage = true): Loader {
  const module = { loader: load, ...(isPage ? { default: () => null } : {}) };
  const build = { routes: { page: { id: "page", module } } } as unknown as ServerBuild;
  return keepDataOnServer(build).routes["page"]!.module.loader as unknown as Loader;
}

describe("keeping loader data on the server", () => {
  it("leaves every property readable by name and none to be listed", async () => {
    const result = (await wrapped(() => ({ secret: "甲", list: [1, 2] }))()) as {
      secret: string;
      list: number[];
    };
    const { secret, list } = result;
    expect([secret, list]).toEqual(["甲", [1, 2]]);
    expect(Object.keys(result)).toEqual([]);
    expect(JSON.stringify(result)).toBe("{}");
  });

  it("keeps status and headers of data()", async () => {
    const result = (await wrapped(() => data({ secret: "甲" }, { status: 422 }))()) as ReturnType<
      typeof data<{ secret: string }>
    >;
    expect(result.init?.status).toBe(422);
    expect(result.data.secret).toBe("甲");
    expect(Object.keys(result.data)).toEqual([]);
  });

  it("lets responses and refusals through, and resource routes alone", async () => {
    const response = new Response("ok");
    expect(await wrapped(() => response)()).toBe(response);
    const refuse = async () => {
      throw response;
    };
    await expect(wrapped(refuse)()).rejects.toBe(response);
    const plain = { rows: 1 };
    expect(await wrapped(() => plain, false)()).toBe(plain);
  });
});
