import type { Cited } from '../../screening/answer.ts';
import type { Layout } from './layout.ts';

/**
 * Numbers the documents of one text: a statement refers to `[2] sec. 889(f)(3)`,
 * and the document itself, with title, publisher, date and address, stands once
 * at the end.
 */
export class Footnotes {
  readonly #documents = new Map<string, Cited>();

  /** References to citations, each document once with all its places: `[1] sec. 2, sec. 3; [4] L62`. */
  refer(citations: readonly Cited[]): string {
    const places = new Map<number, string[]>();
    for (const citation of citations) {
      const number = this.#numberOf(citation);
      const known = places.get(number) ?? [];
      if (citation.locator !== null && !known.includes(citation.locator)) {
        known.push(citation.locator);
      }
      places.set(number, known);
    }
    return [...places]
      .map(([number, locators]) => `[${number}] ${locators.join(', ')}`.trimEnd())
      .join('; ');
  }

  /** The documents referred to so far, in the order of their numbers. */
  lines(layout: Layout): string[] {
    const digits = String(this.#documents.size).length;
    return [...this.#documents.values()].flatMap((document, index) => {
      const number = `  [${index + 1}] `.padStart(digits + 5);
      const lines = layout.paragraph(describe(document), number);
      if (document.url === null) return lines;
      return [...lines, ' '.repeat(number.length) + document.url];
    });
  }

  #numberOf(citation: Cited): number {
    if (!this.#documents.has(citation.source)) this.#documents.set(citation.source, citation);
    return [...this.#documents.keys()].indexOf(citation.source) + 1;
  }
}

/** Title, publisher and date, as far as the document states them. */
function describe({ title, publisher, date, type }: Cited): string {
  const from = [publisher, date].filter((part) => part !== null).join(', ');
  return `${title}. ${from === '' ? 'No publisher or date stated' : from} (${type})`;
}
