import { type Compilable, type CompiledQuery, type RawBuilder, sql } from "kysely";
import type { Read } from "./database.ts";
import { keptQuery } from "./kept-query.ts";

/** Stands among the parameters of the kept text where a value goes. */
class Place {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A statement of which only the values change, put into SQL once for a database. For what every page asks:
 * writing the text anew costs more than running it.
 */
export function keptStatement<const Name extends string, Row>(
  names: readonly Name[],
  build: (db: Read, values: Record<Name, RawBuilder<string>>) => Compilable<Row>,
): (db: Read, values: Record<Name, string>) => Promise<Row[]> {
  const places = Object.fromEntries(names.map((name) => [name, sql.val(new Place(name))])) as Record<
    Name,
    RawBuilder<never>
  >;
  const compiled = keptQuery((db): CompiledQuery<Row> => build(db, places).compile());
  return async (db, values) => {
    const query = compiled(db);
    const parameters = query.parameters.map((each) =>
      each instanceof Place ? values[each.name as Name] : each,
    );
    return (await db.executeQuery<Row>({ ...query, parameters })).rows;
  };
}
