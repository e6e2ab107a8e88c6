import assert from 'node:assert/strict';
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import t from 'tap';
import { readConfiguration, settings } from '../../src/cli/configuration.ts';
import { failLevels, reaches } from '../../src/cli/exit-status.ts';
import { failureLine } from '../../src/cli/failure.ts';
import { briefText } from '../../src/cli/text/brief.ts';
import { Footnotes } from '../../src/cli/text/footnotes.ts';
import { displayWidth, Layout, printable, printableWithin } from '../../src/cli/text/layout.ts';
import { type Consequence, consequences } from '../../src/domain/effect.ts';
import { RedflagError } from '../../src/domain/error.ts';
import type { Screening } from '../../src/screening/index.ts';

const layoutOf = (columns: number, colour = false) => new Layout({ columns, colour });

t.test('law: a line is no wider than the terminal, unless one word is', async (t) => {
  const word = fc.oneof(
    fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 30 }),
    fc.constantFrom('海康威视数字技术股份有限公司', 'ハイクビジョン', '한국', 'é', 'Zürich,'),
  );
  const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(' '));
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(text, fc.integer({ min: 40, max: 110 }), (text, columns) => {
        const lines = layoutOf(columns).paragraph(text, '  - ');
        const words = (line: string) => line.trim().replace(/^- ?/, '').trim().split(' ');
        for (const line of lines) {
          assert.ok(displayWidth(line) <= columns || words(line).length === 1, line);
        }
        const letters = (text: string) => text.replace(/\s/g, '');
        assert.equal(letters(lines.join('')).replace('-', ''), letters(text));
      }),
    ),
  );
});

t.test('law: nothing printed steers a terminal', async (t) => {
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.doesNotMatch(printable(text), /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
    ),
  );
  t.equal(printable('a\u001b[31mb\u202ec'), 'a\\u{001b}[31mb\\u{202e}c');
  t.same(printableWithin({ a: ['\u0007', 1, null], b: { c: 'x' } }), {
    a: ['\\u{0007}', 1, null],
    b: { c: 'x' },
  });
});

t.test('a table aligns its columns and wraps the last', async (t) => {
  const rows = [
    ['list', '7', 'words that do not fit on one line of this narrow page'],
    ['名單', '12', 'short'],
  ];
  t.same(layoutOf(40).table(rows, ' '), [
    ' list  7   words that do not fit on one',
    '           line of this narrow page',
    ' 名單  12  short',
  ]);
});

t.test('colours are set only where there are colours, and take no room', async (t) => {
  t.equal(layoutOf(80).style('red', 'x'), 'x');
  const styled = layoutOf(80, true).style(['bold', 'red'], 'x');
  t.match(styled, '\u001b[');
  t.equal(stripVTControlCharacters(styled), 'x');
  t.same(
    layoutOf(80, true)
      .table([[styled, 'y']])
      .map(stripVTControlCharacters),
    layoutOf(80).table([['x', 'y']]),
  );
});

t.test('documents are numbered once, with each place at its statement', async (t) => {
  const notes = new Footnotes();
  const cited = (source: string, locator: string | null, url: string | null = null) => ({
    ...{ source, type: 'press' as const, title: `Title of ${source}` },
    ...{ publisher: null, date: null, locator, url },
  });
  t.equal(
    notes.refer([cited('a', 'p. 1'), cited('b', null), cited('a', 'p. 2')]),
    '[1] p. 1, p. 2; [2]',
  );
  t.equal(notes.refer([cited('b', 'L3')]), '[2] L3');
  t.same(notes.lines(layoutOf(80)), [
    '  [1] Title of a. No publisher or date stated (press)',
    '  [2] Title of b. No publisher or date stated (press)',
  ]);
});

t.test('the fail level: every level against every strongest consequence', async (t) => {
  const answer = (outcome: Screening['outcome'], consequence?: Consequence) => ({
    outcome,
    determinations:
      consequence === undefined
        ? []
        : [
            {
              ...{ consequence, activity: 'use' as const, list: 'l', party: 'p' },
              ...{ from: null, to: null, grounds: [{ match: 0, designation: 0, effect: 0 }] },
            },
          ],
  });
  for (const level of failLevels) {
    const rank = consequences.indexOf(level as Consequence);
    for (const [at, consequence] of consequences.entries()) {
      t.equal(reaches(answer('match', consequence), level), at >= rank, `${consequence}, ${level}`);
    }
    t.equal(reaches(answer('no-match'), level), false, `no match, ${level}`);
    const any = level === 'possible-match';
    t.equal(reaches(answer('possible-match'), level), any, `possible match, ${level}`);
    t.equal(reaches(answer('match'), level), any, `match without determination, ${level}`);
  }
});

