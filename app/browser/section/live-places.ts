import { LiveDependencies } from "#app/domain/applications/live-dependencies.ts";
import type { CompiledForm } from "#app/domain/forms/compile-form.ts";

/** An element of the page that follows from answers. */
export interface LivePlace {
  element: HTMLElement;
  /** Of the question or table it shows. */
  key: string;
  rowId?: string | undefined;
  column?: string | undefined;
}

export interface LivePlaces {
  groups: HTMLElement[];
  questions: LivePlace[];
  cells: LivePlace[];
  figures: LivePlace[];
  totals: LivePlace[];
  /** Whether the section's self-checks may say something else. */
  advice: boolean;
}

/** Where the page shows what follows from answers, looked up once until rows come or go. */
export class PlaceIndex {
  readonly #form: HTMLFormElement;
  readonly #compiled: CompiledForm;
  readonly #section: string;
  readonly #dependencies: LiveDependencies;
  #all: LivePlaces | undefined;

  constructor(form: HTMLFormElement, compiled: CompiledForm, section: string) {
    this.#form = form;
    this.#compiled = compiled;
    this.#section = section;
    this.#dependencies = new LiveDependencies(compiled.definition);
  }

  /** Rows came or went. */
  forget(): void {
    this.#all = undefined;
  }

  everything(): LivePlaces {
    return (this.#all ??= {
      groups: this.#elements("[data-group]"),
      questions: this.#elements("[data-question]").map((element) => ({
        element,
        key: element.dataset["question"] ?? "",
      })),
      cells: this.#elements("[data-cell]").map((element) => ({
        element,
        key: element.closest<HTMLElement>("[data-table]")?.dataset["table"] ?? "",
        rowId: rowIdOf(element),
        column: element.dataset["cell"],
      })),
      figures: this.#elements("output[data-computed]").map((element) =>
        placeAt(element, element.dataset["computed"] ?? ""),
      ),
      totals: this.#elements("output[data-total]").map((element) => {
        const [key = "", column] = (element.dataset["total"] ?? "").split("/");
        return { element, key, column };
      }),
      advice: true,
    });
  }

  /** Those that one changed answer can have moved. */
  movedBy(path: string): LivePlaces {
    const [changed = "", rowId] = path.split("/");
    const all = this.everything();
    const moved = ({ key }: LivePlace) => this.#dependencies.questionMoves(key, changed);
    const ownRow = rowId !== undefined && this.#dependencies.isRowLocal(changed);
    const inRow = (place: LivePlace) =>
      place.key === changed && place.rowId !== undefined && ownRow ? place.rowId === rowId : moved(place);
    const section = this.#compiled.sectionByKey.get(this.#section);
    const conditionsOf = (key: string) => [
      section?.section.visibleWhen,
      section?.groups.find(({ group }) => group.key === key)?.group.visibleWhen,
    ];
    return {
      groups: all.groups.filter((element) =>
        this.#dependencies.moves(conditionsOf(element.dataset["group"] ?? ""), changed),
      ),
      questions: all.questions.filter((place) => place.key !== changed && moved(place)),
      cells: all.cells.filter(inRow),
      figures: all.figures.filter(inRow),
      totals: all.totals.filter(moved),
      advice: this.#dependencies.moves(section?.section.advice, changed),
    };
  }

  #elements(selector: string): HTMLElement[] {
    return [...this.#form.querySelectorAll<HTMLElement>(selector)];
  }
}

function placeAt(element: HTMLElement, path: string): LivePlace {
  const [key = "", rowId, column] = path.split("/");
  return { element, key, rowId, column };
}

/** A row's own element names it, or the hidden input that every row carries. */
function rowIdOf(element: HTMLElement): string | undefined {
  const named = element.closest<HTMLElement>("[data-row]")?.dataset["row"];
  return (
    named ??
    element.closest("tbody")?.querySelector<HTMLInputElement>(`input[type="hidden"][name$=".id"]`)?.value
  );
}
