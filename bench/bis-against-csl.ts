/**
 * Screens the restricted parties of August 2026 against the Consolidated Screening
 * List of May 2022 and the curated list, and tells hits and misses by their reason.
 * Writes results/bis.md.
 *
 *     node bench/bis-against-csl.ts
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { importLists } from '../src/lists/index.ts';
import { type OpenScreener, openScreener } from '../src/screening/index.ts';
import { recordsOf } from './data/delimited.ts';
import { listFile, resultsFolder, seedsFolder } from './data/folders.ts';
import { plainKey } from './data/listed.ts';
import { table } from './report/markdown.ts';

const DAY = '2022-05-31';
const now = () => new Date('2026-11-22T09:00:00Z');

/** The lists of the file, as they are called here; whether the catalogue holds them whole. */
const LISTS: Readonly<Record<string, { readonly id: string; readonly whole: boolean }>> = {
  'us-bis-entity-list': { id: 'entity-list', whole: true },
  'us-bis-military-end-user-list': { id: 'meu', whole: true },
  'us-ofac-ns-cmic': { id: 'ns-cmic', whole: true },
  'us-dod-section-1260h': { id: 'dod-1260h', whole: false },
  'us-dhs-uflpa': { id: 'uflpa', whole: false },
  'us-dod-section-1286': { id: 'dod-1286', whole: false },
  'jp-meti-end-user-list': { id: 'jp-meti', whole: false },
  'ca-ised-named-research-organizations': { id: 'ca-ised', whole: false },
};

const REASONS = {
  printed: 'hit: as the list prints it, or its other names',
  written: 'hit: written differently',
  group: 'hit: a part of a listed group, which its name tells',
  elsewhere: 'hit: the party, on other lists only',
  another: 'alert on another party (read by hand)',
  parts: 'miss: two names in one; a part of it alone is found',
  nameless: 'miss: no name, but an address or a class of facilities',
  renamed: 'miss: a party that was listed under a quite different name (read by hand)',
  later: 'miss: nothing of that name on the whole list of 2022: listed since',
  partial: 'miss: the list is not loaded whole',
} as const;
type Reason = keyof typeof REASONS;

const recordsSchema = z.array(
  z.object({
    name: z.object({ english: z.string() }),
    source: z.object({ list_id: z.string() }),
  }),
);

