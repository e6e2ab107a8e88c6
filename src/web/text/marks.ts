/** Controls, and the marks that reorder text or are not seen: a name must not rearrange the page around it. */
const STEERING =
  /(?![\t\n\r])[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/u;
const SPLIT = new RegExp(`(${STEERING.source})`, 'u');

/** A piece of a text: letters as they are, or the code of a mark that steers. */
export interface Piece {
  readonly text: string;
  readonly steering: boolean;
}

/** @example pieces('a\u202eb').map(({ text }) => text) // ['a', 'U+202E', 'b'] */
export function pieces(text: string): Piece[] {
  if (!STEERING.test(text)) return [{ text, steering: false }];
  return text
    .split(SPLIT)
    .filter((piece) => piece !== '')
    .map((piece) =>
      STEERING.test(piece)
        ? { text: codeOf(piece), steering: true }
        : { text: piece, steering: false },
    );
}

function codeOf(mark: string): string {
  return `U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A text for a place that takes no elements: the title, an SVG label. */
export function flat(text: string): string {
  return pieces(text)
    .map((piece) => (piece.steering ? `‹${piece.text}›` : piece.text))
    .join('');
}
