import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { parse as parseSync } from 'csv-parse/sync';
import t from 'tap';
import { differences, type PartyDifference } from '../../src/catalogue/difference.ts';
import { officialLayouts } from '../../src/catalogue/official/index.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Party } from '../../src/domain/party.ts';
import { type ImportRequest, importApart, importLists } from '../../src/lists/index.ts';
import { openCatalogue, openVersion } from '../../src/store/index.ts';

/** The folder of real list files, which anybody can fill: see docs/sources.md. */
const LISTS = process.env.REDFLAG_LISTS_DIR ?? '../shared/lists';
const CSL = join(LISTS, 'csl', 'consolidated-2022-05.csv.gz');
const OFAC = join(LISTS, 'ofac');
const SEEDS = 'seeds';
const SMALL_SEEDS = 'test/fixtures/seeds-small';

const without = (path: string) =>
  existsSync(path) ? false : `needs ${path}: set REDFLAG_LISTS_DIR to a folder of list files`;

// Whole lists on a busy machine take longer than a test may by default.
t.setTimeout(600_000);

const scratch = mkdtempSync(join(tmpdir(), 'redflag-real-'));
t.teardown(() => rmSync(scratch, { recursive: true, force: true }));
const now = () => new Date('2026-11-22T09:00:00Z');

const DAYS = ['02', '03'].map((day) => join(OFAC, '2024-05', `sdn-2024-05-${day}.csv`));
const SDN_2021 = join(OFAC, '2021-07', 'sdn.csv');

/** One import after the other into a folder of the scratch one, each on a thread of its own. */
async function bring(name: string, seeds: string, ...requests: ImportRequest[]) {
  const settings = { data: join(scratch, name), seeds, now };
  const brought = [];
  for (const request of requests) {
    if (!existsSync(request.from[0] ?? '')) return [];
    const { outcomes, undecided } = await importApart({ task: 'import', request }, settings);
    const catalogue = openCatalogue(join(settings.data, 'catalogue.db'));
    const { version } = catalogue.version;
    catalogue.close();
    brought.push({ outcomes, undecided, version });
  }
  return brought;
}

// All begin at once; each test waits for its own.
const broughtCsl = bring('csl', SEEDS, {
  ...{ format: 'csl-csv', feed: 'csl', from: [CSL], date: '2022-05-31' },
});
const broughtSdn = bring('sdn-2021', SMALL_SEEDS, {
  ...{ format: 'ofac-sdn', from: [SDN_2021], date: '2021-07-31' },
});
const broughtDays = bring(
  'sdn-2024',
  SMALL_SEEDS,
  ...DAYS.map((from) => ({ format: 'ofac-sdn', from: [from] })),
);

/** The list that each name in the column `source` stands for, written down once more, for the test. */
const LIST_BY_SOURCE: Readonly<Record<string, string>> = {
  'Denied Persons List (DPL) - Bureau of Industry and Security': 'denied-persons',
  'Entity List (EL) - Bureau of Industry and Security': 'entity-list',
  'Military End User (MEU) List - Bureau of Industry and Security': 'meu',
  'Unverified List (UVL) - Bureau of Industry and Security': 'unverified',
  'Nonproliferation Sanctions (ISN) - State Department': 'isn',
  'ITAR Debarred (DTC) - State Department': 'itar-debarred',
  'Specially Designated Nationals (SDN) - Treasury Department': 'sdn',
  'Sectoral Sanctions Identifications List (SSI) - Treasury Department': 'ssi',
  'Palestinian Legislative Council List (PLC) - Treasury Department': 'plc',
  'Non-SDN Chinese Military-Industrial Complex Companies List (CMIC) - Treasury Department':
    'ns-cmic',
  'Capta List (CAP) - Treasury Department': 'capta',
  'Non-SDN Menu-Based Sanctions List (NS-MBS List) - Treasury Department': 'ns-mbs',
  'Foreign Sanctions Evaders (FSE) - Treasury Department': 'fse',
};

type Row = Record<string, string>;

/** Some rows of every list, at even distances: the same ones each time. */
function sample(rows: readonly Row[]): Row[] {
  return Object.keys(LIST_BY_SOURCE).flatMap((source) => {
    const own = rows.filter((row) => row.source === source);
    const step = Math.max(1, Math.floor(own.length / 4));
    return own.filter((_, at) => at % step === 0).slice(0, 4);
  });
}

const plain = (text: string | undefined) => (text ?? '').replace(/[\s\u00a0]+/g, ' ').trim();

