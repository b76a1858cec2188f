import type { FormDefinition, Section } from "#app/domain/forms/definition.ts";
import type { NodeAddress, NodeKind } from "#app/domain/forms/edit/edit-operation.ts";
import { addressIn, type FormNode } from "#app/domain/forms/edit/find-node.ts";
import { formatCount } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { builderMessages } from "#app/i18n/messages/builder.ts";
import { builderPropertyMessages } from "#app/i18n/messages/builder-properties.ts";
import { Button } from "#app/ui/button.tsx";
import { nodeName } from "./node-name.ts";
import { anchorOf, editHref, tokenOf } from "./node-token.ts";
import { draftHref } from "./outline-place.ts";

interface OutlineProps {
  draftId: string;
  definition: FormDefinition;
  locale: Locale;
  mayEdit: boolean;
  /** Whether sections are closed, but for the one that is `open`. */
  folded: boolean;
  open: string | undefined;
}

/** The form as nested lists; every row moves and copies by its own buttons. */
export function Outline(props: OutlineProps) {
  return (
    <form method="post" noValidate data-outline={props.mayEdit || undefined}>
      <Nodes
        {...props}
        kind="part"
        into={undefined}
        nodes={props.definition.parts as unknown as FormNode[]}
      />
    </form>
  );
}

interface NodesProps extends OutlineProps {
  kind: NodeKind;
  into: string | undefined;
  nodes: readonly FormNode[];
}

function Nodes({ kind, into, nodes, ...props }: NodesProps) {
  return (
    <>
      {nodes.length > 0 && (
        <ul className="builder-list">
          {nodes.map((node) => (
            <Node key={node.key} {...props} kind={kind} into={into} node={node} />
          ))}
        </ul>
      )}
      {props.mayEdit && <AddLink {...props} kind={kind} into={into} nodes={nodes} />}
    </>
  );
}

function AddLink({ draftId, locale, kind, into, nodes }: NodesProps) {
  const query = new URLSearchParams({ kind, into: into ?? "", after: nodes.at(-1)?.key ?? "" });
  return (
    <p className="builder-add">
      <a href={`/staff/forms/${draftId}/add?${query}`}>{builderMessages[locale].addTo[kind]}</a>
    </p>
  );
}

type NodeProps = Omit<NodesProps, "nodes"> & { node: FormNode };

function Node({ node, kind, into, ...props }: NodeProps) {
  const at = addressIn(kind, into, node.key);
  const name = nodeName(node, props.locale);
  const isClosed = kind === "section" && props.folded && props.open !== node.key;
  return (
    <li id={anchorOf(at)} data-row={tokenOf(at)} data-closed={isClosed || undefined}>
      <div className="builder-row">
        <span className="builder-name">
          {props.mayEdit ? <a href={editHref(props.draftId, at)}>{name}</a> : name}{" "}
          <small className="muted">{factsOf(node, kind, props.locale).join(" · ")}</small>
          {kind === "section" && props.folded && <Fold {...props} node={node} isClosed={isClosed} />}
        </span>
        {props.mayEdit && <RowActs at={at} name={name} locale={props.locale} />}
      </div>
      {!isClosed && <Below {...props} node={node} kind={kind} into={into} />}
    </li>
  );
}

/** Opens a section with what is in it, or closes it again. */
function Fold({ draftId, locale, node, isClosed }: OutlineProps & { node: FormNode; isClosed: boolean }) {
  const t = builderMessages[locale];
  const section = node as unknown as Section;
  const questions = section.groups.reduce((sum, group) => sum + group.questions.length, 0);
  const at = { kind: "section", key: node.key } as const;
  const query: Record<string, string> = isClosed ? { open: node.key } : {};
  return (
    <a
      className="builder-fold"
      href={`${draftHref(draftId, query)}#${anchorOf(at)}`}
      aria-label={(isClosed ? t.openSection : t.closeSection)(nodeName(node, locale))}
    >
      {isClosed ? t.openWith(formatCount(questions)) : t.close}
    </a>
  );
}

function Below({ node, kind, into, ...props }: NodeProps) {
  const list = (below: NodeKind, property: string, inside: string) => (
    <Nodes {...props} kind={below} into={inside} nodes={(node[property] ?? []) as FormNode[]} />
  );
  switch (kind) {
    case "part":
      return list("section", "sections", node.key);
    case "section":
      return (
        <>
          {list("group", "groups", node.key)}
          {list("rule", "rules", node.key)}
          {list("advice", "advice", node.key)}
        </>
      );
    case "group":
      return list("question", "questions", `${into}/${node.key}`);
    case "question":
      return node["type"] === "table" ? list("column", "columns", node.key) : null;
    default:
      return null;
  }
}

function RowActs({ at, name, locale }: { at: NodeAddress; name: string; locale: Locale }) {
  const t = builderMessages[locale];
  const token = tokenOf(at);
  return (
    <span className="builder-acts">
      <Button size="sm" variant="quiet" name="up" value={token} aria-label={t.upOf(name)}>
        {t.up}
      </Button>
      <Button size="sm" variant="quiet" name="down" value={token} aria-label={t.downOf(name)}>
        {t.down}
      </Button>
      <Button size="sm" variant="quiet" name="copy" value={token} aria-label={t.copyOf(name)}>
        {t.copy}
      </Button>
    </span>
  );
}

function factsOf(node: FormNode, kind: NodeKind, locale: Locale): string[] {
  const t = builderMessages[locale];
  const type =
    typeof node["type"] === "string" ? builderPropertyMessages[locale].types[node["type"]] : undefined;
  return [
    type ?? t.kinds[kind],
    node.key,
    ...(node["required"] === true ? [t.required] : []),
    ...(node["visibleWhen"] !== undefined || typeof node["required"] === "object" ? [t.conditional] : []),
    ...(node["restricted"] === true ? [t.restricted] : []),
  ];
}
