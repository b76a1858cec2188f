import { readFileSync } from "node:fs";
import { formDefinitionSchema, type FormDefinition, type Question } from "#app/domain/forms/definition.ts";
import type { RawAnswers, RawRow, RawValue } from "#app/domain/forms/raw-answers.ts";
import type { ExampleApplication } from "../example-applications.ts";

/**
 * Forms that other funders ask for, each put together from an empty form on the pages of the form builder, question
 * by question, and kept byte for byte as it exported them: an innovation grant of the United Kingdom, a short
 * application of the European Union and a full one of the United States. Whoever changes one does it there.
 */
export const outsideForms = ["uk-innovation", "eu-accelerator", "us-chips"] as const;
export type OutsideForm = (typeof outsideForms)[number];

export const outsideFormText = (name: OutsideForm): string =>
  readFileSync(new URL(`${name}.json`, import.meta.url), "utf8");

const rows = (...cells: Record<string, RawValue>[]): RawRow[] =>
  cells.map((row, index) => ({ id: `row${index + 1}`, cells: row }));

const fixed = (cells: Record<string, Record<string, RawValue>>): RawRow[] =>
  Object.entries(cells).map(([id, row]) => ({ id, cells: row }));

const answers: Record<OutsideForm, RawAnswers> = {
  "uk-innovation": {
    start_date: "2027-04-01",
    duration: "24",
    resubmission: "yes",
    previous_number: "10001234",
    lead_number: "01234567",
    lead_postcode: ["1 Example Road", "", "Cardiff", "Wales", "CF10 3AT"],
    lead_size: "small",
    collaborative: "yes",
    partners: rows(
      {
        ...{ name: "Example University", kind: "research", cost: "120000", grant: "84000" },
        location: ["2 Example Road", "", "Bristol", "", "BS8 1TH", "GB"],
        lead_person: ["Professor Example", "Principal investigator", "", "lead@university.example"],
        role: "Measures the wafers and models the losses at the interface.",
        existing_support: "no",
      },
      {
        ...{ name: "Example Photonics Ltd", kind: "business", cost: "80000", grant: "56000" },
        company_number: "07654321",
        location: ["3 Example Road", "", "Newport", "Wales", "NP10 8BE", "GB"],
        lead_person: ["Partner Example", "Operations director", "", "lead@photonics.example"],
        role: "Builds the pilot modules and tests them with two customers.",
        existing_support: "yes",
        existing_support_text: "A regional voucher of GBP 5,000 for metrology.",
        equipment_price: ["18,500.50", "EUR"],
      },
    ),
    subsidy_rules: "subsidy_control",
    animal_testing: "yes",
    international: "yes",
    costs: fixed({
      labour: { amount: "300000" },
      overheads: { amount: "60000" },
      materials: { amount: "40000" },
      capital: { amount: "50000" },
      subcontracts: { amount: "30000" },
      travel: { amount: "15000" },
      other: { amount: "5000" },
    }),
    grant_sought: "350000",
    other_funding: "yes",
    other_amount: "20000",
  },
  "eu-accelerator": {
    acronym: "WAFERLIGHT",
    fields: ["digital", "deep"],
    applicant_kind: "sme",
    country: "NL",
    pic: "912345678",
    vat: "NL123456789B01",
    founded: "2021-05-17",
    staff: "14.5",
    website: "https://waferlight.example",
    contact_email: "contact@waferlight.example",
    owners: rows(
      { name: "Founder One", owner_country: "NL", stake: "60" },
      { name: "Seed Fund Example", owner_country: "DE", stake: "25.5" },
    ),
    trl_now: "6",
    people: rows({ name: "Founder One", position: "Chief executive", gender: "woman", time: "100" }),
    support: "blended",
    grant: "2100000",
    equity: "5000000",
    packages: rows(
      { name: "Pilot line", from_month: "1", to_month: "12", eligible: "1800000" },
      { name: "Qualification", from_month: "10", to_month: "24", eligible: "1200000" },
    ),
    video: "https://video.example/waferlight",
  },
  "us-chips": {
    uei: "ZQGGHJH74DW7",
    ein: "12-3456789",
    us_address: ["1 Example Avenue", "Suite 3", "Exampleville", "Ohio", "43004"],
    lead_contact: "contact@fab.example",
    related: "yes",
    related_number: "PRE-0042",
    incentives: rows({ name: "State of Example", form: "tax", worth: "120500000", offered_on: "2026-03-02" }),
    facility_kind: "mature",
    logic_or_memory: "power",
    work_kind: ["construction", "expansion"],
    sites: rows({
      name: "Fab One",
      site_place: "Exampleville, Ohio",
      wafer_size: "s200",
      wafers: "20000",
      capex: "1500000000",
      start_month: "2027-03",
      output_month: "2029-06",
    }),
    ownership: "public",
    foreign_owned: "yes",
    foreign_owners: rows({ name: "Holding Example", owner_country: "JP", stake: "12.5" }),
    customers: rows({ name: "Car maker", evidence: "contract", volume_share: "40" }),
    sources: fixed({
      equity: { sum: "600000000" },
      debt: { sum: "300000000" },
      state: { sum: "120500000" },
      credit: { sum: "300000000" },
      direct: { sum: "200000000" },
      loan: { sum: "0" },
    }),
    irr_with: "14.5",
    irr_without: "8",
    environment_review: "done",
    managers: rows(
      { name: "Chief One", role: "Chief executive", years: "22" },
      { name: "Chief Two", role: "Chief engineer", years: "18" },
    ),
    jobs: fixed({
      construction: { people: "1200", pay: "70000" },
      technician: { people: "450", pay: "65000" },
      engineer: { people: "200", pay: "120000" },
      other: { people: "80", pay: "60000" },
    }),
  },
};

const today = "2026-12-09";

const questionsOf = (definition: FormDefinition): Question[] =>
  definition.parts
    .flatMap(({ sections }) => sections)
    .flatMap(({ groups }) => groups)
    .flatMap(({ questions }) => questions);

/** Texts and declarations that need no figure of their own. */
function plainAnswer(question: Question): RawValue | undefined {
  if (question.type === "declaration") return "yes";
  if (question.type === "short_text") return question.label.en.slice(0, 12).trim();
  if (question.type === "long_text") return `${question.label.en}: as the plan of the project says.`;
  return undefined;
}

function outsideApplication(name: OutsideForm): ExampleApplication {
  const definition = formDefinitionSchema.parse(JSON.parse(outsideFormText(name)));
  const questions = questionsOf(definition);
  const plain = questions.flatMap((question): [string, RawValue][] => {
    const answer = plainAnswer(question);
    return answer === undefined ? [] : [[question.key, answer]];
  });
  const files = questions.flatMap((question, index) => {
    if (question.type !== "file") return [];
    const id = `01930000-0000-7000-8000-${String(index + 1).padStart(12, "0")}`;
    return [[question.key, [{ id, name: `${question.key}.${question.accept[0]}`, size: 900_000 }]] as const];
  });
  return {
    ...{ code: name, strand: name, definition },
    answers: { ...Object.fromEntries(plain), ...answers[name] },
    env: { today, files: Object.fromEntries(files) },
  };
}

export const outsideApplications: ExampleApplication[] = outsideForms.map(outsideApplication);
