import t from 'tap';
import { listSchema } from '../../src/domain/list.ts';
import { type Party, partySchema } from '../../src/domain/party.ts';
import type { AffiliatesRule } from '../../src/domain/reach.ts';
import { affiliationOf } from '../../src/screening/affiliation.ts';
import { citations } from './catalogue.ts';

const period = (status: string, from: string | null, to: string | null = null, more = {}) => ({
  ...{ status, from, to, citations },
  ...more,
});

/** In force in 2025, suspended in 2026, and from 2027 on by its terms in force, which no document confirms. */
const byShares = listSchema.parse({
  ...{ id: 'shares', name: 'Shares', shortName: 'Shares', agency: 'Nobody', jurisdiction: 'US' },
  ...{ authority: 'none', summary: 'invented', binds: 'nobody', citations },
  periods: [period('in-force', null)],
  effects: [
    {
      ...{ activity: 'export', consequence: 'license-required', from: null },
      ...{ summary: 'no', binds: 'nobody', citations },
    },
  ],
  reach: [
    {
      ...{ rule: 'owned-50', exceptCountries: ['US'], summary: 'invented', citations },
      periods: [
        period('in-force', '2025-01-01', '2025-12-31'),
        period('suspended', '2026-01-01', '2026-12-31'),
        period('in-force', '2027-01-01', null, { confirmed: false }),
      ],
    },
  ],
  coverage: { complete: true, asOf: '2024-01-01' },
});

const party = (id: string, more: object = {}): Party =>
  partySchema.parse({
    ...{ id, kind: 'company', country: 'CN', names: [{ name: id, type: 'legal', citations }] },
    ...more,
  });
const tie = (type: string, more: object = {}) => ({
  relations: [{ type, party: 'owner', evidence: 'press', citations, ...more }],
});
const listed = {
  designations: [
    { list: 'shares', entry: { name: 'Listed' }, periods: [period('in-force', '2020-01-01')] },
  ],
};
const owner = party('owner', listed);

const catalogue = {
  lists: new Map([[byShares.id, byShares]]),
  party: (id: string) => (id === owner.id ? owner : undefined),
};

const NOTHING_KNOWN =
  'affiliation not assessed: the catalogue records no owner or affiliate of this party';
const NO_SHARE =
  'no share is recorded (subsidiary of owner): whether the 50 % rule of shares reaches this party is not assessed';
const ENDED =
  'no recorded tie holds on 2022-11-25: subsidiary of owner from 2018-02 until 2022-11-24';
const sold = party('a', tie('subsidiary-of', { since: '2018-02', until: '2022-11-24' }));
const shareless = party('a', tie('subsidiary-of'));
const american = party('a', { country: 'US', ...tie('subsidiary-of') });
const named = party('a', { ...listed, ...tie('subsidiary-of') });

t.test('what is known of an affiliation on a day, and what is not', async (t) => {
  const cases: [label: string, Party, asOf: string, note: string | null, AffiliatesRule?][] = [
    ['no tie at all', party('a'), '2025-06-01', NOTHING_KNOWN],
    ['an OEM relation', party('a', tie('relabels')), '2025-06-01', NOTHING_KNOWN],
    ['a tie on its last day', sold, '2022-11-24', null],
    ['a tie that has ended', sold, '2022-11-25', ENDED],
    ['no share, before the rule of shares', shareless, '2024-06-01', null],
    ['no share, while it is in force', shareless, '2025-06-01', NO_SHARE],
    ['no share, while it is suspended', shareless, '2026-06-01', null],
    ['no share, after that by its terms', shareless, '2027-06-01', NO_SHARE],
    ['no share, after that as settled', shareless, '2027-06-01', null, 'suspended'],
    ['a share', party('a', tie('subsidiary-of', { percent: 40 })), '2025-06-01', null],
    ['a brand, which has no shares', party('a', tie('brand-of')), '2025-06-01', null],
    ['a country left out', american, '2025-06-01', null],
    ['named by the list itself', named, '2025-06-01', null],
  ];
  for (const [label, subject, asOf, note, setting = 'by-terms'] of cases) {
    const assessed = note !== NOTHING_KNOWN;
    t.same(
      affiliationOf(subject, asOf, catalogue, setting),
      { assessed, note },
      `${label}, ${asOf}`,
    );
  }
});
