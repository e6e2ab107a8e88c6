import fc from 'fast-check';
import t from 'tap';
import { joinCatalogue, type Witness } from '../../../src/catalogue/join/index.ts';
import { emptyRecord, type OfficialRecord } from '../../../src/catalogue/official/record.ts';
import type { CatalogueContent } from '../../../src/domain/catalogue.ts';
import { citationsIn } from '../../../src/domain/citation.ts';
import { listSchema } from '../../../src/domain/list.ts';
import { type Party, partySchema } from '../../../src/domain/party.ts';
import { standingOn } from '../../../src/domain/standing.ts';

const citations = [{ source: 'invented', locator: 'page 1' }];

/** A record of an invented party; what the case is about is given. */
function record(fields: Partial<OfficialRecord> = {}): OfficialRecord {
  const name = fields.name ?? 'Zorvanta Optics';
  return {
    ...emptyRecord,
    list: 'sdn',
    record: '1',
    name,
    kind: 'company',
    names: [{ name, type: 'legal' }],
    original: { name },
    ...fields,
  };
}

const uid = (value: string) => [{ scheme: 'ofac-uid', value }];

interface WitnessCase {
  readonly feed: string;
  readonly date: string;
  readonly complete?: readonly string[];
  readonly records: readonly OfficialRecord[];
  /** Since when each record is seen; default the date. */
  readonly firstSeen?: string;
}

function witness({ feed, date, complete = [], records, firstSeen = date }: WitnessCase): Witness {
  const attested = records.map((one, seq) => {
    const entry = one.lasting ? one.record : `${one.name}|${one.country ?? ''}#${seq}`;
    return { seq, record: one, entry, firstSeen, gone: null };
  });
  const source = (day: string) => ({
    ...{ id: `${feed}-${day}`, type: 'official-list' as const, title: feed },
    ...{ publisher: null, date: day, url: null },
  });
  return {
    ...{ feed, date, source: source(date) },
    earlier: firstSeen === date ? [] : [source(firstSeen)],
    lists: new Set(records.map(({ list }) => list)),
    complete: new Set(complete),
    ownLists: [],
    records: () => attested,
    recordAt: (seq) => attested[seq] as (typeof attested)[number],
    blocks: () => [],
  };
}

function seeds(...parties: object[]): CatalogueContent {
  return {
    sources: [
      {
        ...{ id: 'invented', type: 'federal-register', title: 'Invented notice' },
        ...{ publisher: null, date: '2021-06-01', url: null },
      },
    ],
    lists: [],
    devices: [],
    parties: parties.map((party) =>
      partySchema.parse({
        ...{ kind: 'company', country: null },
        names: [{ name: 'Zorvanta', type: 'legal', citations }],
        ...party,
      }),
    ),
  };
}

function curated(id: string, list: string, name: string, ...periods: object[]) {
  const standing = periods.map((period) => ({ citations, ...period }));
  return { id, designations: [{ list, entry: { name }, periods: standing }] };
}

/** What joins to what: party ids with the records that each is made of. */
function joined(content: CatalogueContent, ...witnesses: Witness[]) {
  const { content: whole, undecided } = joinCatalogue(content, witnesses);
  const parties = [...whole.parties];
  const made = Object.fromEntries(
    parties.map((party) => [
      party.id,
      [...(whole.originals?.(party) ?? [])].map(({ list, record: id }) => `${list} ${id}`),
    ]),
  );
  return { parties, made, undecided, lists: [...whole.lists], sources: [...whole.sources] };
}

const only = (parties: readonly Party[], id: string) => parties.find((party) => party.id === id);

t.test('records join by recorded identity, and by nothing else', async (t) => {
  const sdn = record({ identifiers: uid('7') });
  const other = (fields: Partial<OfficialRecord>) =>
    witness({ feed: 'b', date: '2024-01-01', records: [record(fields)] });
  const cases: readonly (readonly [string, Partial<OfficialRecord>, number])[] = [
    ['the same OFAC number on another list', { list: 'ssi', identifiers: uid('7') }, 1],
    ['the same LEI', { list: 'x', identifiers: [{ scheme: 'lei', value: 'L1' }] }, 1],
    ['the same name only', { list: 'x', record: '9' }, 2],
    ['the same tax number only', { list: 'x', identifiers: [{ scheme: 'tax-id', value: '5' }] }, 2],
    ['another OFAC number, same name', { list: 'ssi', identifiers: uid('8') }, 2],
  ];
  for (const [what, fields, expected] of cases) {
    const first = record({
      ...sdn,
      identifiers: [...uid('7'), { scheme: 'lei', value: 'L1' }, { scheme: 'tax-id', value: '5' }],
    });
    const a = witness({ feed: 'a', date: '2024-01-01', records: [first] });
    t.equal(joined(seeds(), a, other(fields)).parties.length, expected, what);
  }
});

