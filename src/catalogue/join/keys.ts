import anyAscii from 'any-ascii';
import { sha256 } from '../../domain/hash.ts';
import { ofacLists } from '../official/csl-csv/lists.ts';
import type { OfficialRecord } from '../official/record.ts';

/**
 * Schemes whose value denotes one party and no other, whoever prints it. A tax or
 * passport number does not: it is unique in one country, and lists print typing
 * errors.
 */
export const identitySchemes: ReadonlySet<string> = new Set([
  ...['ofac-uid', 'un-reference', 'lei', 'uscc', 'imo', 'wikidata'],
]);

/** Schemes by which the list itself tells its parties apart. */
const ISSUED: readonly string[] = ['ofac-uid', 'un-reference'];

/**
 * What tells the party of a record apart: the id that the list gives it, or its
 * place on a list that gives none; there a name printed twice is two parties.
 *
 * @param entry what tells the record apart on its list
 */
export function partyKey(record: OfficialRecord, entry: string): string {
  const issued = record.identifiers.find(({ scheme }) => ISSUED.includes(scheme));
  if (issued) return `${issued.scheme}:${issued.value}`;
  if (record.lasting) return recordKey(record.list, record.record);
  return `${record.list}|${entry}`;
}

/**
 * Gives every record of a file its entry: what tells it apart on its list from
 * version to version. The id where the list keeps one; else the name as printed and
 * the country, numbered where a list prints them twice.
 */
export function entryCounter(): (record: OfficialRecord) => string {
  const printed = new Map<string, number>();
  return (record) => {
    if (record.lasting) return record.record;
    const place = `${printedKey(record.name)}|${record.country ?? ''}`;
    const before = printed.get(`${record.list}|${place}`) ?? 0;
    printed.set(`${record.list}|${place}`, before + 1);
    return `${place}#${before}`;
  };
}

/** The key of a record by its id: OFAC's lists share one numbering, so do those of FollowTheMoney. */
export function recordKey(list: string, record: string): string {
  if (ofacLists.has(list)) return `ofac-uid:${record}`;
  if (list === 'un-sc') return `un-reference:${record}`;
  if (/^(?:NK-|Q\d)/.test(record)) return `entity:${record}`;
  return `${list}:${record}`;
}

/** A name exactly as printed, but for blanks and the way in which Unicode writes the same letter. */
export function printedKey(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, ' ').trim();
}

const MAX_SLUG = 80;

/** A name as a part of an id: "Aero-Caribbean, S.A." -> "aero-caribbean-s-a". */
export function slug(name: string): string {
  const ascii = anyAscii(name.normalize('NFKC'))
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_SLUG)
    .replace(/^-|-$/g, '');
  return ascii === '' ? sha256([name]).slice(0, 12) : ascii;
}
