import type { Page } from "@playwright/test";

/** Who walks through which pages of the demonstration; `at` a listing follows its first row of that kind. */
export interface Walk {
  who: string | undefined;
  pages: readonly string[];
  /** On that page, the first link whose address matches; or a page beside it. */
  follow?: readonly (readonly [from: string, link: RegExp, beside?: (href: string) => string])[];
}

export const walks: Record<string, Walk> = {
  visitor: {
    who: undefined,
    pages: [
      "/",
      "/calls",
      "/calls/C5",
      "/calls/C5/eligibility",
      "/calls/C5/eligibility?result=1",
      "/notices",
      "/guide",
      "/privacy",
      "/accessibility",
      "/schema/form-definition",
      "/contact",
      "/verify-audit",
      "/register",
      "/sign-in",
      "/reset",
      "/verify-email/forged",
      "/reset/forged",
      "/invitations/forged",
      "/test-invitations/forged",
      "/no/such/page",
    ],
    follow: [["/notices", /^\/notices\/.+/]],
  },
  owner: {
    who: "owner@jiazi.example",
    pages: [
      "/workspace",
      "/calls-to-try",
      "/companies/new",
      "/applications/new?call=C5",
      "/account",
      "/account/password",
    ],
    follow: [
      ["/account", /^\/account\/sessions/],
      ["/account", /^\/account\/second-factor/],
      ["/workspace", /^\/companies\/[\w-]{36}$/],
      ["/workspace", /^\/companies\/[\w-]{36}\/members$/],
      ["/workspace", /^\/applications\/[\w-]{36}$/],
      ["/workspace", /^\/applications\/[\w-]{36}\/status$/],
      ["/workspace", /^\/applications\/[\w-]{36}\/status$/, (href) => href.replace("/status", "/questions")],
    ],
  },
  reviewer: {
    who: "reviewer1@experts.example",
    pages: [
      "/reviews",
      "/reviews?view=done",
      "/reviews/wishes",
      "/reviews?view=closed&q=nothing",
      "/reviews/details/expertise",
      "/reviews/details/employers",
      "/reviews/details/interests",
      "/reviews/details/availability?saved=1",
    ],
    follow: [
      ["/reviews?view=to_declare", /^\/reviews\/[\w-]{36}\/declare$/],
      ["/reviews?view=in_progress", /^\/reviews\/[\w-]{36}$/],
      ["/reviews?view=done", /^\/reviews\/[\w-]{36}$/],
      ["/reviews?view=in_progress", /^\/reviews\/[\w-]{36}$/, (href) => `${href}/questions`],
    ],
  },
  officer: {
    who: "officer@fund.example",
    pages: [
      "/staff",
      "/staff/applications",
      "/staff/applications?q=zzzz",
      "/staff/checks",
      "/staff/assignments",
      "/staff/assignments?view=conflicts",
      "/staff/assignments?view=judged",
      "/staff/assignments?view=late",
      "/staff/assignments/C7",
      "/staff/assignments/C7?preview=1&declared=10&text=zz&wish=0",
      "/staff/assignments/C7/proposal",
      "/staff/assignments/C7/release",
      "/staff/questions",
      "/staff/questions?view=done",
      "/staff/ranking",
      "/staff/ranking/C5",
      "/staff/ranking/C5?calibrated&sort=-calibrated&line=2",
      "/staff/ranking/C5/calibration",
      "/staff/decisions",
      "/staff/decisions?state=all",
      "/staff/calls",
      "/staff/forms",
      "/staff/companies?show=all",
      "/staff/reviewers",
      "/staff/reviewers?text=zzzz",
      "/staff/audit",
      "/staff/working-days",
    ],
    follow: [
      ["/staff/applications?state=formal_review", /^\/staff\/applications\/[\w-]{36}$/],
      ["/staff/applications?state=expert_review", /^\/staff\/applications\/[\w-]{36}$/],
      ["/staff/checks", /^\/staff\/applications\/[\w-]{36}\/check$/],
      ["/staff/assignments", /^\/staff\/applications\/[\w-]{36}\/reviewers$/],
      ["/staff/questions", /^\/staff\/applications\/[\w-]{36}\/questions/],
      ["/staff/ranking/C5", /^\/staff\/ranking\/C5\/[\w-]{36}$/],
      ["/staff/decisions?state=all", /^\/staff\/decisions\/[\w-]{36}$/],
      ["/staff/calls", /^\/staff\/calls\/[\w-]{36}$/],
      ["/staff/reviewers", /^\/staff\/reviewers\/[\w-]{36}$/],
      ["/staff/companies?show=all", /^\/staff\/companies\/[\w-]{36}$/],
    ],
  },
  administrator: {
    who: "administrator@fund.example",
    pages: [
      "/staff/people",
      "/staff/people?kind=applicants",
      "/staff/people/invite",
      "/staff/people/invitations",
      "/staff/mail",
      "/staff/working-days",
      "/staff/working-days/2027",
      "/staff/working-days/2028",
      "/staff/calls/new",
    ],
    follow: [
      ["/staff/calls", /^\/staff\/calls\/[\w-]{36}$/],
      ["/staff/people", /^\/staff\/people\/[\w-]{36}$/],
      ["/staff/mail", /^\/staff\/mail\/[\w-]{36}$/],
    ],
  },
};

/** Pages of one application that hang on its state; found once, opened by its company. */
export const ofApplication = (application: string, sections: readonly string[]): string[] => [
  application,
  ...sections.map((key) => `${application}/sections/${key}`),
  `${application}/sections/${sections[0]}/history`,
  `${application}/sections/equipment/tables/equipment/import`,
  `${application}/carry-over`,
  `${application}/carry-over?from=profile`,
  `${application}/profile-update`,
  `${application}/check`,
  `${application}/status`,
  `${application}/print`,
  `${application}/delete`,
];

export async function linkOn(page: Page, from: string, link: RegExp): Promise<string | undefined> {
  await page.goto(from);
  const hrefs = await page
    .locator("a[href]")
    .evaluateAll((links) => links.map((each) => each.getAttribute("href")));
  return hrefs.find((href) => href !== null && link.test(href)) ?? undefined;
}

/** Every address of a walk, with the links it follows resolved. */
export async function addressesOf(page: Page, walk: Walk): Promise<string[]> {
  const found: string[] = [];
  const missing: string[] = [];
  for (const [from, link, beside = (same: string) => same] of walk.follow ?? []) {
    const href = await linkOn(page, from, link);
    if (href) found.push(beside(href));
    else missing.push(`${from} has no link to ${link}`);
  }
  if (missing.length > 0) throw new Error(missing.join("\n"));
  return [...walk.pages, ...found];
}