t.test(
  'an identifier that two parties of one file share decides nothing and is reported',
  async (t) => {
    const lei = { scheme: 'lei', value: 'L1' };
    const a = witness({
      feed: 'a',
      date: '2024-01-01',
      records: [
        record({ record: '1', identifiers: [...uid('1'), lei] }),
        record({ record: '2', identifiers: [...uid('2'), lei] }),
      ],
    });
    const b = witness({
      feed: 'b',
      date: '2024-01-01',
      records: [record({ list: 'x', record: '3', identifiers: [lei] })],
    });
    const { parties, undecided } = joined(seeds(), a, b);
    t.equal(parties.length, 3);
    t.match(undecided, [{ what: 'lei:L1', reason: /ofac-1, ofac-2/ }]);
  },
);

t.test('a curated party takes the records that it names', async (t) => {
  const a = witness({
    feed: 'a',
    date: '2022-05-31',
    records: [
      record({ list: 'entity-list', record: 'h1', lasting: false, name: 'Zorvanta  Optics Co.' }),
      record({ list: 'entity-list', record: 'h2', lasting: false, name: 'ZORVANTA OPTICS CO.' }),
      record({ list: 'ns-cmic', record: '7', identifiers: uid('7') }),
      record({ list: 'sdn', record: '8', identifiers: uid('8') }),
    ],
  });
  const bySameAs = {
    id: 'zorvanta',
    sameAs: [{ list: 'entity-list', name: 'Zorvanta Optics Co.' }],
  };
  const byNumber = { id: 'zorvanta', identifiers: [{ scheme: 'ofac-uid', value: '7', citations }] };
  const byRecord = { id: 'zorvanta', sameAs: [{ list: 'sdn', record: '8' }] };
  const byEntry = curated('zorvanta', 'entity-list', 'Zorvanta Optics Co.', {
    ...{ status: 'in-force', from: '2021-06-01' },
  });
  t.same(joined(seeds(bySameAs), a).made.zorvanta, ['entity-list h1'], 'as printed, case and all');
  t.same(joined(seeds(byNumber), a).made.zorvanta, ['ns-cmic 7']);
  t.same(joined(seeds(byRecord), a).made.zorvanta, ['sdn 8']);
  t.same(joined(seeds(byEntry), a).made.zorvanta, ['entity-list h1']);
  const twins = witness({
    feed: 'a',
    date: '2022-05-31',
    records: ['h1', 'h2'].map((id) =>
      record({ list: 'entity-list', record: id, lasting: false, name: 'Zorvanta Optics Co.' }),
    ),
  });
  const { made, undecided } = joined(seeds(byEntry), twins);
  t.same(made.zorvanta, [], 'an entry printed twice is not guessed');
  t.match(undecided, [{ reason: /say which in sameAs/ }]);
  t.same(joined(seeds(bySameAs), twins).made.zorvanta?.length, 2, 'unless sameAs says so');
});

t.test('two curated parties that claim one record are told, not merged', async (t) => {
  const a = witness({
    feed: 'a',
    date: '2022-05-31',
    records: [record({ identifiers: uid('7') })],
  });
  const same = { sameAs: [{ list: 'sdn', record: '7' }] };
  const { parties, undecided } = joined(seeds({ id: 'a', ...same }, { id: 'b', ...same }), a);
  t.same(
    parties.map(({ id }) => id),
    ['a', 'b', 'ofac-7'],
  );
  t.match(undecided, [{ what: 'a, b', reason: /claim the same record/ }]);
});

t.test('the newest witness sets the standing, older ones are cited', async (t) => {
  const old = record({ identifiers: uid('1'), programme: 'OLD', from: '2019-01-01' });
  const now = record({ identifiers: uid('1'), programme: 'NEW', from: '2019-01-02' });
  const { parties } = joined(
    seeds(),
    witness({ feed: 'old', date: '2022-05-31', records: [old] }),
    witness({ feed: 'now', date: '2024-05-03', records: [now] }),
  );
  const [designation] = only(parties, 'ofac-1')?.designations ?? [];
  t.equal(designation?.entry.programme, 'NEW');
  t.match(designation?.periods, [
    {
      status: 'in-force',
      from: '2019-01-02',
      seenOn: null,
      citations: [{ source: 'now-2024-05-03' }, { source: 'old-2022-05-31' }],
      disagreements: [{ field: 'from', value: '2019-01-01', followed: '2019-01-02' }],
    },
  ]);
});

