import t from 'tap';
import { type List, listSchema } from '../../src/domain/list.ts';
import { type Party, partySchema } from '../../src/domain/party.ts';
import { type AffiliatesRule, pathsTo, reachOn } from '../../src/domain/reach.ts';

const citations = [{ source: 'invented', locator: null }];

type Tie = { type: string; party: string; percent?: number; since?: string; until?: string };

function party(id: string, ...relations: Tie[]): Party {
  return partySchema.parse({
    id,
    kind: 'company',
    country: null,
    names: [{ name: id, type: 'legal', citations }],
    relations: relations.map((relation) => ({ evidence: 'filing', citations, ...relation })),
  });
}

type Rule = { rule: string; aggregate?: boolean; exceptCountries?: string[]; periods?: object[] };

function list(...reach: Rule[]): List {
  return listSchema.parse({
    ...{ id: 'invented-list', name: 'Invented', shortName: 'Invented', agency: 'Nobody' },
    ...{ jurisdiction: 'US', authority: 'none', summary: 'invented', binds: 'nobody' },
    periods: [{ status: 'in-force', from: null, citations }],
    effects: [],
    reach: reach.map(({ periods, ...rule }) => ({
      ...{ summary: 'invented', citations, ...rule },
      periods: periods ?? [{ status: 'in-force', from: null, citations }],
    })),
    coverage: { complete: true, asOf: '2026-01-01' },
    citations,
  });
}

/** The paths from a party under the rules, written `a>b>c`, for parties of which some are listed. */
function paths(
  parties: Party[],
  listed: string[],
  start: string,
  { rules = [{ rule: 'none' }] as Rule[], asOf = '2024-01-01' } = {},
): string[] {
  const byId = new Map(parties.map((party) => [party.id, party]));
  const from = byId.get(start);
  if (!from) throw new Error(`no party ${start}`);
  return pathsTo(
    from,
    reachOn(list(...rules), asOf, 'by-terms'),
    asOf,
    (id) => byId.get(id),
    ({ id }) => listed.includes(id),
  ).map(({ steps }) => [start, ...steps.map(({ relation }) => relation.party)].join('>'));
}

const AFFILIATES: Rule[] = [{ rule: 'subsidiaries-and-affiliates' }];
const OWNED: Rule[] = [{ rule: 'owned-50', aggregate: true }];

t.test('a restriction reaches only as far as its own rule', async (t) => {
  const family = [
    party('parent', { type: 'owned-by', party: 'state', percent: 60 }),
    party('state'),
    party('daughter', { type: 'subsidiary-of', party: 'parent' }),
    party('brand', { type: 'brand-of', party: 'daughter' }),
    party('own-brand', { type: 'brand-of', party: 'parent' }),
    party('minority', { type: 'owned-by', party: 'parent', percent: 20 }),
    party('friend', { type: 'affiliate-of', party: 'daughter' }),
    party('oem', { type: 'relabels', party: 'parent' }),
  ];
  const cases: [string, string, Rule[], string[]][] = [
    ['a subsidiary under "none"', 'daughter', [{ rule: 'none' }], []],
    [
      'a brand of the listed party under "none"',
      'own-brand',
      [{ rule: 'none' }],
      ['own-brand>parent'],
    ],
    ['a subsidiary', 'daughter', AFFILIATES, ['daughter>parent']],
    ["a subsidiary's brand", 'brand', AFFILIATES, ['brand>daughter>parent']],
    ['an affiliate of a subsidiary', 'friend', AFFILIATES, ['friend>daughter>parent']],
    ['a minority holding', 'minority', AFFILIATES, []],
    ['an OEM relation', 'oem', AFFILIATES, []],
    ['the parent of a listed party', 'state', AFFILIATES, []],
    ['a subsidiary without a stated share under owned-50', 'daughter', OWNED, []],
  ];
  for (const [name, start, rules, expected] of cases) {
    t.same(paths(family, ['parent'], start, { rules }), expected, name);
  }
  t.same(paths(family, ['state'], 'parent', { rules: OWNED }), ['parent>state']);
});

