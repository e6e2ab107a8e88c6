import { dayIn } from '../dates.ts';
import { identifier, type PrintedIdentifier, schemeOf, uniqueIdentifiers } from '../identifiers.ts';

/** What the column `ids` states that has a place in a record. */
export interface CslIds {
  readonly identifiers: PrintedIdentifier[];
  /** Labelled statements that are no identifiers: `Listing Date (CMIC)` -> `2021-06-03`. */
  readonly statements: ReadonlyMap<string, readonly string[]>;
}

/**
 * Takes the column `ids` apart. The order inside a piece was turned round in 2023:
 *
 *     to 2022    JO, 2014-08-30, 2009-08-31, K475336, Passport; 2021-06-03, Listing Date (CMIC)
 *     from 2023  Passport, K475336, JO, 2009-08-31, 2014-08-30; Listing Date (CMIC), 2021-06-03
 *
 * A label that is known decides, on whichever side it stands.
 */
export function readCslIds(printed: string): CslIds {
  const identifiers: PrintedIdentifier[] = [];
  const statements = new Map<string, string[]>();
  for (const piece of printed.split(';')) {
    const parts = piece.split(',').map((part) => part.trim());
    const [first = '', ...rest] = parts;
    const last = rest.at(-1);
    if (last === undefined) continue;
    const ahead = schemeOf(first);
    const behind = schemeOf(last);
    if (ahead !== null && rest[0]) identifiers.push(identifier(ahead, rest[0]));
    else if (behind !== null) {
      const value = parts.at(-2);
      if (value) identifiers.push(identifier(behind, value));
    } else {
      const [label, value] = isLabel(last) ? [last, first] : [first, rest.join(', ')];
      statements.set(label, [...(statements.get(label) ?? []), value]);
    }
  }
  return { identifiers: uniqueIdentifiers(identifiers), statements };
}

/** Labels of statements end in a colon, a dash or a bracket; their values do not. */
function isLabel(text: string): boolean {
  return /[:)-]$/.test(text) && dayIn(text) === null;
}
