/**
 * First characters by which spreadsheet programs take a cell for a formula, also
 * in their full-width forms and after blanks: OWASP, "CSV Injection".
 */
const FORMULA_START = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/**
 * A cell as it may be opened in a spreadsheet: one that would be taken for a
 * formula gets an apostrophe in front, and is quoted where CSV needs it.
 *
 * @example csvCell('=HYPERLINK("http://x")', ',') // `"'=HYPERLINK(""http://x"")"`
 */
export function csvCell(text: string, delimiter: string): string {
  const guarded = FORMULA_START.test(text) ? `'${text}` : text;
  const needsQuotes = /["\r\n]/.test(guarded) || guarded.includes(delimiter);
  return needsQuotes ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

export function csvLine(cells: readonly string[], delimiter: string, newline: string): string {
  return cells.map((cell) => csvCell(cell, delimiter)).join(delimiter) + newline;
}
