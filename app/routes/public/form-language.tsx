import type { ReactNode } from "react";
import { formDefinitionSchemaPath } from "#app/domain/forms/definition-json-schema.ts";
import { requestContext } from "#app/http/request-context.ts";
import { formLanguageMessages } from "#app/i18n/messages/form-language.ts";
import { siteMessages } from "#app/i18n/messages/site.ts";
import type { Route } from "./+types/form-language";
import { formLanguageView } from "./form-language-view.ts";

export const loader = ({ context }: Route.LoaderArgs) => {
  const { locale } = requestContext(context);
  return { locale, schemaPath: formDefinitionSchemaPath, ...formLanguageView(locale) };
};

/** The definition language for those who write or read forms as data. */
export default function FormLanguage({ loaderData }: Route.ComponentProps) {
  const { locale, schemaPath, shared, types, operators } = loaderData;
  const t = formLanguageMessages[locale];
  return (
    <div className="wrap pt-10">
      <title>{`${t.title} – ${siteMessages[locale].portalName}`}</title>
      <h1>{t.title}</h1>
      <p className="measure mt-4 text-lg">{t.lead}</p>
      <p className="measure mt-4">
        <a href={schemaPath}>{t.schema}</a>
      </p>
      <p className="measure mt-1">{t.schemaNote}</p>
      <h2 className="mt-10">{t.structure}</h2>
      <ul className="measure mt-3 list-disc pl-6">
        {[t.part, t.section, t.group, t.rule].map((line) => (
          <li key={line} className="py-1">
            {line}
          </li>
        ))}
      </ul>
      <h2 className="mt-10">{t.types}</h2>
      <p className="measure mt-3">
        {t.shared}
        {locale === "zh" ? "：" : ": "}
        <Names names={shared} />
      </p>
      <p className="measure mt-1">
        {t.columnsNote} {t.required}
      </p>
      <TypeTable types={types} t={t} />
      <h2 className="mt-10">{t.expressions}</h2>
      <p className="measure mt-3">{t.expressionsNote}</p>
      <OperatorTable operators={operators} t={t} />
    </div>
  );
}

type Words = (typeof formLanguageMessages)["zh"];
type View = ReturnType<typeof formLanguageView>;

function TypeTable({ types, t }: { types: View["types"]; t: Words }) {
  return (
    <Scrolling label={t.types}>
      <table className="tbl mt-4">
        <thead>
          <tr>
            <th scope="col">{t.type}</th>
            <th scope="col">{t.meaning}</th>
            <th scope="col">{t.attributes}</th>
          </tr>
        </thead>
        <tbody>
          {types.map(({ type, words, isColumn, attributes }) => (
            <tr key={type}>
              <th scope="row">
                <code>{type}</code>
                {isColumn && <span className="muted block text-sm font-normal">{t.column}</span>}
              </th>
              <td>{words}</td>
              <td>
                <Names names={attributes} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
}

function OperatorTable({ operators, t }: { operators: View["operators"]; t: Words }) {
  return (
    <Scrolling label={t.expressions}>
      <table className="tbl mt-4">
        <thead>
          <tr>
            <th scope="col">{t.operator}</th>
            <th scope="col">{t.meaning}</th>
            <th scope="col">{t.example}</th>
            <th scope="col">{t.readsAs}</th>
          </tr>
        </thead>
        <tbody>
          {operators.map(({ operator, words, json, reads }) => (
            <tr key={operator}>
              <th scope="row">
                <code>{operator}</code>
              </th>
              <td>{words}</td>
              <td>
                <code className="wrap-anywhere text-sm">{json}</code>
              </td>
              <td>{reads}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
}

function Scrolling({ label, children }: { label: string; children: ReactNode }) {
  return (
    // Who has no mouse scrolls it with the arrow keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="scroll-x" tabIndex={0} role="group" aria-label={label}>
      {children}
    </div>
  );
}

function Names({ names }: { names: readonly string[] }) {
  return names.map((name, index) => (
    <span key={name}>
      {index > 0 && " · "}
      <code>{name}</code>
    </span>
  ));
}