/** Where the file glues names: "X, a.k.a. Y", "X (f.k.a. Y)", "X - Y", "X, Y Ltd". */
const GLUE = /\s*[,(]?\s*\b[afn]\.?k\.?a\.?,?\s+|\s+-\s+(?=\p{Lu})|,\s+(?=\p{Lu}[\p{L}]{3})|[()]/u;
/** Groups whose institutes and works are listed one by one, each under the name of the group. */
const GROUP =
  /^(Concern Radio-Electronic Technologies|China Aerospace Science and Technology Corporation \(CASC\)|China Electronics Technology Group Corporation|Aviation Industry Corporation of China|China Academy of Launch Vehicle Technology),? (?=\p{L}|\d)/u;
const NAMELESS = /^(Address \d+$|Department of Atomic Energy facilities:)/;

const file = listFile('bis/restricted_parties-2026-08.json');
const csl = listFile('csl/consolidated-2022-05.csv.gz');
if (file !== undefined && csl !== undefined) {
  const data = mkdtempSync(join(tmpdir(), 'redflag-bis-'));
  try {
    await importLists([{ format: 'csl-csv', feed: 'csl', from: [csl], date: DAY }], {
      ...{ data, seeds: seedsFolder, now },
    });
    const engine = openScreener({ data, seeds: seedsFolder, now });
    const page = report(engine, recordsSchema.parse(JSON.parse(readFileSync(file, 'utf8'))), csl);
    engine.close();
    writeFileSync(join(resultsFolder, 'bis.md'), page);
    console.log(page);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

interface Found {
  readonly reason: Reason;
  /** The party that the name led to, where it is on the same list. */
  readonly party: string | null;
}

function report(engine: OpenScreener, records: z.infer<typeof recordsSchema>, csl: string): string {
  const judged = new Map(
    recordsOf(join(import.meta.dirname, 'data/bis-judged.csv')).map((row) => [row.name, row]),
  );
  const counts = new Map<string, Map<Reason, number>>();
  const led = new Map<string, Set<string>>();
  for (const { name, source } of records) {
    const list = LISTS[source.list_id];
    if (list === undefined) throw new Error(`${source.list_id} is no list that is known here`);
    const { reason, party } = judge(engine, name.english, list, judged.get(name.english)?.verdict);
    const own = counts.get(source.list_id) ?? new Map<Reason, number>();
    counts.set(source.list_id, own.set(reason, (own.get(reason) ?? 0) + 1));
    if (party !== null) led.set(list.id, (led.get(list.id) ?? new Set()).add(party));
  }
  const columns = Object.keys(LISTS);
  const rows = Object.entries(REASONS).map(([reason, words]) => [
    words,
    ...columns.map((column) => number(counts.get(column)?.get(reason as Reason))),
  ]);
  const totals = columns.map((column) =>
    number([...(counts.get(column)?.values() ?? [])].reduce((sum, count) => sum + count, 0)),
  );
  const newest = recordsOf(csl)
    .filter(({ source }) => source?.startsWith('Entity List'))
    .map(({ start_date: start }) => start ?? '')
    .sort()
    .at(-1);
  return [
    '# The parties of August 2026 against the lists of May 2022',
    '',
    'Written by `node bench/bis-against-csl.ts`: the English names of `bis/restricted_parties-2026-08.json`, each screened as it stands against the',
    `Consolidated Screening List of ${DAY.slice(0, 7)} (14,160 records; the newest entry of its Entity List is of ${newest}) and the curated list. A name may come more than once.`,
    '',
    table(['', ...columns], [...rows, ['names', ...totals]]),
    '',
    goneSince(engine, led),
    '',
    'Read by hand: every hit of the first three lists that is not as printed, and every miss of the Entity List that shares a rare word with a name',
    'of the Entity List of 2022; `data/bis-judged.csv` has a reason for each that is not what it seems. METI and ISED lists are not loaded: their hits',
    'are parties that US lists name too.',
    '',
  ].join('\n');
}

function number(count: number | undefined): string {
  return count === undefined ? '' : count.toLocaleString('en-US');
}

/** Why a name was found, or was not. */
function judge(
  engine: OpenScreener,
  name: string,
  list: { readonly id: string; readonly whole: boolean },
  verdict: string | undefined,
): Found {
  const miss = (reason: Reason): Found => ({ reason, party: null });
  const direct = ask(engine, name, list.id);
  if (direct !== null && verdict === 'another') return miss('another');
  if (direct !== null && direct.reason !== 'printed' && GROUP.test(name)) return miss('group');
  if (direct !== null) return direct;
  if (NAMELESS.test(name)) return miss('nameless');
  if (verdict === 'renamed') return miss('renamed');
  const parts = name.split(GLUE).filter((part) => part.trim().length > 3);
  if (parts.length > 1) {
    const found = parts.map((part) => ask(engine, part, list.id));
    const party = found.find((one) => one?.reason === 'printed' && one.party !== null);
    if (party) return { reason: 'parts', party: party.party };
  }
  return miss(list.whole ? 'later' : 'partial');
}

function ask(engine: OpenScreener, name: string, list: string): Found | null {
  const { matches } = engine.screen({ name: [...name].slice(0, 512).join(''), limit: 20 });
  if (matches.length === 0) return null;
  const onList = matches.find(({ party }) =>
    engine.catalogue.party(party.id)?.designations.some((one) => one.list === list),
  );
  if (onList === undefined) return { reason: 'elsewhere', party: null };
  const { party, matchedOn } = onList;
  const same = matchedOn.field === 'name' && plainKey(matchedOn.listed) === plainKey(name);
  return { reason: same ? 'printed' : 'written', party: party.id };
}

/** The other way: parties of the lists of 2022 to which no name of 2026 leads. */
function goneSince(engine: OpenScreener, led: ReadonlyMap<string, ReadonlySet<string>>): string {
  const rows = Object.values(LISTS).flatMap(({ id, whole }) => {
    if (!whole) return [];
    const members = engine.catalogue.members(id);
    const gone = members.filter((member) => !led.get(id)?.has(member));
    const known = gone.filter((member) =>
      engine.catalogue
        .party(member)
        ?.designations.some(
          (one) => one.list === id && one.periods.some(({ status }) => status === 'removed'),
        ),
    );
    return [[id, number(members.length), number(gone.length), number(known.length)]];
  });
  return [
    'The other way, parties of the lists of 2022 to which no name of the same list of 2026 leads: removed since, listed under another name since, or',
    'lost in the copy: the files alone do not tell. The last column has those of which the curated list does.',
    '',
    table(
      [
        'list',
        'parties in 2022',
        'no name of 2026 leads there',
        'of them removed, as the curated list says',
      ],
      rows,
    ),
  ].join('\n');
}