t.test('owned-50 adds up the shares of listed owners only where the list says so', async (t) => {
  const shared = [
    party(
      'joint',
      { type: 'owned-by', party: 'a', percent: 30 },
      { type: 'owned-by', party: 'b', percent: 20 },
    ),
    party('a'),
    party('b'),
    party('half', { type: 'owned-by', party: 'joint', percent: 50 }),
    party('less', { type: 'owned-by', party: 'joint', percent: 49.9 }),
  ];
  t.same(paths(shared, ['a', 'b'], 'joint', { rules: OWNED }), ['joint>a', 'joint>b']);
  t.same(paths(shared, ['a'], 'joint', { rules: OWNED }), [], 'one listed owner of 30 %');
  t.same(paths(shared, ['a', 'b'], 'joint', { rules: [{ rule: 'owned-50' }] }), [], 'no adding up');
  t.same(paths(shared, ['a', 'b'], 'half', { rules: OWNED }), ['half>joint>a', 'half>joint>b']);
  t.same(paths(shared, ['a', 'b'], 'less', { rules: OWNED }), []);
});

t.test('a relation counts only while it held', async (t) => {
  const sold = [
    party('sold', { type: 'subsidiary-of', party: 'parent', since: '2011', until: '2020-11-17' }),
    party('parent'),
  ];
  const reached = (asOf: string) => paths(sold, ['parent'], 'sold', { rules: AFFILIATES, asOf });
  t.same(reached('2010-12-31'), []);
  t.same(reached('2011-01-01'), ['sold>parent']);
  t.same(reached('2020-11-17'), ['sold>parent']);
  t.same(reached('2020-11-18'), []);
});

t.test('a rule for foreign parties does not reach a domestic one', async (t) => {
  const owned: Tie = { type: 'owned-by', party: 'parent', percent: 100 };
  const family = [
    { ...party('home', owned), country: 'US' },
    { ...party('abroad', owned), country: 'CN' },
    party('unknown', owned),
    party('parent'),
  ];
  const rules: Rule[] = [{ rule: 'owned-50', exceptCountries: ['US'] }];
  t.same(paths(family, ['parent'], 'home', { rules }), []);
  t.same(paths(family, ['parent'], 'abroad', { rules }), ['abroad>parent']);
  t.same(paths(family, ['parent'], 'unknown', { rules }), ['unknown>parent']);
});

t.test('a circle of owners ends', async (t) => {
  const circle = [
    party('a', { type: 'owned-by', party: 'b', percent: 60 }, { type: 'affiliate-of', party: 'b' }),
    party('b', { type: 'owned-by', party: 'a', percent: 60 }, { type: 'affiliate-of', party: 'a' }),
  ];
  for (const rules of [AFFILIATES, OWNED]) t.same(paths(circle, ['c'], 'a', { rules }), []);
});

t.test('a rule that is suspended, and one that no document confirms', async (t) => {
  const affiliates = list({
    rule: 'owned-50',
    periods: [
      { status: 'in-force', from: '2025-09-29', to: '2025-11-09', citations },
      { status: 'suspended', from: '2025-11-10', to: '2026-11-09', citations },
      { status: 'in-force', from: '2026-11-10', confirmed: false, citations },
    ],
  });
  const cases: [string, AffiliatesRule, string | undefined, boolean | undefined][] = [
    ['2025-09-28', 'in-force', undefined, undefined],
    ['2025-10-15', 'suspended', 'in-force', true],
    ['2025-12-01', 'in-force', 'suspended', true],
    ['2026-11-20', 'by-terms', 'in-force', false],
    ['2026-11-20', 'in-force', 'in-force', false],
    ['2026-11-20', 'suspended', 'suspended', false],
  ];
  for (const [asOf, setting, status, confirmed] of cases) {
    const [reach] = reachOn(affiliates, asOf, setting);
    t.equal(reach?.status, status, `${asOf} ${setting}: ${status}`);
    t.equal(reach?.confirmed, confirmed);
  }
});
