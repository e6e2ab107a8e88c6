import { join } from 'node:path';
import type { Test } from 'tap';
import { devicesSchema } from '../../src/domain/device.ts';
import { listSchema } from '../../src/domain/list.ts';
import { partySchema } from '../../src/domain/party.ts';
import { sourceSchema } from '../../src/domain/source.ts';
import { buildIndex } from '../../src/matching/index.ts';
import { Screener } from '../../src/screening/index.ts';
import { openCatalogue, writeCatalogue } from '../../src/store/index.ts';

export const citations = [{ source: 'invented-act', locator: 'sec. 1' }];

/** The day on which the clock of these tests stands. */
export const NOW = new Date('2024-06-01T12:00:00.000Z');

const period = (status: string, from: string | null, to: string | null = null, more = {}) => ({
  ...{ status, from, to, citations },
  ...more,
});

const list = (id: string, effects: object[], reach: object[], more = {}) =>
  listSchema.parse({
    ...{ id, name: `The ${id} list`, shortName: id, agency: 'Nobody', jurisdiction: 'US' },
    ...{ authority: 'none', summary: 'invented', binds: 'nobody', citations },
    periods: [period('in-force', null)],
    effects: effects.map((effect) => ({
      summary: 'no',
      binds: 'nobody',
      from: null,
      citations,
      ...effect,
    })),
    reach: reach.map((rule) => ({
      ...{ summary: 'invented', citations, periods: [period('in-force', null)] },
      ...rule,
    })),
    coverage: { complete: true, asOf: '2024-01-01' },
    ...more,
  });

const LISTS = [
  list(
    'ban',
    [
      { activity: 'procure', consequence: 'prohibited', from: '2019-08-13' },
      { activity: 'use', consequence: 'prohibited', from: '2020-08-13' },
    ],
    [{ rule: 'subsidiaries-and-affiliates' }],
  ),
  list(
    'licence',
    [
      { activity: 'export', consequence: 'license-required' },
      { activity: 'procure', consequence: 'red-flag' },
    ],
    [{ rule: 'none' }],
    {
      coverage: { complete: false, asOf: '2024-01-01' },
      classes: [{ id: 'all-kites', text: 'All kites', from: '2024-01-01', citations }],
    },
  ),
  list('rumour', [{ activity: 'transact', consequence: 'watch' }], [{ rule: 'none' }]),
];

const name = (text: string, type = 'legal') => ({ name: text, type, citations });
const held = (list: string, entry: string, ...periods: object[]) => ({
  ...{ list, entry: { name: entry }, periods },
});

const PARTIES = [
  {
    id: 'zorblatt',
    kind: 'company',
    country: 'CN',
    names: [name('Hangzhou Zorblatt Optical Co., Ltd.'), name('Zorblatt', 'short')],
    identifiers: [{ scheme: 'uscc', value: '91330000733796106P', citations }],
    designations: [
      held(
        'ban',
        'Zorblatt Company',
        period('announced', '2018-08-13', '2019-08-12'),
        period('in-force', '2019-08-13'),
      ),
      held(
        'licence',
        'Zorblatt',
        period('in-force', '2019-10-09', '2023-01-01'),
        period('removed', '2023-01-02'),
      ),
      held(
        'rumour',
        'Zorblatt',
        period('reported', '2022-05-04', null, {
          report: { by: 'A paper', attributedTo: null, outcome: 'never confirmed' },
        }),
      ),
    ],
  },
  {
    id: 'zorblatt-home',
    kind: 'company',
    country: 'CN',
    names: [name('Quuxly Home Network Co., Ltd.')],
    relations: [{ type: 'subsidiary-of', party: 'zorblatt', evidence: 'filing', citations }],
  },
  {
    id: 'zorblatt-limited',
    kind: 'company',
    country: 'HK',
    names: [name('Hangzhou Zorblatt Optical Limited')],
    designations: [held('licence', 'Zorblatt Optical Limited', period('in-force', '2020-01-01'))],
  },
  {
    id: 'lumivex',
    kind: 'company',
    country: 'US',
    names: [name('Lumivex Incorporated')],
    relations: [
      { type: 'relabels', party: 'zorblatt', evidence: 'press', note: 'until 2021', citations },
    ],
  },
];

/** A screener over an invented catalogue of four parties and three lists. */
export function inventedScreener(t: Test): Screener {
  const path = join(t.testdir({}), 'catalogue.db');
  writeCatalogue(
    path,
    {
      sources: [
        sourceSchema.parse({
          ...{ id: 'invented-act', type: 'statute', title: 'An invented act' },
          ...{ publisher: 'Nobody', date: '2018', url: null },
        }),
      ],
      lists: LISTS,
      parties: PARTIES.map((party) => partySchema.parse(party)),
      devices: [
        devicesSchema.parse({
          id: 'zorblatt',
          signs: [
            {
              kind: 'model',
              pattern: 'ZB-2C',
              alone: true,
              evidence: 'advisory',
              confidence: 'high',
              citations,
            },
            {
              kind: 'model',
              pattern: 'IPX-\\d',
              alone: false,
              evidence: 'community',
              confidence: 'medium',
              citations,
            },
            {
              kind: 'package',
              pattern: 'npm/@zorblatt/*',
              alone: true,
              evidence: 'vendor-document',
              confidence: 'high',
              citations,
            },
          ],
        }),
      ],
    },
    { inputs: 'test', builtAt: NOW },
  );
  const catalogue = openCatalogue(path);
  t.teardown(() => catalogue.close());
  const index = buildIndex(catalogue.names());
  return new Screener({ catalogue, index, affiliatesRule: 'by-terms', now: () => NOW });
}
