import fc from 'fast-check';
import t from 'tap';
import {
  dayAfter,
  dayBefore,
  isoDateSchema,
  lastDayOf,
  partialDateSchema,
} from '../../src/domain/date.ts';
import { type Designation, designationSchema } from '../../src/domain/designation.ts';
import { forceOf, standingOn } from '../../src/domain/standing.ts';

const citations = [{ source: 'invented', locator: 'page 1' }];

/** A designation of an invented party with the given periods. */
function designation(...periods: object[]): Designation {
  return designationSchema.parse({
    list: 'invented-list',
    entry: { name: 'Invented Party' },
    periods: periods.map((period) => ({ citations, ...period })),
  });
}

const REPORT = { by: 'A paper', attributedTo: null, outcome: 'listed later' };

t.test('a date is a day of the calendar', async (t) => {
  for (const good of ['2020-02-29', '1999-12-31']) t.equal(isoDateSchema.parse(good), good);
  for (const bad of ['2019-02-29', '2020-13-01', '2020-1-1', '20200101', '2020-01-01T00:00', '']) {
    t.notOk(isoDateSchema.safeParse(bad).success, `refuses "${bad}"`);
  }
  for (const good of ['2022', '2022-05', '2022-05-06'])
    t.equal(partialDateSchema.parse(good), good);
  for (const bad of ['2022-13', '2022-02-30', '22', '2022-5']) {
    t.notOk(partialDateSchema.safeParse(bad).success, `refuses "${bad}"`);
  }
});

t.test('the day after and the day before undo each other', async (t) => {
  const days = fc
    .integer({ min: 0, max: 60_000 })
    .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
  t.doesNotThrow(() =>
    fc.assert(fc.property(days, (day) => dayBefore(dayAfter(day)) === day && day < dayAfter(day))),
  );
  t.equal(dayAfter('2020-02-28'), '2020-02-29');
  t.equal(dayAfter('2019-12-31'), '2020-01-01');
});

t.test('the standing on a date is that of the period that holds then', async (t) => {
  const listed = designation(
    { status: 'reported', from: '2019-05-21', to: '2019-10-06', report: REPORT },
    { status: 'announced', from: '2019-10-07', to: '2019-10-08' },
    { status: 'in-force', from: '2019-10-09', to: '2023-11-15' },
    { status: 'removed', from: '2023-11-16' },
  );
  const table: [string, string | null, string | null][] = [
    ['2019-05-20', null, null],
    ['2019-05-21', 'reported', 'watch'],
    ['2019-10-06', 'reported', 'watch'],
    ['2019-10-07', 'announced', 'watch'],
    ['2019-10-08', 'announced', 'watch'],
    ['2019-10-09', 'in-force', 'effects'],
    ['2023-11-15', 'in-force', 'effects'],
    ['2023-11-16', 'removed', 'nothing'],
    ['2099-01-01', 'removed', 'nothing'],
  ];
  for (const [asOf, status, force] of table) {
    const standing = standingOn(listed, asOf);
    t.equal(standing?.period.status ?? null, status, `${asOf}: ${status}`);
    t.equal(standing && forceOf(standing), force, `${asOf}: ${force}`);
  }
});

t.test('a period without a stated start binds only from the document that shows it', async (t) => {
  const undated = designation({ status: 'in-force', from: null, seenOn: '2022-05-01' });
  const before = standingOn(undated, '2022-04-30');
  const after = standingOn(undated, '2022-05-01');
  t.equal(before?.period.status, 'in-force');
  t.equal(before && forceOf(before), 'watch');
  t.equal(after && forceOf(after), 'effects');
});

t.test('a standing that ended with nothing stated after it has lapsed', async (t) => {
  const ended = designation({ status: 'in-force', from: '2018-04-15', to: '2018-07-12' });
  t.equal(standingOn(ended, '2018-07-12')?.period.status, 'in-force');
  const standing = standingOn(ended, '2018-07-13');
  t.equal(standing?.period.status, 'lapsed');
  t.equal(standing && forceOf(standing), 'nothing');
});

t.test('suspended is watched', async (t) => {
  const standing = standingOn(
    designation({ status: 'suspended', from: '2020-01-01' }),
    '2020-01-01',
  );
  t.equal(standing && forceOf(standing), 'watch');
});

t.test('the last day of a year, a month, a day', async (t) => {
  for (const [date, last] of [
    ['2022', '2022-12-31'],
    ['2020-02', '2020-02-29'],
    ['2022-12', '2022-12-31'],
    ['2022-11-24', '2022-11-24'],
  ] as const) {
    t.equal(lastDayOf(date), last, date);
  }
});
