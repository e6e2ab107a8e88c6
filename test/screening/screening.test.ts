import fc from 'fast-check';
import t from 'tap';
import {
  countryCode,
  describeList,
  describeParty,
  describeSource,
  type ScreenQueryInput,
  screeningSchema,
  screenQuerySchema,
  serialiseInBatch,
  serialiseScreening,
} from '../../src/screening/index.ts';
import { inventedScreener } from './catalogue.ts';

t.test('screening', async (t) => {
  const screener = inventedScreener(t);
  const screen = (query: ScreenQueryInput) => screener.screen(screenQuerySchema.parse(query));
  const said = (query: ScreenQueryInput) =>
    screen(query).determinations.map((d) => `${d.list} ${d.activity} ${d.consequence} ${d.party}`);

  await t.test('the law of the day that is asked about', async (t) => {
    const table: [string, string[]][] = [
      ['2018-08-12', []],
      ['2019-08-12', ['ban procure watch zorblatt', 'ban use watch zorblatt']],
      ['2019-09-01', ['ban procure prohibited zorblatt']],
      [
        '2020-08-13',
        [
          'ban procure prohibited zorblatt',
          'ban use prohibited zorblatt',
          'licence export license-required zorblatt',
          'licence procure red-flag zorblatt',
        ],
      ],
      [
        '2023-01-02',
        [
          'ban procure prohibited zorblatt',
          'ban use prohibited zorblatt',
          'rumour transact watch zorblatt',
        ],
      ],
    ];
    for (const [asOf, expected] of table) t.same(said({ name: 'Zorblatt', asOf }), expected, asOf);
    t.same(
      screen({ name: 'Zorblatt', asOf: '2023-01-02' }).matches[0]?.designations.map(
        ({ list, status, force }) => `${list.id} ${status} ${force}`,
      ),
      ['ban in-force effects', 'licence removed nothing', 'rumour reported watch'],
      'each with what it amounts to',
    );
    t.equal(screen({ name: 'Zorblatt' }).asOf, '2024-06-01', 'today by the clock given');
  });

  await t.test('the outcome counts only parties with a designation', async (t) => {
    t.equal(screen({ name: 'Zorblat' }).outcome, 'match');
    t.equal(screen({ name: 'Zorblatt', asOf: '2018-08-12' }).outcome, 'no-match');
    t.equal(screen({ name: 'Zorblatt', asOf: '2018-08-13' }).outcome, 'match', 'of any status');
    t.equal(screen({ name: 'Acme Garden Supply' }).outcome, 'no-match');
    const counted = (query: ScreenQueryInput) =>
      screen(query).matches.map(({ party, counts }) => `${party.id} ${counts}`);
    t.same(
      counted({ name: 'Hangzhou Zorblatt Optical Limited' }).slice(0, 2),
      ['zorblatt-limited true', 'zorblatt false'],
      'a possible match does not count beside a strong one',
    );
    t.same(counted({ product: { model: 'ZB-2CD2042', brand: 'Axis' } }), ['zorblatt true']);
    t.same(counted({ name: 'Lumivex' }), ['lumivex false'], 'nor one on no list');
    const relabeller = screen({ name: 'Lumivex' });
    t.equal(relabeller.outcome, 'no-match');
    t.same(relabeller.determinations, []);
    t.match(relabeller.matches, [
      {
        party: { id: 'lumivex' },
        designations: [],
        leads: [{ party: { id: 'zorblatt' }, evidence: 'press' }],
      },
    ]);
  });

  await t.test(
    'a restriction reaches a subsidiary by the list’s own rule, with its path',
    async (t) => {
      t.same(said({ name: 'Quuxly Home Network' }), [
        'ban procure prohibited zorblatt',
        'ban use prohibited zorblatt',
      ]);
      const [match] = screen({ name: 'Quuxly Home Network' }).matches;
      t.match(match, {
        party: { id: 'zorblatt-home' },
        reach: { assessed: true, note: null },
        designations: [
          {
            list: { id: 'ban' },
            via: [{ relation: 'subsidiary-of', to: 'zorblatt', evidence: 'filing' }],
          },
        ],
      });
      t.equal(match?.designations.length, 1);
      const [alone] = screen({ name: 'Hangzhou Zorblatt Optical Limited' }).matches;
      t.match(alone?.reach, { assessed: false, note: /not assessed/ });
    },
  );

  await t.test('a name that one party bears is not another’s', async (t) => {
    const { matches, determinations } = screen({ name: 'Hangzhou Zorblatt Optical Limited' });
    t.equal(matches[0]?.party.id, 'zorblatt-limited');
    t.ok(determinations.every(({ party }) => party === 'zorblatt-limited'));
    const other = matches.find(({ party }) => party.id === 'zorblatt');
    t.equal(other?.strength, 'possible');
    t.match(other?.explanation.adjustments.at(-1), { reason: /bears this very name/ });
  });

  await t.test('lists and activity narrow what is answered, never who is matched', async (t) => {
    const narrowed = screen({ name: 'Zorblatt', lists: ['licence'], asOf: '2020-08-13' });
    t.same(
      narrowed.matches[0]?.designations.map((d) => d.list.id),
      ['licence'],
    );
    t.same(
      narrowed.coverage.lists.map(({ id }) => id),
      ['licence'],
    );
    const left = narrowed.coverage.notChecked.filter(({ reason }) => /by the query/.test(reason));
    t.same(
      left.map(({ what }) => what),
      ['ban', 'rumour'],
    );
    t.same(said({ name: 'Zorblatt', activity: 'use', asOf: '2020-08-13' }), [
      'ban use prohibited zorblatt',
    ]);
    const elsewhere = screen({ name: 'Quuxly Home Network', lists: ['rumour'] });
    t.equal(elsewhere.matches.length, 1);
    t.equal(elsewhere.outcome, 'no-match');
    t.throws(() => screen({ name: 'x', lists: ['ban', 'bann'] }), {
      code: 'invalid-request',
      complaints: [{ path: 'lists.1', message: /"bann"/ }],
    });
  });

  await t.test('threshold raises the level of a match and never lowers it', async (t) => {
    const [match] = screen({ name: 'Zorblat' }).matches;
    const score = match?.score ?? 0;
    t.equal(screen({ name: 'Zorblat', threshold: Math.min(1, score + 0.01) }).matches.length, 0);
    t.same(screen({ name: 'Zorblat', threshold: 0 }).matches, screen({ name: 'Zorblat' }).matches);
  });

  await t.test('identifiers and devices denote a party as names do', async (t) => {
    const uscc = { scheme: 'uscc', value: '91330000733796106P' };
    t.match(screen({ identifiers: [uscc] }).matches, [
      {
        party: { id: 'zorblatt' },
        score: 1,
        strength: 'exact',
        matchedOn: { field: 'identifier' },
      },
    ]);
    t.equal(screen({ product: { model: 'ZB-2CD2042' } }).outcome, 'match');
    t.equal(screen({ product: { model: 'ZB-2CD2042', brand: 'Axis' } }).outcome, 'possible-match');
    t.equal(screen({ product: { model: 'IPX-1' } }).outcome, 'no-match', 'weak alone');
    t.equal(screen({ product: { model: 'IPX-1', brand: 'Zorblatt' } }).outcome, 'match');
    t.equal(screen({ product: { model: 'IPX-1' }, name: 'Quuxly Home Network' }).outcome, 'match');
    const publisher = screen({ product: { purl: 'pkg:npm/%40zorblatt/sdk@1.0.0' } });
    t.equal(publisher.outcome, 'possible-match');
    t.same(publisher.determinations, [], 'a package determines nothing');
    t.match(publisher.matches[0]?.matchedOn, { field: 'purl', note: /not covered equipment/ });
  });

  await t.test('every statement of an answer is cited', async (t) => {
    const answer = screen({ name: 'Quuxly Home Network', product: { model: 'ZB-2C1' } });
    t.ok(screeningSchema.safeParse(answer).success);
    for (const { matchedOn, designations } of answer.matches) {
      t.ok(matchedOn.citations.length > 0);
      for (const { citations, effects, via } of designations) {
        t.ok(citations.length > 0);
        for (const cited of [...effects, ...via])
          t.match(cited.citations[0], { title: 'An invented act', locator: 'sec. 1' });
      }
    }
    t.match(answer.disclaimer, /no legal advice/);
    t.match(
      answer.coverage.notChecked.map(({ what }) => what),
      ['licence: parties beyond the curated ones', 'licence: All kites'],
    );
  });

  await t.test('an answer is serialised as JSON.stringify would', async (t) => {
    const texts = fc.constantFrom('Zorblatt', 'Zorblat Optical', 'Quuxly', 'no such "name"', 'Ω');
    t.doesNotThrow(() =>
      fc.assert(
        fc.property(
          texts,
          fc.option(fc.string({ maxLength: 9 }), { nil: undefined }),
          (name, reference) => {
            const answer = screen({ name, ...(reference !== undefined && { reference }) });
            const { coverage, disclaimer, ...rest } = answer;
            const whole: unknown = JSON.parse(serialiseScreening(answer));
            const inBatch: unknown = JSON.parse(serialiseInBatch(answer));
            const { version, sha256 } = coverage.catalogue;
            return (
              JSON.stringify(whole) === JSON.stringify({ ...rest, coverage, disclaimer }) &&
              JSON.stringify(inBatch) ===
                JSON.stringify({ ...rest, coverage: { catalogue: { version, sha256 } } })
            );
          },
        ),
      ),
    );
  });

  await t.test('the same query has the same answer, but for id', async (t) => {
    const { id: first, ...one } = screen({ name: 'Zorblat' });
    const { id: second, ...other } = screen({ name: 'Zorblat' });
    t.same(one, other);
    t.not(first, second);
    t.match(first, /^scr_[0-9a-f]{32}$/);
  });

  await t.test('a party, a list and a source are described whole', async (t) => {
    const party = describeParty(screener, 'zorblatt', { from: '2018-08-13', to: '2023-01-02' });
    t.same(
      party.changes?.map(({ date, list, summary }) => `${date} ${list} ${summary}`),
      [
        '2019-08-13 ban announced -> in-force',
        '2019-08-13 ban procure: prohibited',
        '2019-10-09 licence in-force',
        '2020-08-13 ban use: prohibited',
        '2022-05-04 rumour reported',
        '2023-01-02 licence in-force -> removed',
      ],
    );
    t.match(
      party.relatedBy.map(({ other, relation }) => [other.id, relation]),
      [
        ['lumivex', 'relabels'],
        ['zorblatt-home', 'subsidiary-of'],
      ],
    );
    t.same(
      party.changes?.map(({ effect }) => effect?.consequence ?? null),
      [null, 'prohibited', null, 'prohibited', null, null],
    );
    t.equal(describeParty(screener, 'zorblatt').changes, null);
    const standings = (asOf?: string) => {
      const { designations, asOf: day } = describeParty(screener, 'zorblatt', { asOf });
      return [day, ...designations.map(({ standing }) => standing?.status ?? null)];
    };
    t.same(standings(), ['2024-06-01', 'in-force', 'removed', 'reported']);
    t.same(standings('2019-08-12'), ['2019-08-12', 'announced', null, null], 'of an earlier day');
    t.same(describeParty(screener, 'zorblatt-home', { asOf: '2018-08-12' }).reached, []);
    t.match(describeParty(screener, 'zorblatt-home').reached, [{ list: { id: 'ban' } }]);
    t.same(describeList(screener, 'licence').members, ['zorblatt', 'zorblatt-limited']);
    t.same(describeSource(screener, 'invented-act').supports.lists, ['ban', 'licence', 'rumour']);
    for (const describe of [describeParty, describeList, describeSource]) {
      t.throws(() => describe(screener, 'nobody'), { code: 'not-found' });
    }
  });
});

