import { describe, expect, test } from "vitest";
import { collectNames } from "#app/domain/applications/steering-keys.ts";
import { compileForm, type CompiledQuestion } from "#app/domain/forms/compile-form.ts";
import type { TableColumn } from "#app/domain/forms/definition.ts";
import { exampleApplications } from "#tests/world/example-applications.ts";

/**
 * Who may see what is asked is decided question by question. Whatever sounds of a person, a customer, a contract or
 * an export licence is restricted, or stands here with the reason why those who judge the project see it.
 */
const openBecause: Record<string, readonly string[]> = {
  "conflicts of interest are told by it": [
    "shareholders/holder_uscc",
    "affiliates/party_uscc",
    "related_transactions/party_uscc",
    "partners/partner_uscc",
    "institute_uscc",
    "manager_uscc",
    "entity_uscc",
  ],
  "the applicant itself, as on its licence": ["uscc", "reg_address", "office_address"],
  "where it is built is part of what is applied for": ["site_address"],
  "the team is scored, and conflicts are told by its names": [
    "team/name",
    "team/gender",
    "team/birth_year",
    "centre_people/lead_name",
    "founders/founder",
    "inventors/inventor",
    "key_persons/person",
    "a16_team_papers",
  ],
  "no name is in it": [
    "ip_rights/burden",
    "defects/defect_wanted",
    "customers/contract",
    "planning_permit",
    "partners/contract",
    "chip_revenue/chip_customers",
    "client_conflicts",
    "data_abroad",
    "data_incidents",
    "field_reliability/field_ppm_wanted",
    "source_kind",
    "source_state",
    "source_burdened",
  ],
  "a list of tools is judged by what may be bought": [
    "equipment/export_licence",
    "eda_ip/eda_controlled",
    "parts/part_controlled",
  ],
  "what it proves is scored, and its words ask to black out the rest": [
    "a11_design_proof",
    "a12_service_contracts",
    "a13_equipment_quotes",
    "a15_cooperation",
  ],
};

/** Customers, whom an applicant may name by a code (domain 3.2-H): that must be said where they are asked for. */
const underCode = [
  "customers",
  "customers/customer",
  "service_clients",
  "service_clients/client",
  "field_projects/end_customer",
  "epi_qualifications/epi_customer",
];

const sensitiveTypes = new Set(["mobile", "email", "person", "uscc"]);
const sensitiveWords =
  /身份证|护照|账号|账户|客户|终端|出生|性别|住址|地址|征信|社保|合同|简历|管制|许可|姓名|两用|回避|电话|个人/;

const isShut = ({ field, section }: CompiledQuestion) =>
  section.section.restricted === true || ("restricted" in field && field.restricted === true);

const soundsSensitive = ({ type, label, shortLabel }: Asked): boolean =>
  sensitiveTypes.has(type) || sensitiveWords.test(`${label.zh} ${shortLabel?.zh ?? ""}`);

type Asked = Pick<TableColumn, "label" | "shortLabel"> & { type: string };

const openPlaces = exampleApplications.flatMap(({ code, definition }) =>
  [...compileForm(definition).questionByKey.values()]
    .filter((question) => !isShut(question) && question.section.section.kind !== "signing")
    .flatMap((question) => {
      const { field } = question;
      if (field.type === "static") return [];
      const columns = field.type === "table" ? field.columns : [];
      const asked: [string, Asked][] = [
        [field.key, field],
        ...columns.map((column): [string, Asked] => [`${field.key}/${column.key}`, column]),
      ];
      return asked
        .filter(([, each]) => soundsSensitive(each))
        .map(([path, { type }]) => ({ code, path, type, question }));
    }),
);

describe("of what the twelve forms ask", () => {
  test("whatever sounds sensitive is restricted, or open for a reason that is written down", () => {
    const decided = new Set([...Object.values(openBecause).flat(), ...underCode]);
    expect(
      openPlaces.filter(({ path }) => !decided.has(path)).map(({ code, path }) => `${code} ${path}`),
    ).toEqual([]);
    const asked = new Set(openPlaces.map(({ path }) => path));
    expect([...decided].filter((path) => !asked.has(path))).toEqual([]);
  });

  test("no way to reach a person stands open, not even in a table", () => {
    expect(openPlaces.filter(({ type }) => ["mobile", "email", "person"].includes(type))).toEqual([]);
  });

  test("customers may be given under a code, and the form says so", () => {
    for (const { path, question } of openPlaces.filter((place) => underCode.includes(place.path))) {
      const said = JSON.stringify([question.field, question.section.section.notes]);
      expect(said, path).toMatch(/代号/);
    }
  });

  test("papers that are open are blacked out where they name accounts or people", () => {
    const papers = openPlaces.filter(({ type }) => type === "file");
    expect(papers.length).toBeGreaterThan(15);
    for (const { path, question } of papers)
      expect("help" in question.field && question.field.help?.zh, path).toMatch(/遮去/);
  });

  test("nothing open is worked out from what is restricted, or shows because of it", () => {
    for (const { code, definition } of exampleApplications) {
      const questions = [...compileForm(definition).questionByKey.values()];
      const shut = new Set(questions.filter(isShut).map(({ field }) => field.key));
      for (const question of questions.filter((each) => !isShut(each))) {
        const { field, section, group } = question;
        const names = new Set<string>();
        for (const part of [
          section.section.visibleWhen,
          group.group.visibleWhen,
          field.visibleWhen,
          field.type === "computed" ? field.value : undefined,
          field.type === "table" ? field.columns : undefined,
        ])
          collectNames(part, names);
        expect(
          [...names].filter((name) => shut.has(name)),
          `${code} ${field.key}`,
        ).toEqual([]);
      }
    }
  });
});
