import type { Match } from '../../screening/index.ts';
import { type Html, html } from './html.ts';

type Cited = Match['matchedOn']['citations'][number];

/** Numbers the documents as they are cited, each place in a document once. */
export class SourceNotes {
  readonly #numbers = new Map<string, number>();
  readonly #cited: Cited[] = [];

  /** `[1, 2]` */
  refer(citations: readonly Cited[]): Html {
    const numbers = citations.map((citation) => {
      const key = JSON.stringify([citation.source, citation.locator]);
      const known = this.#numbers.get(key);
      if (known !== undefined) return known;
      this.#cited.push(citation);
      this.#numbers.set(key, this.#cited.length);
      return this.#cited.length;
    });
    const links = [...new Set(numbers)].map(
      (number, at) =>
        html`${at === 0 ? '' : ', '}<a href="#s${String(number)}">${String(number)}</a>`,
    );
    return html`[${links}]`;
  }

  list(): Html[] {
    return this.#cited.map(({ title, publisher, date, locator, url, statement, quote }, at) => {
      const said = [publisher, date, locator, statement].filter((part) => part);
      return html`<li id="s${String(at + 1)}">${title}. ${said.join('; ')}${quote ? html`: “${quote}”` : ''}${url ? html`. ${url}` : ''}</li>`;
    });
  }
}
