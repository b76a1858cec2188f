import { applicationWorkflow } from "./workflow.ts";

/** The workflow as a Mermaid state diagram, kept beside the table it is drawn from. */
export function workflowDiagram(): string {
  const arrows = Object.entries(applicationWorkflow).flatMap(([event, { from, to, by }]) =>
    from.map((state) => `  ${state} --> ${to}: ${event} (${by.join(", ")})`),
  );
  const finals = finalStates().map((state) => `  ${state} --> [*]`);
  return ["stateDiagram-v2", "  [*] --> draft", ...arrows, ...finals, ""].join("\n");
}

/** States no event leads out of. */
function finalStates(): string[] {
  const steps = Object.values(applicationWorkflow);
  const left = new Set<string>(steps.flatMap(({ from }) => [...from]));
  return [...new Set<string>(steps.map(({ to }) => to))].filter((state) => !left.has(state));
}