t.test('a query is refused by the field at fault', async (t) => {
  const table: [string, unknown, string][] = [
    ['nothing to screen', {}, 'name'],
    ['an unknown field', { name: 'x', asof: '2020-01-01' }, ''],
    ['an empty name', { name: '' }, 'name'],
    ['a blank name', { name: ' \t' }, 'name'],
    ['513 characters', { name: 'x'.repeat(513) }, 'name'],
    ['a lone surrogate', { name: 'x\ud800' }, 'name'],
    ['a wrong date', { name: 'x', asOf: '2020-02-30' }, 'asOf'],
    ['no country', { name: 'x', country: 'Atlantis' }, 'country'],
    ['an unknown activity', { name: 'x', activity: 'buy' }, 'activity'],
    ['a threshold over 1', { name: 'x', threshold: 1.1 }, 'threshold'],
    ['a limit of 0', { name: 'x', limit: 0 }, 'limit'],
    ['a long reference', { name: 'x', reference: 'r'.repeat(129) }, 'reference'],
    ['an empty product', { product: {} }, 'product'],
  ];
  for (const [what, query, path] of table) {
    const paths = screenQuerySchema
      .safeParse(query)
      .error?.issues.map((issue) => issue.path.join('.'));
    t.ok(paths?.includes(path), `${what}: ${path}`);
  }
  t.ok(
    screenQuerySchema.safeParse({ name: '𠮷'.repeat(512) }).success,
    '512 code points of two units',
  );
});

t.test('a country is read by code or name', async (t) => {
  const table: [string, string | undefined][] = [
    ['cn', 'CN'],
    ['CHN', 'CN'],
    ['China', 'CN'],
    ['Russian Federation', 'RU'],
    ['Korea, Republic of', 'KR'],
    ['DPRK', 'KP'],
    ['UK', 'GB'],
    ['Türkiye', 'TR'],
    ['Atlantis', undefined],
  ];
  for (const [text, code] of table) t.equal(countryCode(text), code, text);
});
