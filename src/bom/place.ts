/** Where in a file something stands. Lines count from 1, the header included. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  /** Of a spreadsheet: `B5`. */
  readonly cell?: string;
  readonly sheet?: string;
  /** Into JSON an RFC 6901 pointer, into XML a path of elements: `/bom/components/component[3]`. */
  readonly pointer?: string;
}

/** A place as a person writes it: `bom.csv:7`, `bom.xlsx Parts!B5`, `bom.json:120 /components/3`. */
export function placeWords({ file, line, cell, sheet, pointer }: Place): string {
  if (cell !== undefined) return `${file} ${sheet === undefined ? '' : `${sheet}!`}${cell}`;
  const at = line === undefined ? file : `${file}:${line}`;
  return pointer === undefined ? at : `${at} ${pointer}`;
}
