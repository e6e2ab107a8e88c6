import { escapeXml } from './xml-text.ts';

/** A piece of HTML that is safe to put into HTML; made only by the `html` tag. */
export class Html {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

type Value = Html | string | readonly Html[];

/**
 * A template whose values are escaped, but for other pieces of HTML: text from a
 * file cannot become markup.
 *
 * @example html`<b>${'<script>'}</b>`.toString() // '<b>&lt;script&gt;</b>'
 */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  const pieces = parts.map(
    (part, at) => part + (at < values.length ? written(values[at] ?? '') : ''),
  );
  return new Html(pieces.join(''));
}

function written(value: Value): string {
  if (typeof value === 'string') return escapeXml(value);
  return value instanceof Html ? value.toString() : value.map(String).join('');
}

/** A table of names and values. */
export function table(rows: readonly (readonly [string, string])[]): Html {
  const cells = rows.map(([name, value]) => html`<tr><th>${name}</th><td>${value}</td></tr>`);
  return html`<table><tbody>${cells}</tbody></table>`;
}
