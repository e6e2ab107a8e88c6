import type { Random } from '../random.ts';

export interface Made {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: string | Buffer | undefined;
}

/** A table that is a bill of materials to any reader of text, and a list file to a mapping. */
export const TABLE = 'name,manufacturer,country\nDS-1,Zorvanta,CN\nRX-2,Quiet Harbour,US\n';

const MAPPING = {
  title: 'Own',
  columns: { name: 'manufacturer', country: 'country' },
  effect: { activity: 'procure', consequence: 'red-flag', summary: 'ask first' },
};

/** The document says what the parameters of a file are, not what stands in it. */
const FILE: Made = {
  method: 'PUT',
  path: `/administration/lists/own?${new URLSearchParams({
    ...{ format: 'watchlist-csv', date: '2026-11-20', accept: 'fewer' },
    mapping: JSON.stringify(MAPPING),
  })}`,
  headers: { 'content-type': 'application/octet-stream' },
  body: TABLE,
};

const HERE = ['http://127.0.0.1:9/list.csv'];
const WATCHED = { format: 'watchlist-csv', feed: 'own' };

/** Bodies of what would fetch from addresses, had it one that is not inside. */
const FETCHES: Readonly<Record<string, readonly unknown[]>> = {
  importList: [
    { format: 'csl-json', from: HERE },
    { ...WATCHED, from: HERE, date: '2026-11-20', mapping: JSON.stringify(MAPPING) },
    { ...WATCHED, from: HERE, mapping: '{' },
    { ...WATCHED, from: ['file:///list.csv'] },
    { ...WATCHED, from: [] },
    { ...WATCHED, from: HERE, accept: ['everything'] },
    { format: 'no-layout', from: HERE },
    { from: HERE },
    [],
  ],
  refreshLists: [
    { feeds: ['own'] },
    { feeds: ['nope', 'own'] },
    { feeds: [''] },
    { feeds: 5 },
    [],
    5,
  ],
};

/** A request that is written out, for what could not be made from the document alone; null where it can. */
export function listRequest(operationId: string, valid: boolean, random: Random): Made | null {
  if (operationId === 'putList') return valid ? FILE : null;
  const bodies = FETCHES[operationId];
  if (bodies === undefined) return null;
  return {
    method: 'POST',
    path: `/administration/lists/${operationId === 'importList' ? 'import' : 'refresh'}`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(random.pick(bodies)),
  };
}
