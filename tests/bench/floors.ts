import autocannon from "autocannon";
import BetterSqlite from "better-sqlite3";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createElement } from "react";
import { renderToString } from "react-dom/server";

/** What this machine can do at all, for the portal's figures to be read against. */
export interface Floors {
  /** node:http answering one fixed string, sixteen connections. */
  fixedStringPerSecond: number;
  /** React rendering fifty rows of eight cells, and nothing else. */
  renderedRowsPerSecond: number;
  /** One row, one durable commit, one writer. */
  singleRowCommitsPerSecond: number;
}

const seconds = 2;

export async function measureFloors(folder: string): Promise<Floors> {
  return {
    fixedStringPerSecond: await fixedString(),
    renderedRowsPerSecond: renderedRows(),
    singleRowCommitsPerSecond: await singleRowCommits(folder),
  };
}

async function fixedString(): Promise<number> {
  const server = createServer((_request, response) => response.end("甲子"));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const { requests, duration } = await autocannon({ url, connections: 16, duration: seconds });
  await new Promise((done) => server.close(done));
  return requests.total / duration;
}

function renderedRows(): number {
  const rows = Array.from({ length: 50 }, (_, row) =>
    Array.from({ length: 8 }, (_cell, column) => `甲子示例 ${row} ${column}`),
  );
  const page = () =>
    renderToString(
      createElement(
        "table",
        null,
        createElement(
          "tbody",
          null,
          rows.map((cells) =>
            createElement(
              "tr",
              { key: cells[0] },
              cells.map((cell) => createElement("td", { key: cell, className: "num" }, cell)),
            ),
          ),
        ),
      ),
    );
  for (let warm = 0; warm < 200; warm += 1) page();
  let count = 0;
  const begun = performance.now();
  for (; performance.now() - begun < seconds * 1000; count += 1) page();
  return count / ((performance.now() - begun) / 1000);
}

/** The bare driver, synchronous FULL: what a commit costs on this disk. */
async function singleRowCommits(parent: string): Promise<number> {
  const folder = await mkdtemp(join(parent, "portal-floor-"));
  const raw = new BetterSqlite(join(folder, "single.sqlite"));
  raw.pragma("journal_mode = WAL");
  raw.pragma("synchronous = FULL");
  raw.exec("create table note (id integer primary key, text text not null)");
  const insert = raw.prepare("insert into note (text) values (?)");
  let count = 0;
  const begun = performance.now();
  for (; performance.now() - begun < seconds * 1000; count += 1) insert.run("甲子");
  const perSecond = count / ((performance.now() - begun) / 1000);
  raw.close();
  await rm(folder, { recursive: true });
  return perSecond;
}