t.test('the Consolidated Screening List of May 2022', { skip: without(CSL) }, async (t) => {
  const data = join(scratch, 'csl');
  const [brought] = await broughtCsl;
  t.match(brought?.outcomes, [
    { outcome: 'imported', manifest: { rows: 14_160, records: 14_160, lost: 0 } },
  ]);
  t.same(brought?.undecided, [], 'no join is left open');
  const rows: Row[] = [];
  const raw = createReadStream(CSL)
    .pipe(createGunzip())
    .pipe(parse({ columns: true }));
  for await (const row of raw) rows.push(row);
  const catalogue = openCatalogue(join(data, 'catalogue.db'));
  const holders = holdersOf(catalogue);
  t.equal([...holders.values()].flat().length, 14_160, 'every record has a party');
  const missing = rows.filter((row) => !holders.has(keyOf(row)));
  t.same(missing, [], 'and it is the record of the file');
  const checked = sample(rows);
  t.ok(checked.length >= 50, `${checked.length} records are compared field by field`);
  for (const row of checked) compare(row, holders.get(keyOf(row)) ?? []);
  catalogue.close();

  function keyOf(row: Row): string {
    return `${LIST_BY_SOURCE[row.source ?? '']} ${plain(row.entity_number) || row._id}`;
  }

  /** The parties of each record, by list and id; a second one of the same id counts for the first. */
  function holdersOf(catalogue: Catalogue): Map<string, Party[]> {
    const holders = new Map<string, Party[]>();
    for (let ordinal = 0; ordinal < catalogue.size; ordinal++) {
      const party = catalogue.partyAt(ordinal);
      for (const { list, record } of catalogue.originals(party.id)) {
        const key = `${list} ${record.replace(/#\d+$/, '')}`;
        holders.set(key, [...(holders.get(key) ?? []), party]);
      }
    }
    return holders;
  }

  function compare(row: Row, parties: Party[]): void {
    const list = LIST_BY_SOURCE[row.source ?? ''] ?? '';
    const what = `${list}: ${plain(row.name)}`;
    const [party] = parties;
    if (!party) {
      t.fail(`${what} has no party`);
      return;
    }
    const said = new Set(party.names.map(({ name }) => plain(name).toLowerCase()));
    const printed = [row.name ?? '', ...(row.alt_names ?? '').split(';')]
      .map((name) => plain(name).replace(/^and /, ''))
      .filter((name) => name !== '');
    for (const name of printed) {
      const base = name
        .split(/ \(aka |[;,]? and any successor| [([]?f\.k\.a| [([]?a\.k\.a| \(DPRK|,? f\.k\.a/)[0]
        ?.replace(/^f\.k\.a\.,? /i, '')
        .toLowerCase();
      t.ok(said.has(base ?? ''), `${what}: name ${name}`);
    }
    t.ok(said.has(plain(row.name).toLowerCase()), `${what}: the name as it is printed`);
    const addresses = new Set(party.addresses.map(({ text }) => plain(text).toLowerCase()));
    for (const address of (row.addresses ?? '').split(';').map(plain)) {
      if (address !== '') t.ok(addresses.has(address.toLowerCase()), `${what}: address ${address}`);
    }
    const dates = new Set(party.birthDates.map(({ date }) => date));
    for (const date of (row.dates_of_birth ?? '').split(';').map(plain)) {
      if (/^[\d-]+$/.test(date)) t.ok(dates.has(date), `${what}: born ${date}`);
    }
    const entries = party.designations.filter((one) => one.list === list);
    const own = entries.find(
      ({ entry }) => entry.record === row.entity_number || plain(entry.name) === plain(row.name),
    );
    const entry = (own ?? entries[0])?.entry;
    const periods = (own ?? entries[0])?.periods ?? [];
    t.ok(entry, `${what}: has a designation`);
    const cited = [...periods, ...(party.names ?? [])].flatMap(({ citations }) => citations);
    const locator = `record ${plain(row.entity_number) || row._id}`;
    t.ok(
      cited.some((one) => one.source === 'csl-2022-05-31' && one.locator === locator),
      `${what}: cites its record`,
    );
    // A curated party says it in its own words; the others as the file prints it.
    if (cited.every((one) => one.source === 'csl-2022-05-31')) {
      t.equal(entry?.programme ?? '', plain(row.programs), `${what}: programme`);
      t.equal(entry?.federalRegister ?? '', plain(row.federal_register_notice), `${what}: FR`);
      t.equal(entry?.licenceRequirement ?? '', plain(row.license_requirement), `${what}: licence`);
      t.equal(entry?.licencePolicy ?? '', plain(row.license_policy), `${what}: policy`);
      if (plain(row.start_date) !== '') {
        t.equal(periods[0]?.from, plain(row.start_date), `${what}: start`);
      } else if (list !== 'ns-cmic') {
        t.equal(periods[0]?.seenOn, '2022-05-31', `${what}: seen on the day of the file`);
      }
      if (plain(row.end_date) !== '') t.equal(periods[0]?.to, plain(row.end_date), `${what}: end`);
    }
    if (plain(row.entity_number) !== '') {
      const numbers = party.identifiers.filter(({ scheme }) => scheme === 'ofac-uid');
      t.same(
        numbers.map(({ value }) => value),
        [plain(row.entity_number)],
        `${what}: number`,
      );
    }
  }
});

t.test(
  'Hikvision has its Entity List and NS-CMIC records under one party',
  { skip: without(CSL) },
  async (t) => {
    const catalogue = openCatalogue(join(scratch, 'csl', 'catalogue.db'));
    const originals = catalogue.originals('hikvision').map(({ list }) => list);
    t.same(originals.sort(), ['entity-list', 'ns-cmic']);
    const party = catalogue.party('hikvision');
    for (const list of ['entity-list', 'ns-cmic']) {
      const cited = party?.designations
        .filter((one) => one.list === list)
        .flatMap(({ periods }) => periods.flatMap(({ citations }) => citations));
      t.ok(
        cited?.some(({ source }) => source === 'csl-2022-05-31'),
        `${list} cites the list file`,
      );
    }
    catalogue.close();
  },
);

async function ofacRows(path: string): Promise<string[][]> {
  const text = (await readFile(path, 'utf8')).replace('\u001a', '');
  return parseSync(text, { relax_column_count: true });
}

t.test(
  'OFAC July 2021: names, aliases and addresses are joined',
  { skip: without(SDN_2021) },
  async (t) => {
    const data = join(scratch, 'sdn-2021');
    const [brought] = await broughtSdn;
    t.match(brought?.outcomes, [{ manifest: { records: 8976, lost: 0, passedOver: {} } }]);
    const [main, alt, add] = await Promise.all(
      ['sdn', 'alt', 'add'].map((name) => ofacRows(join(OFAC, '2021-07', `${name}.csv`))),
    );
    const catalogue = openCatalogue(join(data, 'catalogue.db'));
    const lacking: string[] = [];
    const names = new Map<string, Set<string>>();
    const places = new Map<string, string>();
    for (const [number = ''] of main ?? []) {
      const party = catalogue.party(`ofac-${number}`);
      names.set(number, new Set(party?.names.map(({ name }) => name.toLowerCase())));
      places.set(
        number,
        (party?.addresses ?? [])
          .map(({ text }) => text)
          .join(' | ')
          .toLowerCase(),
      );
    }
    for (const [number = '', name = ''] of main ?? []) {
      if (!names.get(number)?.has(plain(name).toLowerCase())) lacking.push(`${number} ${name}`);
    }
    for (const [number = '', , , name = ''] of alt ?? []) {
      if (!names.get(number)?.has(plain(name).toLowerCase()))
        lacking.push(`${number} alias ${name}`);
    }
    for (const [number = '', , street = '', city = '', country = ''] of add ?? []) {
      for (const part of [street, city, country]) {
        const printed = plain(part).toLowerCase();
        if (printed !== '-0-' && !places.get(number)?.includes(printed))
          lacking.push(`${number} at ${part}`);
      }
    }
    t.same(
      lacking,
      [],
      `${main?.length} parties, ${alt?.length} aliases, ${add?.length} addresses`,
    );
    t.match(
      catalogue.party('ofac-306')?.names.map(({ name, type }) => `${type} ${name}`),
      ['legal BANCO NACIONAL DE CUBA', 'alias NATIONAL BANK OF CUBA', 'weak-alias BNC'],
    );
    catalogue.close();
  },
);

t.test(
  'two days of May 2024: exactly what differs',
  { skip: without(DAYS[0] ?? '') },
  async (t) => {
    const data = join(scratch, 'sdn-2024');
    const settings = { data, seeds: SMALL_SEEDS, now };
    const [first = '', second = ''] = (await broughtDays).map(({ version }) => version);
    const before = openVersion(data, first);
    const after = openVersion(data, second);
    const found: PartyDifference[] = [...differences(before, after)];
    before.close();
    after.close();
    // The same, made another way: by the rows as they stand.
    const [old = [], now2 = []] = await Promise.all(DAYS.map(ofacRows));
    const rowsOf = (rows: string[][]) =>
      new Map(rows.map((row) => [`ofac-${row[0]}`, row.join('\0')]));
    const [was, is] = [rowsOf(old), rowsOf(now2)];
    const expected = {
      added: [...is.keys()].filter((id) => !was.has(id)).sort(),
      removed: [...was.keys()].filter((id) => !is.has(id)).sort(),
      changed: [...is].filter(([id, row]) => was.has(id) && was.get(id) !== row).map(([id]) => id),
    };
    const by = (change: string) =>
      found.filter((one) => one.change === change).map(({ party }) => party.id);
    t.same({ added: by('added'), removed: by('removed'), changed: by('changed') }, expected);
    t.equal(expected.removed.length, 8, 'eight entries went on 3 May 2024');
    const empty = join(OFAC, '2024-05', 'sdn-2024-05-04-EMPTY.csv');
    const { outcomes } = await importLists([{ format: 'ofac-sdn', from: [empty] }], settings);
    t.match(outcomes, [{ outcome: 'failed', error: { message: /is empty/ } }]);
    const kept = openCatalogue(join(data, 'catalogue.db'));
    t.equal(kept.version.version, second, 'the version of 3 May is kept');
    kept.close();
  },
);

t.test(
  'every broken CSL and OFAC file is refused or read as designed',
  { skip: without(CSL) },
  async (t) => {
    const invalid = (name: string) => join(LISTS, 'csl', 'invalid', name);
    const partial = join(LISTS, 'csl', 'consolidated-2023-11-partial.csv');
    const cases: readonly (readonly [string, string, RegExp | number])[] = [
      ['csl-csv', invalid('consolidated-13rows-2025.csv'), 13],
      ['csl-csv', invalid('csl-2019-116rows.csv'), 115],
      ['csl-csv', invalid('invalid-csl.csv'), /loses 4 of 6 rows: invalid-csl.csv:2: has 2 of 28/],
      ['ofac-sdn', invalid('invalid-sdn_comments.csv'), /has 1 columns|without its companions/],
      ['csl-csv', partial, /Quote Not Closed/],
    ];
    for (const [format, file, expected] of cases) {
      if (!existsSync(file)) {
        t.comment(`${file} is not there`);
        continue;
      }
      const settings = {
        data: join(scratch, `bad-${cases.findIndex(([, one]) => one === file)}`),
        now,
      };
      const { outcomes } = await importLists([{ format, from: [file], date: '2025-01-01' }], {
        ...settings,
        seeds: SMALL_SEEDS,
      });
      const [outcome] = outcomes;
      if (typeof expected === 'number') {
        t.match(outcome, { outcome: 'imported', manifest: { records: expected, lost: 0 } }, file);
      } else t.match(outcome, { outcome: 'failed', error: { message: expected } }, file);
    }
  },
);

const ENHANCED = join(OFAC, 'enhanced', 'CONS_ENHANCED.ZIP');

t.test(
  'OFAC’s consolidated files in CSV: each entry on the lists that the other layout prints',
  { skip: without(ENHANCED) },
  async (t) => {
    const csv = ['prim', 'alt', 'add', 'comments'].map((part) =>
      join(OFAC, 'non-sdn-2025-12', `cons_${part}.csv`),
    );
    const [read, printed] = await Promise.all([
      listsOf('ofac-consolidated', csv),
      listsOf('ofac-enhanced', [ENHANCED]),
    ]);
    t.equal(read.size, 442);
    const both = [...read.keys()].filter((number) => printed.has(number));
    t.equal(both.length, 442, 'every entry is in both');
    const told = (lists: ReadonlyMap<string, string[]>) =>
      Object.fromEntries(both.map((number) => [number, lists.get(number)]));
    t.same(told(read), told(printed), 'with its lists, and since when it is on the menu-based one');
  },
);

/** The lists of each entry, by its number; the SDN list, which the CSV files do not tell of, left out. */
async function listsOf(format: string, paths: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  const layout = officialLayouts.get(format);
  if (!layout) throw new Error(`no layout ${format}`);
  for await (const event of layout.read(paths)) {
    if (event.kind !== 'record' || event.record.list === 'sdn') continue;
    const { record, list, from } = event.record;
    const since = list === 'ns-mbs' && /14024/.test(event.record.programme ?? '') ? ` ${from}` : '';
    found.set(record, [...(found.get(record) ?? []), `${list}${since}`].sort());
  }
  return found;
}