t.test('an entry that a newer version of the whole list lacks has ended', async (t) => {
  const old = witness({
    feed: 'old',
    date: '2022-05-31',
    records: [record({ identifiers: uid('1') }), record({ record: '2', identifiers: uid('2') })],
  });
  const now = (complete: string[]) =>
    witness({
      feed: 'now',
      date: '2024-05-03',
      complete,
      records: [record({ identifiers: uid('1') })],
    });
  const gone = only(joined(seeds(), old, now(['sdn'])).parties, 'ofac-2')?.designations[0];
  t.match(gone?.periods, [
    { status: 'in-force', from: null, seenOn: '2022-05-31', to: '2024-05-02' },
    { status: 'removed', from: '2024-05-03', citations: [{ source: 'now-2024-05-03' }, {}] },
  ]);
  t.equal(gone && standingOn(gone, '2023-01-01')?.period.status, 'in-force');
  t.equal(gone && standingOn(gone, '2025-01-01')?.period.status, 'removed');
  const partial = only(joined(seeds(), old, now([])).parties, 'ofac-2')?.designations[0];
  t.equal(
    partial?.periods.length,
    1,
    'a file that holds a part of the list says nothing by silence',
  );
});

t.test('a list of 2022 does not revive an entry removed in 2023', async (t) => {
  const party = curated(
    'zorvanta',
    'entity-list',
    'Zorvanta Optics',
    { status: 'in-force', from: '2019-10-09', to: '2023-03-01' },
    { status: 'removed', from: '2023-03-02' },
  );
  const printed = record({ list: 'entity-list', record: 'h', lasting: false, from: '2019-10-09' });
  const at = (date: string) =>
    only(
      joined(
        seeds(party),
        witness({ feed: 'csl', date, complete: ['entity-list'], records: [printed] }),
      ).parties,
      'zorvanta',
    )?.designations;
  const old = at('2022-05-31');
  t.same(
    old?.map(({ periods }) => periods.map(({ status, to }) => [status, to])),
    [
      [
        ['in-force', '2023-03-01'],
        ['removed', null],
      ],
    ],
  );
  t.match(old?.[0]?.periods[0]?.citations, [{ source: 'invented' }, { source: 'csl-2022-05-31' }]);
  t.same(
    at('2025-01-01')?.[0]?.periods.map(({ status, from, to }) => [status, from, to]),
    [
      ['in-force', '2019-10-09', '2023-03-01'],
      ['removed', '2023-03-02', '2024-12-31'],
      ['in-force', '2025-01-01', null],
    ],
    'a newer file that has the entry again says that it is back',
  );
});

t.test('a start that the file prints otherwise is shown, not followed', async (t) => {
  const party = curated('zorvanta', 'entity-list', 'Zorvanta Optics', {
    ...{ status: 'in-force', from: '2019-10-07' },
  });
  const printed = record({
    ...{ list: 'entity-list', record: 'h', lasting: false, from: '2019-10-09' },
    ...{ licencePolicy: 'Presumption of denial', federalRegister: '84 FR 1' },
  });
  const a = witness({ feed: 'csl', date: '2022-05-31', records: [printed] });
  const [designation] = only(joined(seeds(party), a).parties, 'zorvanta')?.designations ?? [];
  t.match(designation, {
    entry: { licencePolicy: 'Presumption of denial', federalRegister: '84 FR 1' },
    periods: [
      {
        from: '2019-10-07',
        disagreements: [{ field: 'from', value: '2019-10-09', followed: '2019-10-07' }],
      },
    ],
  });
});

t.test('a newer whole list without the curated entry is a doubt, not an end', async (t) => {
  const party = curated('zorvanta', 'entity-list', 'Zorvanta Optics', {
    ...{ status: 'in-force', from: '2019-10-07' },
  });
  const elsewhere = record({ list: 'entity-list', record: 'h', lasting: false, name: 'Another' });
  const at = (date: string) =>
    only(
      joined(
        seeds(party),
        witness({ feed: 'csl', date, complete: ['entity-list'], records: [elsewhere] }),
      ).parties,
      'zorvanta',
    )?.designations[0]?.periods;
  t.match(at('2025-01-01'), [
    { status: 'in-force', to: null, disagreements: [{ field: 'status' }] },
  ]);
  t.same(at('2021-01-01')?.[0]?.disagreements, [], 'an older one says nothing');
});

