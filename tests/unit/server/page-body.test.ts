import fc from "fast-check";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { gzippedBody, type PagePiece, plainBody } from "#app/http/page-body.ts";
import { renderedOnce, withKeptParts } from "#app/ui/rendered-once.ts";

const piece = fc.record(
  {
    fresh: fc.string({ unit: "grapheme" }),
    kept: fc.string({ unit: "grapheme" }).map((text) => Buffer.from(text)),
  },
  { requiredKeys: ["fresh"] },
) as fc.Arbitrary<PagePiece>;

describe("a page in pieces", () => {
  it("unzips to the same bytes as it leaves in plain", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 5 }), async (pieces) => {
        const plain = Buffer.from(plainBody(pieces));
        for (const round of [1, 2])
          expect(gunzipSync(await gzippedBody(pieces)), `round ${round}`).toEqual(plain);
      }),
    );
  });

  it("puts kept markup where its marker stands, rendered once", async () => {
    let made = 0;
    const make = async () => {
      made += 1;
      return { node: "碳化硅 <器件>", extra: 7 };
    };
    const { marker, extra } = await renderedOnce("test:1:zh", make);
    expect((await renderedOnce("test:1:zh", make)).marker).toBe(marker);
    expect([made, extra]).toEqual([1, 7]);
    const pieces = withKeptParts(`<p>前</p>${marker}<p>后</p>`);
    expect(Buffer.from(plainBody(pieces)).toString()).toBe("<p>前</p>碳化硅 &lt;器件&gt;<p>后</p>");
  });

  it("takes no stranger's marker for one of its own", () => {
    const forged = "<!--kept:00000000-0000-4000-8000-000000000000-->";
    expect(Buffer.from(plainBody(withKeptParts(`a${forged}b`))).toString()).toBe("ab");
  });
});
