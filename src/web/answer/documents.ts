import type { Citation, Designation, Disagreement } from '../api/types.ts';

/** The documents of one section, numbered in the order in which the section cites them. */
export class Documents {
  readonly #numbers = new Map<string, number>();
  readonly #cited: Citation[] = [];

  constructor(groups: Iterable<readonly Citation[]>) {
    for (const group of groups) {
      for (const citation of group) {
        const key = keyOf(citation);
        if (this.#numbers.has(key)) continue;
        this.#cited.push(citation);
        this.#numbers.set(key, this.#cited.length);
      }
    }
  }

  get cited(): readonly Citation[] {
    return this.#cited;
  }

  /** Ascending, each once. */
  numbersOf(citations: readonly Citation[]): number[] {
    const numbers = citations.map((citation) => this.#numbers.get(keyOf(citation)) ?? 0);
    return [...new Set(numbers)].sort((a, b) => a - b);
  }
}

function keyOf({ source, locator, statement, quote }: Citation): string {
  return JSON.stringify([source, locator, statement, quote]);
}

const ofDisagreements = (disagreements: readonly Disagreement[]) =>
  disagreements.map(({ citations }) => citations);

export function documentsOf(designation: Designation): Documents {
  const { citations, via, reach, effects, disagreements } = designation;
  return new Documents([
    citations,
    ...via.flatMap((step) => [step.citations, ...ofDisagreements(step.disagreements)]),
    ...(reach ? [reach.citations] : []),
    ...effects.map((effect) => effect.citations),
    ...ofDisagreements(disagreements),
  ]);
}