t.test('who marks an alias as weak is followed', async (t) => {
  const names = (type: 'alias' | 'weak-alias') => [
    { name: 'ZORVANTA OPTICS', type: 'legal' as const },
    { name: 'ZO', type },
  ];
  const { parties } = joined(
    seeds(),
    witness({
      feed: 'a',
      date: '2024-01-02',
      records: [record({ identifiers: uid('1'), names: names('alias') })],
    }),
    witness({
      feed: 'b',
      date: '2024-01-01',
      records: [record({ identifiers: uid('1'), names: names('weak-alias') })],
    }),
  );
  t.match(parties[0]?.names, [{ type: 'legal' }, { name: 'ZO', type: 'weak-alias' }]);
});

t.test('since when an entry is seen is remembered and cited', async (t) => {
  const a = witness({
    ...{ feed: 'a', date: '2024-05-03', firstSeen: '2022-05-31' },
    records: [record({ identifiers: uid('1') })],
  });
  const { parties, sources } = joined(seeds(), a);
  t.match(parties[0]?.designations[0]?.periods, [
    { seenOn: '2022-05-31', citations: [{ source: 'a-2024-05-03' }, { source: 'a-2022-05-31' }] },
  ]);
  t.ok(sources.some(({ id }) => id === 'a-2022-05-31'));
});

t.test('a list that no seed describes has a record that says no more than that', async (t) => {
  const a = witness({
    feed: 'un',
    date: '2024-05-03',
    complete: ['un-sc'],
    records: [record({ list: 'un-sc' })],
  });
  const { lists } = joined(seeds(), a);
  t.match(lists, [
    {
      id: 'un-sc',
      jurisdiction: 'UN',
      effects: [{ consequence: 'watch' }],
      coverage: { complete: true, asOf: '2024-05-03' },
    },
  ]);
  for (const list of lists) t.ok(listSchema.safeParse(list).success);
});

t.test('laws of the join', async (t) => {
  const records = fc.array(
    fc.record({
      list: fc.constantFrom('sdn', 'entity-list', 'x'),
      number: fc.integer({ min: 1, max: 6 }),
      name: fc.constantFrom('Alpha', 'Beta', 'Gamma Trading', '海康'),
      lei: fc.option(fc.constantFrom('L1', 'L2')),
      from: fc.constantFrom(null, '2019-01-01', '2020-01-01'),
    }),
    { maxLength: 12 },
  );
  const build = (
    rows: readonly {
      list: string;
      number: number;
      name: string;
      lei: string | null;
      from: string | null;
    }[],
  ) =>
    [...new Map(rows.map((row) => [`${row.list} ${row.number}`, row])).values()].map((row) =>
      record({
        ...{ list: row.list, record: String(row.number), name: row.name, from: row.from },
        names: [{ name: row.name, type: 'legal' }],
        identifiers: [
          ...(row.list === 'sdn' ? uid(String(row.number)) : []),
          ...(row.lei === null ? [] : [{ scheme: 'lei', value: row.lei }]),
        ],
      }),
    );
  await t.resolves(
    fc.assert(
      fc.asyncProperty(records, records, async (a, b) => {
        const one = witness({
          feed: 'a',
          date: '2022-01-01',
          complete: ['sdn'],
          records: build(a),
        });
        const two = witness({
          feed: 'b',
          date: '2023-01-01',
          complete: ['sdn', 'x'],
          records: build(b),
        });
        const there = joined(seeds(), one, two);
        const back = joined(seeds(), two, one);
        const count = build(a).length + build(b).length;
        const kept = Object.values(there.made).flat().length;
        const sources = new Set(there.sources.map(({ id }) => id));
        const order = there.parties.map(({ id }) => id);
        return (
          kept === count &&
          there.parties.every((party) => partySchema.safeParse(party).success) &&
          there.parties.every((party) =>
            [...citationsIn(party)].every(({ citation }) => sources.has(citation.source)),
          ) &&
          JSON.stringify(order) === JSON.stringify([...order].sort()) &&
          there.parties.length === back.parties.length
        );
      }),
    ),
    'every record has one party, every citation a source, parties are in order, whatever the order of files',
  );
});
