/**
 * Reads a table of native words: an entry is "native,native=latin", entries are parted by semicolons or lines; an empty right side drops the word.
 *
 * @param spelled how the text that is looked up is spelt, where letters have several shapes
 */
export function wordTable(
  lines: string,
  spelled: (word: string) => string = (word) => word,
): Map<string, string> {
  const table = new Map<string, string>();
  for (const entry of lines.split(/\n|; /)) {
    const [left = '', right] = entry.split('=');
    if (right === undefined) continue;
    for (const word of left.split(',')) table.set(spelled(word), right);
  }
  return table;
}

/** What is made when it is first asked for: a start does not wait for the tables of scripts that no name is in. */
export function whenNeeded<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The longest word of the table that begins at `at`, of at most `longest` letters; null where none does. */
export function longestWord(
  table: ReadonlyMap<string, string>,
  text: string,
  at: number,
  longest: number,
): string | null {
  for (let length = Math.min(longest, text.length - at); length > 0; length--) {
    const word = text.slice(at, at + length);
    if (table.has(word)) return word;
  }
  return null;
}
