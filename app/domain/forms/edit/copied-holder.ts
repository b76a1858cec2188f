import type { FormDefinition, Part, QuestionGroup, Section } from "../definition.ts";
import type { NodeAddress } from "./edit-operation.ts";
import type { FormNode } from "./find-node.ts";
import { freeKey } from "./free-key.ts";
import { withRenamedQuestions } from "./renamed-questions.ts";

/**
 * A part, section or group again, everything in it under a free key of its own. What refers to a question that is
 * copied too refers to its copy; what refers to another stays.
 */
export function copiedHolder(definition: FormDefinition, at: NodeAddress, node: FormNode): FormNode {
  const names = new CopyNames(definition);
  const copy = names.copied(at, structuredClone(node));
  return withRenamedQuestions(copy, names.questions);
}

/** What stands in lists is asked once; its copy is a question like any other. */
export function unlisted<T extends object>(question: T): T {
  const copy = { ...question };
  delete (copy as { listedAs?: string }).listedAs;
  return copy;
}

class CopyNames {
  readonly questions = new Map<string, string>();
  readonly #definition: FormDefinition;
  readonly #promised = { section: new Set<string>(), question: new Set<string>() };

  constructor(definition: FormDefinition) {
    this.#definition = definition;
  }

  copied(at: NodeAddress, node: FormNode): FormNode {
    switch (at.kind) {
      case "part":
        return this.#part(node as unknown as Part, freeKey(this.#definition, at, node.key));
      case "section":
        return this.#section(node as unknown as Section);
      default:
        return this.#group(node as unknown as QuestionGroup, freeKey(this.#definition, at, node.key));
    }
  }

  #part(part: Part, key: string): FormNode {
    return { ...part, key, sections: part.sections.map((section) => this.#section(section)) };
  }

  /** Groups, rules and self-checks are named within their section, and keep their names in another. */
  #section(section: Section): FormNode {
    const key = this.#free("section", section.key);
    const groups = section.groups.map((group) => this.#group(group, group.key, [section.key, key]));
    return { ...section, key, groups };
  }

  #group(group: QuestionGroup, key: string, section = ["", ""]): FormNode {
    const questions = group.questions.map((question) => {
      // The note that holds the place of a first question is known by its key.
      const holder = [section, [group.key, key]].find(([name]) => question.key === `${name}_note`);
      const name = this.#free("question", holder ? `${holder[1]}_note` : question.key);
      this.questions.set(question.key, name);
      return unlisted({ ...question, key: name });
    });
    return { ...group, key, questions };
  }

  #free(kind: "section" | "question", wanted: string): string {
    const key = freeKey(this.#definition, { kind }, wanted, this.#promised[kind]);
    this.#promised[kind].add(key);
    return key;
  }
}
