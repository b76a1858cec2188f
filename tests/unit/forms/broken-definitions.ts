import { brokenAbroad } from "./broken-abroad.ts";
import { brokenRings } from "./broken-rings.ts";
import {
  advice,
  text,
  question,
  table,
  form,
  rule,
  number,
  shown,
  computed,
  choice,
  words,
  file,
  cell,
  ref,
  deep,
  ruled,
  twice,
} from "./definition-parts.ts";

/** What is wrong, the definition, and the problem as place, code and params. */
export const brokenDefinitions: [string, unknown, string][] = [
  ["nothing at all", null, " not_a_definition"],
  ["a newer language", { ...form([number("a")]), language: 2 }, "language language_unknown"],
  ["endless nesting", form([shown("a", deep(80))]), " too_deep"],
  ["a question of no known type", form([question("a", { type: "essay" })]), "s.a.type type_unknown"],
  [
    "an attribute the type does not have",
    form([question("a", { options: [] })]),
    "s.a.options attribute_unknown name=options",
  ],
  [
    "a text in one language only",
    form([question("a", { label: { zh: "甲" } })]),
    "s.a.label.en attribute_missing",
  ],
  ["an empty text", form([question("a", { label: { zh: "", en: "A" } })]), "s.a.label.zh text_empty"],
  ["a key with a capital", form([question("Name")]), "s.Name.key key_form"],
  ["a question without a key", form([{ type: "mobile", label: text("a") }]), "s.#1.key attribute_missing"],
  ["a limit that is no number", form([number("a", { max: "ten" })]), "s.a.max attribute_wrong"],
  [
    "an expression that cannot be read, down to its part",
    form([shown("a", { and: [true, { not: { eq: [1, { power: [2, 3] }] } }] })]),
    "s.a.visibleWhen:and.1.not.eq.1 expression_form",
  ],
  [
    "a broken condition of a column",
    form([table({ columns: [number("x", { visibleWhen: { nope: 1 } })] })]),
    "s.rows.x.visibleWhen expression_form",
  ],
  ["two parts of one name", twice("parts"), "p duplicate_part name=p"],
  ["two sections of one name", twice("sections"), "s duplicate_section name=s"],
  ["two groups of one name", twice("groups"), "s.g duplicate_group name=g"],
  ["a question twice", form([number("a"), number("a")]), "s.a duplicate_question name=a"],
  [
    "a column twice",
    form([table({ columns: [number("x"), number("x")] })]),
    "s.rows.x duplicate_column name=x",
  ],
  [
    "a row twice",
    form([table({ fixedRows: [1, 2].map(() => ({ id: "r1", label: text("r") })) })]),
    "s.rows.r1 duplicate_row name=r1",
  ],
  ["an option twice", form([choice("a", ["x", "x"])]), "s.a.x duplicate_option name=x"],
  ["a rule twice", form([number("a")], { rules: [rule({}), rule({})] }), "s.rules.r duplicate_rule name=r"],
  ["a column called id", form([table({ columns: [number("id")] })]), "s.rows.id column_called_id"],
  [
    "an unknown name",
    form([shown("a", { eq: [ref("zz"), 1] })]),
    "s.a.visibleWhen:eq.0 unknown_question name=zz",
  ],
  [
    "an unknown name deep inside",
    form([number("b"), shown("a", { or: [{ gt: [ref("b"), 1] }, { not: { answered: ref("zz") } }] })]),
    "s.a.visibleWhen:or.1.not.answered unknown_question name=zz",
  ],
  [
    "a cell outside a table",
    form([question("a", { required: { eq: [cell("x"), 1] } })]),
    "s.a.required:eq.0 cell_outside_table name=x",
  ],
  [
    "a column that is not there",
    form([question("a", { required: { any: { of: "rows", where: { eq: [cell("zz"), 1] } } } }), table()]),
    "s.a.required:any.where.eq.0 unknown_column table=rows name=zz",
  ],
  [
    "a table that is none",
    form([number("a"), number("b", { required: { any: { of: "a", where: true } } })]),
    "s.b.required:any unknown_table name=a",
  ],
  [
    "a table's rows inside another's",
    form([table(), shown("a", { any: { of: "rows", where: { gt: [{ count: { of: "rows" } }, 1] } } })]),
    "s.a.visibleWhen:any.where.gt.0.count nested_table table=rows",
  ],
  [
    "a figure as a condition",
    form([number("b"), shown("a", ref("b"))]),
    "s.a.visibleWhen wrong_kind found=number wanted=boolean",
  ],
  [
    "a comparison of unlike things",
    form([number("a"), shown("b", { eq: [ref("a"), "x"] })]),
    "s.b.visibleWhen:eq kinds_not_compared left=number right=text",
  ],
  [
    "a text compared with money",
    form([words("a"), question("m", { type: "money" }), shown("b", { gt: [ref("m"), ref("a")] })]),
    "s.b.visibleWhen:gt kinds_not_compared left=number right=text",
  ],
  [
    "a date compared with words",
    form([question("d", { type: "date" }), words("w"), shown("b", { lt: [ref("d"), ref("w")] })]),
    "s.b.visibleWhen:lt kinds_not_compared left=date right=text",
  ],
  [
    "yes and no put in order",
    form([question("y", { type: "yes_no" }), shown("b", { lt: [ref("y"), true] })]),
    "s.b.visibleWhen:lt kinds_have_no_order kind=boolean",
  ],
  [
    "options of a figure",
    form([number("a"), shown("b", { in: [ref("a"), ["x"]] })]),
    "s.b.visibleWhen:in kind_has_no_options kind=number",
  ],
  [
    "branches of two kinds",
    form([number("a"), computed("c", { if: [{ gt: [ref("a"), 1] }, 1, "x"] })]),
    "s.c.value:if branches_differ kinds=number text",
  ],
  [
    "words computed as a figure",
    form([words("a"), computed("c", ref("a"))]),
    "s.c.value result_kind found=text wanted=number",
  ],
  [
    "words written as money in a message",
    ruled({ params: { gap: { value: "x", as: "money" } }, message: text("{gap}") }),
    "s.rules.r.params.gap result_kind found=text wanted=number",
  ],
  [
    "an option that is not there",
    form([table({ columns: [...table().columns, shown("y", { eq: [cell("kind"), "zz"] })] })]),
    "s.rows.y.visibleWhen:eq unknown_option name=kind option=zz",
  ],
  [
    "an exclusive option that is not there",
    form([choice("a", ["x"], { type: "multi_choice", exclusive: "zz" })]),
    "s.a.exclusive unknown_option name=a option=zz",
  ],
  [
    "a fixed row that is not there",
    form([
      number("a", { required: { gt: [{ at: { of: "rows", row: "zz", column: "x" } }, 1] } }),
      table({ fixedRows: [{ id: "r1", label: text("1") }] }),
    ]),
    "s.a.required:gt.0 unknown_row table=rows row=zz",
  ],
  [
    "a fixed row named by its id that is not there",
    form([
      number("a", { required: { any: { of: "rows", where: { eq: [cell("id"), "zz"] } } } }),
      table({ fixedRows: [{ id: "r1", label: text("1") }] }),
    ]),
    "s.a.required:any.where.eq unknown_row table=rows row=zz",
  ],
  [
    "files of a question without files",
    form([number("a"), shown("b", { gt: [{ files: "a" }, 0] })]),
    "s.b.visibleWhen:gt.0 unknown_file_question name=a",
  ],
  [
    "a licence that is no file",
    form([question("u", { type: "uscc", licenceIn: "zz" })]),
    "s.u.licenceIn unknown_file_question name=zz",
  ],
  [
    "a kind of right in no column",
    form([table({ columns: [question("n", { type: "ip_number", kindColumn: "zz" })] })]),
    "s.rows.n.kindColumn unknown_column name=zz",
  ],
  [
    "an answer of a note",
    form([{ key: "n", type: "static", label: text("n") }, shown("a", { answered: ref("n") })]),
    "s.a.visibleWhen:answered no_answer name=n",
  ],
  ["a pair that is not there", form([words("a", { pairOf: "zz" })]), "s.a.pairOf unknown_pair name=zz"],
  ["a pair of two kinds", form([words("a", { pairOf: "b" }), number("b")]), "s.a.pairOf pair_kind name=b"],
  [
    "two titles",
    form([words("a", { listedAs: "title" }), words("b", { listedAs: "title", language: "en" })]),
    "s.b.listedAs listed_twice name=a",
  ],
  [
    "two amounts applied for",
    form([
      question("a", { type: "money", listedAs: "amount" }),
      question("b", { type: "money", listedAs: "amount" }),
    ]),
    "s.b.listedAs listed_twice name=a",
  ],
  [
    "a total of no column",
    form([table({ totals: ["zz"] })]),
    "s.rows.totals unknown_column table=rows name=zz",
  ],
  ["a total of words", form([table({ totals: ["kind"] })]), "s.rows.totals total_not_number name=kind"],
  [
    "a statement without fixed rows",
    form([table({ layout: "statement" })]),
    "s.rows.layout statement_needs_rows",
  ],
  [
    "more rows required than allowed",
    form([table({ minRows: 9 })]),
    "s.rows.minRows rows_crossed least=9 most=5",
  ],
  [
    "more fixed rows than allowed",
    form([table({ maxRows: 1, fixedRows: ["a", "b"].map((id) => ({ id, label: text(id) })) })]),
    "s.rows.fixedRows fixed_rows_exceed least=2 most=1",
  ],
  [
    "figures' limits crossed",
    form([number("a", { min: 5, max: 4 })]),
    "s.a.min limits_crossed least=5 most=4",
  ],
  [
    "a share above 100 at least",
    form([question("a", { type: "percent", min: 101 })]),
    "s.a.min limits_crossed least=101 most=100",
  ],
  [
    "a column's limits crossed",
    form([table({ columns: [number("x", { min: 2, max: 1 })] })]),
    "s.rows.x.min limits_crossed least=2 most=1",
  ],
  [
    "text limits crossed",
    form([words("a", { limits: { zh: { max: 9 }, en: { min: 20, max: 10 } } })]),
    "s.a.limits.en limits_crossed least=20 most=10",
  ],
  [
    "dates' limits crossed",
    form([question("a", { type: "date", notBefore: "2027-01-01", notAfter: "2026-01-01" })]),
    "s.a.notBefore limits_crossed least=2027-01-01 most=2026-01-01",
  ],
  ["files' limits crossed", form([file("a", { minCount: 3 })]), "s.a.minCount limits_crossed least=3 most=2"],
  [
    "more options required than there are",
    form([choice("a", ["x"], { type: "multi_choice", min: 2 })]),
    "s.a.min options_too_few least=2 most=1",
  ],
  [
    "public and restricted at once",
    form([number("a", { public: true, restricted: true })]),
    "s.a.public public_and_restricted",
  ],
  ["a rule pointing nowhere", ruled({ at: ["zz"] }), "s.rules.r.at unknown_question name=zz"],
  [
    "a rule pointing at no column",
    ruled({ at: ["rows/zz"] }),
    "s.rules.r.at unknown_column table=rows name=zz",
  ],
  [
    "a rule for each row pointing at no column",
    ruled({ forEach: "rows", at: ["zz"] }),
    "s.rules.r.at unknown_column table=rows name=zz",
  ],
  ["a rule over the rows of no table", ruled({ forEach: "a" }), "s.rules.r.forEach unknown_table name=a"],
  [
    "a message with a value it does not have",
    ruled({ message: text("{gap}") }),
    "s.rules.r.message unknown_placeholder name=gap",
  ],
  [
    "two self-checks of one name",
    form([number("a")], { advice: [advice("c"), advice("c")] }),
    "s.advice.c duplicate_advice name=c",
  ],
  [
    "a self-check of a name that is not there",
    form([number("a")], { advice: [advice("c", { holds: { gt: [ref("zz"), 1] } })] }),
    "s.advice.c.items.i.holds:gt.0 unknown_question name=zz",
  ],
  ...brokenAbroad,
  ...brokenRings,
  [
    "an answer required by itself",
    form([number("a", { required: { gt: [ref("a"), 1] } })]),
    "s.a.required required_by_itself",
  ],
  [
    "a section that opens itself",
    form([number("a")], { opensWhen: { answered: ref("a") } }),
    "s.opensWhen opens_itself name=a",
  ],
];