const failures: [what: string, error: unknown, line: string][] = [
  ['a deliberate error', new RedflagError('not-found', 'there is no x'), 'redflag: there is no x'],
  [
    'fields, by their options',
    new RedflagError('invalid-request', 'no', [
      { path: 'asOf', message: 'is no day' },
      { path: 'lists.0', message: 'is no list' },
      { path: 'name', message: 'must not be empty' },
      { path: 'name', message: 'must not be blank' },
    ]),
    'redflag: --as-of: is no day; --list: is no list; NAME: must not be empty',
  ],
  [
    'a file that is not there',
    Object.assign(new Error('ENOENT: x'), { code: 'ENOENT', path: 'a.csv' }),
    'redflag: a.csv there is no such file or folder',
  ],
  ['many lines', new RedflagError('not-found', 'a\n  b\nc'), 'redflag: a b c'],
  [
    'a fault of ours',
    new TypeError('x is not y'),
    'redflag: unexpected: x is not y (LOG_LEVEL=debug shows where)',
  ],
];

for (const [what, error, line] of failures) {
  t.test(`one line says why: ${what}`, async (t) => t.equal(failureLine(error), line));
}

t.test('configuration: the defaults are those of the table', async (t) => {
  const defaults = Object.fromEntries(settings.map((setting) => [setting.name, setting.default]));
  t.same(readConfiguration({}), readConfiguration({ ...defaults, REDFLAG_SEEDS: undefined }));
  t.match(readConfiguration({ PORT: '', HOST: '' }), { port: 8080, host: '127.0.0.1' });
  t.match(readConfiguration({}), { data: './data', seeds: './seeds', logLevel: 'info' });
  t.equal(readConfiguration({ REDFLAG_SEEDS: '/elsewhere' }).seeds, '/elsewhere');
});

const misconfigured: [environment: Record<string, string>, reason: RegExp][] = [
  [{ PORT: 'abc' }, /^PORT="abc": must be a whole number from 0 to 65535$/],
  [{ PORT: '65536' }, /^PORT="65536"/],
  [{ PORT: '-1' }, /^PORT="-1"/],
  [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL="loud": must be one of fatal,/],
  [{ REDFLAG_AFFILIATES_RULE: 'maybe' }, /must be one of by-terms, in-force, suspended/],
  [{ PORT: 'x', LOG_LEVEL: 'y' }, /PORT="x".*; LOG_LEVEL="y"/],
];

for (const [environment, message] of misconfigured) {
  t.test(`configuration refused: ${JSON.stringify(environment)}`, async (t) => {
    t.throws(() => readConfiguration(environment), { code: 'invalid-configuration', message });
  });
}

t.test(
  'a brief answer tells each match since when and what was decided, as the answer has it',
  async (t) => {
    const match = (id: string, more: object) => ({
      ...{ party: { id, name: id, kind: 'company', country: null }, score: 1, strength: 'exact' },
      ...more,
    });
    const determination = (activity: string, from: string | null, ...matches: number[]) => ({
      ...{ activity, consequence: 'prohibited', list: 'law', party: 'listed', from, to: null },
      grounds: matches.map((match) => ({ match, designation: 0, effect: 0 })),
    });
    const decided = { decision: 'escalate', screening: 'scr_1', reason: 'unsure', by: 'j.doe' };
    const answer = {
      ...{ id: 'scr_2', screenedAt: '2026-11-22T09:00:00.000Z', asOf: '2026-11-22' },
      ...{
        outcome: 'match',
        disclaimer: 'none',
        coverage: { catalogue: {}, lists: [], notChecked: [] },
      },
      matches: [
        match('own', { decided: { ...decided, at: '2026-11-21T09:00:00.000Z' } }),
        match('brand', {}),
      ],
      determinations: [determination('procure', '2019-08-13', 0, 1), determination('use', null, 0)],
    } as unknown as Screening;
    const flowing = briefText('asked', answer, layoutOf(80)).replace(/\s+/g, ' ');
    t.match(
      flowing,
      /1\. own .* prohibited first from 2019-08-13 \(procure, use; law\); handed on for a decision before 2\./,
    );
    t.match(flowing, /2\. brand .* prohibited from 2019-08-13 \(procure; law\) /);
  },
);
