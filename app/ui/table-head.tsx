import { shellMessages } from "#app/i18n/messages/shell.ts";
import { classNames } from "./class-names.ts";
import { usePage } from "./page-context.tsx";
import type { Column } from "./table-column.ts";

const arrows = { ascending: "↑", descending: "↓" } as const;

export function TableHead<Row>({ columns }: { columns: readonly Column<Row>[] }) {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th
            key={column.id}
            scope="col"
            className={classNames(column.numeric && "num", column.className)}
            aria-sort={column.sort}
          >
            <HeadWords column={column} />
          </th>
        ))}
      </tr>
    </thead>
  );
}

function HeadWords<Row>({ column }: { column: Column<Row> }) {
  const { head, hideHead, sort, sortHref } = column;
  const t = shellMessages[usePage().locale];
  if (hideHead) return <span className="sr-only">{head}</span>;
  const words = (
    <>
      {head}
      {sort && <span aria-hidden="true">{arrows[sort]}</span>}
    </>
  );
  if (!sortHref) return words;
  const title = typeof head === "string" ? t.sortBy({ column: head }) : undefined;
  return (
    <a href={sortHref} title={title}>
      {words}
    </a>
  );
}
