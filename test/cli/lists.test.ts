import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { runner } from './session.ts';

const CSL = 'test/fixtures/official/consolidated.csv';

t.test('lists are imported, told of, compared and taken out from the command line', async (t) => {
  const folder = t.testdir({ data: {}, files: {} });
  const redflag = runner(join(folder, 'data'));
  const none = await redflag(['lists', 'status']);
  t.match(none, { status: 0, out: /No list file has been imported/ });

  const undated = await redflag(['lists', 'import', 'csl-csv', CSL]);
  t.match(undated, { status: 2, err: /consolidated.csv does not say of which day it is/ });
  const first = await redflag(['lists', 'import', 'csl-csv', CSL, '--date', '2022-01-31']);
  t.match(first, { status: 0, out: /csl-csv +imported +version of 2022-01-31: 8 records with 18/ });
  t.match(first.out, /0 lost,\s+2\s+problems/);

  const problems = await redflag(['lists', 'problems', 'csl-csv']);
  t.match(problems, { status: 1, out: /^consolidated.csv:\d+: \w+: .* \(record \S+\)$/m });
  t.match(await redflag(['lists', 'problems', 'un']), { status: 2, err: /there are csl-csv/ });
  const before = JSON.parse((await redflag(['lists', 'diff', '2022-03-01', '--json'])).out).after;
  t.match(await redflag(['lists', 'rebuild']), { status: 0, out: /csl-csv +imported +version of/ });
  const after = JSON.parse((await redflag(['lists', 'diff', '2022-03-01', '--json'])).out).after;
  t.equal(after.version, before.version, 'a rebuild gives the same version');

  const empty = join(folder, 'files', 'empty.csv');
  writeFileSync(empty, '');
  const refused = await redflag(['lists', 'import', 'csl-csv', empty, '--date', '2022-02-28']);
  t.match(refused, { status: 2, out: /failed +the version before is kept/, err: /is empty/ });
  const status = await redflag(['lists', 'status']);
  t.match(status, { status: 1, out: /csl-csv +2022-01-31 +29 days +8 .*failed on/s });
  const json = await redflag(['lists', 'status', '--json']);
  t.match(JSON.parse(json.out), { lists: [{ feed: 'csl-csv', version: { records: 8 } }] });

  const un = ['test/fixtures/official/un.xml', '--feed', 'un'];
  const ahead = await redflag(['lists', 'import', 'un-xml', ...un]);
  t.match(ahead, { status: 2, err: /which lies ahead/ }, 'the clock is the session’s');
  const given = await redflag([
    'lists',
    'import',
    'un-xml',
    ...un,
    '--date',
    '2022-02-27',
    '--json',
  ]);
  t.match(JSON.parse(given.out), { lists: [{ feed: 'un', outcome: 'imported' }], undecided: [] });

  const versions = JSON.parse((await redflag(['lists', 'diff', '2022-03-01', '--json'])).out);
  t.match(versions, { parties: { added: 0, removed: 0, changed: 0 } }, 'the newest with itself');
  t.match(await redflag(['lists', 'diff', 'nonsense']), { status: 2, err: /kept are/ });

  t.match(await redflag(['lists', 'forget', 'un']), { status: 0, out: /taken out/ });
  t.match(await redflag(['lists', 'forget', 'un']), { status: 2, err: /no list file "un"/ });
  t.match(await redflag(['lists', 'import', 'pdf', CSL]), { status: 2, err: /no layout "pdf"/ });
  t.match(await redflag(['lists', 'refresh', 'x']), { status: 2, err: /no address is known/ });
  const help = await redflag(['lists', 'import', '--help']);
  t.match(help, { status: 0, out: /Example:/ });
  t.match(
    await redflag(['lists', 'sdn']),
    { status: 0, out: /Blocked Persons List \(sdn\)/ },
    'a list by its id, as ever',
  );
});
