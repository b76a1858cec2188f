import { describe, expect, test } from "vitest";
import { applicationStates } from "#app/domain/applications/workflow.ts";
import { ApplicationStateTag } from "#app/ui/application-state-tag.tsx";
import { Button } from "#app/ui/button.tsx";
import { CriterionCard } from "#app/ui/criterion-card.tsx";
import { Glyph, glyphNames } from "#app/ui/glyph.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { NextStep } from "#app/ui/next-step.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { SavedMark } from "#app/ui/saved-mark.tsx";
import { ScoreRadios } from "#app/ui/score-radios.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { Tone } from "#app/ui/tone.ts";
import { isMountainDie, waferDies } from "#app/ui/wafer-dies.ts";
import { WaferHero } from "#app/ui/wafer-hero.tsx";
import { WaferProgress } from "#app/ui/wafer-progress.tsx";
import { attributes, count, render, startTags, visibleText } from "./render.tsx";

describe("tags", () => {
  const tones: Tone[] = ["accent", "plain", "ok", "warn", "bad", "line"];

  test("each tone has a shape of its own, so colour is never alone", () => {
    const shapes = tones.map((tone) => /<svg.*<\/svg>/.exec(render(<Tag tone={tone}>词</Tag>))?.[0]);
    expect(new Set(shapes).size).toBe(tones.length);
  });

  test("the word is there and the glyph is silent", () => {
    const html = render(
      <Tag tone="warn" glyph="clock">
        即将截止
      </Tag>,
    );
    expect(attributes(html, "<span")["class"]).toBe("tag tag--warn");
    expect(attributes(html, "<svg")["aria-hidden"]).toBe("true");
    expect(visibleText(html)).toBe("即将截止");
  });
});

describe("application states", () => {
  test.each(applicationStates)("%s is never red by itself, and red once overdue", (state) => {
    expect(render(<ApplicationStateTag state={state}>名称</ApplicationStateTag>)).not.toContain("tag--bad");
    const late = render(
      <ApplicationStateTag state={state} overdue>
        名称
      </ApplicationStateTag>,
    );
    expect(attributes(late, "<span")["class"]).toBe("tag tag--bad");
  });
});

test("no two glyphs look alike", () => {
  const drawn = glyphNames.map((name) => render(<Glyph name={name} />));
  expect(new Set(drawn).size).toBe(glyphNames.length);
});

describe("notices", () => {
  test("good and bad news bring their glyph; a glyph can be refused", () => {
    expect(count(render(<Notice tone="ok">都已上传</Notice>), "<svg")).toBe(1);
    expect(count(render(<Notice tone="bad">被改过</Notice>), "<svg")).toBe(1);
    expect(render(<Notice>说明</Notice>)).toBe('<div class="notice">说明</div>');
    expect(
      render(
        <Notice tone="bad" glyph={false}>
          被改过
        </Notice>,
      ),
    ).not.toContain("<svg");
  });

  test("the next step begins with its words and ends with a link", () => {
    const html = render(
      <NextStep href="/s/3" action="去修改">
        修改“股权结构”中的4处问题。
      </NextStep>,
    );
    expect(visibleText(html)).toBe("下一步：修改“股权结构”中的4处问题。 去修改");
  });

  test("the saved mark says when, politely", () => {
    const html = render(<SavedMark time="14:03" />);
    expect(attributes(html, "<p")).toMatchObject({ role: "status", "data-saved-mark": "" });
    expect(visibleText(html)).toBe("已保存 14:03");
    expect(visibleText(render(<SavedMark />, "en"))).toBe("No changes yet");
  });
});

describe("buttons", () => {
  test("a button sends its form unless it says otherwise", () => {
    expect(render(<Button variant="primary">保存并继续</Button>)).toBe(
      '<button class="btn btn-primary" type="submit">保存并继续</button>',
    );
    expect(attributes(render(<Button type="reset">重填</Button>), "<button")["type"]).toBe("reset");
  });

  test("a link that looks like one stays a link", () => {
    const link = (
      <LinkButton href="/calls" size="lg">
        查看申报专题
      </LinkButton>
    );
    expect(render(link)).toBe('<a class="btn btn-lg" href="/calls">查看申报专题</a>');
  });
});

describe("score", () => {
  test("eleven radios from 0 to 5 by halves, the chosen one checked", () => {
    const html = render(<ScoreRadios id="k2" name="K2" defaultValue="3.5" />);
    const radios = startTags(html).filter((tag) => tag.startsWith("<input"));
    expect(radios.map((tag) => attributes(tag, "<input")["value"]).join(" ")).toBe(
      "0 0.5 1 1.5 2 2.5 3 3.5 4 4.5 5",
    );
    expect(
      radios.filter((tag) => tag.includes("checked")).map((tag) => attributes(tag, "<input")["value"]),
    ).toEqual(["3.5"]);
    expect(attributes(radios[0] ?? "", "<input")["id"]).toBe("k2");
  });

  test("a criterion is one group, described by its error and its anchor", () => {
    const html = render(
      <CriterionCard
        id="k5"
        name="K5"
        code="K5"
        title="团队与治理"
        weight="10"
        points="4.00"
        defaultValue="2"
        anchor="2 一般：大体响应但有明显缺陷"
        evidence={[
          { href: "#team", label: "核心团队" },
          { href: "#plan", label: "实施计划" },
        ]}
        errors={["打2分及以下须写评语，至少30字"]}
        commentOpen
        comment={<textarea aria-label="K5 评语" />}
      />,
    );
    expect(attributes(html, "<fieldset")["aria-describedby"]).toBe("k5-error k5-anchor");
    expect(attributes(html, 'id="k5-anchor"')).toBeTruthy();
    expect(html).toContain('<a href="#team">核心团队</a>、<a href="#plan">实施计划</a>');
    expect(startTags(html).find((tag) => tag.startsWith("<details"))).toContain("open");
    expect(html).not.toContain("（可不填）");
  });
});

describe("the wafer", () => {
  test("has 37 dies in reading order, 13 of which draw 山", () => {
    expect(waferDies).toHaveLength(37);
    expect(waferDies.filter(isMountainDie)).toHaveLength(13);
    const order = waferDies.map(({ row, column }) => row * 7 + column);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  test.each([
    [0, 0],
    [0.25, 9],
    [96 / 142, 25],
    [0.999, 36],
    [1, 37],
    [1.2, 37],
    [-1, 0],
  ])("a share of %f lights %i dies: all of them only when nothing is missing", (share, lit) => {
    expect(count(render(<WaferProgress share={share} />), 'class="on"')).toBe(lit);
  });

  test("on the home page 117 lit dies draw 山 and the mark is symmetric", () => {
    const path = attributes(render(<WaferHero />), 'class="on"')["d"] ?? "";
    const across = [...path.matchAll(/M([\d.]+)/g)].map(([, x]) => Number(x));
    expect(across).toHaveLength(117);
    expect(across.map((x) => 480 - 13 - x).sort()).toEqual([...across].sort());
  });
});
