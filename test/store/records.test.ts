import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import t, { type Test } from 'tap';
import { link } from '../../src/store/records/chain.ts';
import {
  backUp,
  createKey,
  type DispositionHead,
  type Entry,
  entryOf,
  KeyFinder,
  listKeys,
  openRecords,
  RECORDS_FILE,
  RecordReader,
  RecordWriter,
  recordId,
  removeOlderThan,
  revokeKey,
  verifyChain,
} from '../../src/store/records/index.ts';
import { Journal } from '../../src/store/records/journal.ts';
import { WritingThread } from '../../src/store/records/writing-thread.ts';

const BODY = { body: '{"coverage":{},"disclaimer":""}', hash: '' };
const statement = { ...BODY, hash: (await import('node:crypto')).hash('sha256', BODY.body, 'hex') };

/** A screening that was answered on a day of 2026, counted from 0. */
function screening(
  number: number,
  day = number,
  more: { reference?: string; parties?: string[] } = {},
): Entry {
  const at = new Date(Date.UTC(2026, 0, 1 + day)).toISOString();
  return entryOf(
    {
      ...{ kind: 'screening', id: `scr_${number}`, at, caller: 'anonymous', mode: 'full' },
      ...{ through: 'single', asOf: at.slice(0, 10), outcome: more.parties ? 'match' : 'no-match' },
      ...{ parties: [], catalogue: { version: 'abc', sha256: 'abcdef' } },
      ...{ affiliatesRule: 'by-terms', program: '0', statement: statement.hash, ...more },
    },
    JSON.stringify({ name: `name ${number}` }),
    // Every third is long enough to be stored deflated.
    JSON.stringify({ id: `scr_${number}`, note: 'x'.repeat(number % 3 === 0 ? 5000 : 10) }),
  );
}

function disposition(number: number, day: number, more: Partial<DispositionHead> = {}): Entry {
  const at = new Date(Date.UTC(2026, 0, 1 + day));
  return entryOf({
    ...{ kind: 'disposition', id: recordId('dsp', at), at: at.toISOString(), caller: 'anonymous' },
    ...{ screening: `scr_${number}`, party: 'zorvanta', decision: 'false-positive' },
    ...{ reason: 'another one', by: 'a person', queryKey: 'q', fingerprint: 'f', ...more },
  });
}

const range = (count: number) => Array.from({ length: count }, (_, index) => index);

function writerIn(t: Test, count = 0): { writer: RecordWriter; path: string } {
  const path = join(t.testdir({}), RECORDS_FILE);
  const writer = new RecordWriter(path);
  t.teardown(() => writer.close());
  if (count > 0)
    writer.append(
      range(count).map((number) => screening(number)),
      [statement],
    );
  return { writer, path };
}

t.test('the chain', async (t) => {
  await t.test('is what its definition says, by hand', async (t) => {
    const { writer } = writerIn(t, 2);
    const [first, second] = [screening(0), screening(1)];
    const one = link('0'.repeat(64), 1, `${first.head}\n${first.body}`);
    t.same(writer.head(), { seq: 2, hash: link(one, 2, `${second.head}\n${second.body}`) });
  });

  await t.test('holds, in whatever groups the records came', async (t) => {
    const heads = [[10], [1, 9], [5, 5], Array(10).fill(1)].map((groups: number[]) => {
      const { writer } = writerIn(t);
      let next = 0;
      for (const size of groups) {
        writer.append(
          range(size).map((index) => screening(next + index)),
          [statement],
        );
        next += size;
      }
      const { breaks, records, head } = verifyChain(writer.database);
      t.same(breaks, []);
      t.equal(records, 10);
      return head;
    });
    t.equal(new Set(heads.map(({ hash }) => hash)).size, 1, 'the groups do not show');
  });

  await t.test('two writers take turns', async (t) => {
    const { writer, path } = writerIn(t, 1);
    const other = new RecordWriter(path);
    other.append([screening(1)]);
    writer.append([screening(2)]);
    other.append([screening(3)]);
    other.close();
    t.match(verifyChain(writer.database), { records: 4, breaks: [] });
  });

  await t.test('records cannot be changed or removed by SQL', async (t) => {
    const { writer } = writerIn(t, 3);
    t.throws(
      () => writer.database.exec("update record set caller = 'x' where seq = 2"),
      /append-only/,
    );
    t.throws(() => writer.database.exec('delete from record where seq = 1'), /append-only/);
    t.match(verifyChain(writer.database), { records: 3, breaks: [] });
  });

  await t.test('any one change is found, where it was made', async (t) => {
    const { writer, path } = writerIn(t, 12);
    writer.append([disposition(3, 20)]);
    writer.close();
    const whole = readFileSync(path);
    const changes = [
      "head = replace(head, 'full', 'fool')",
      "head = replace(head, '2026', '2025')",
      "body = case when typeof(body) = 'text' then replace(body, 'name', 'nome') else zeroblob(9) end",
      "id = id || 'x'",
      "at = '2027-01-01T00:00:00.000Z'",
      "caller = 'someone'",
      "reference = 'PO-1'",
      "outcome = 'match'",
      "catalogue = 'other'",
      'hash = zeroblob(32)',
    ];
    const property = fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom(...changes),
      (seq, change) => {
        writeFileSync(path, whole);
        rmSync(`${path}-wal`, { force: true });
        const db = tampered(path, `update record set ${change} where seq = ${seq}`);
        const { breaks } = verifyChain(db);
        db.close();
        // A changed hash is seen at the record, and at the one that stands on it.
        return breaks.length > 0 && breaks.every((at) => at.seq === seq || at.seq === seq + 1);
      },
    );
    t.doesNotThrow(() => fc.assert(property, { numRuns: 60 }));
  });

  await t.test('says what is missing, put in, moved or cut off', async (t) => {
    const table: [string, string, number][] = [
      ['one removed', 'delete from record where seq = 5', 6],
      ['several removed', 'delete from record where seq between 5 and 7', 8],
      ['the first removed', 'delete from record where seq = 1', 2],
      [
        'two exchanged',
        'update record set seq = case seq when 3 then 104 when 4 then 103 end where seq in (3, 4); update record set seq = seq - 100 where seq > 100',
        3,
      ],
      [
        'one copied to the end',
        "insert into record select 11, id || 'x', kind, at, caller, reference, outcome, catalogue, through, hash, head, body from record where seq = 4",
        11,
      ],
      ['a statement changed', "update statement set body = '{}'", 0],
    ];
    for (const [what, sql, seq] of table) {
      const { writer, path } = writerIn(t, 10);
      writer.close();
      const db = tampered(path, sql);
      const { breaks } = verifyChain(db);
      t.equal(breaks[0]?.seq, seq, `${what}: ${breaks[0]?.reason}`);
      db.close();
    }
    const { writer, path } = writerIn(t, 10);
    const expected = writer.head();
    t.same(verifyChain(writer.database, { expected }).breaks, []);
    writer.close();
    const db = tampered(path, 'delete from record where seq > 8');
    t.same(verifyChain(db).breaks, [], 'the chain alone cannot tell what was cut off');
    t.match(verifyChain(db, { expected }).breaks, [{ seq: 8, reason: /ends here, and record 10/ }]);
    db.close();
  });

  await t.test('says where the tables for looking up tell another story', async (t) => {
    const found = /not found under the parties/;
    const decided = /decision that answers go by/;
    const table: [what: string, sql: string, seq: number, reason: RegExp][] = [
      ['hidden from a party', "delete from record_party where party = 'drusk'", 1, found],
      ['put under a party', "insert into record_party values ('quellmar', 1)", 1, found],
      ['under a party, and not there', "insert into record_party values ('x', 9)", 9, /no such/],
      ['a decision hidden', 'delete from disposition', 2, decided],
      ['a decision changed', "update disposition set decision = 'escalate'", 2, decided],
      ['a decision for another query', "update disposition set query_key = 'r'", 2, decided],
      ['a decision moved', 'update disposition set seq = 1', 1, decided],
      ['a key that is valid again', 'update api_key set revoked_at = null', 4, /valid again/],
    ];
    for (const [what, sql, seq, reason] of table) {
      const { writer, path } = writerIn(t);
      const now = new Date('2026-12-01T00:00:00.000Z');
      writer.append([screening(1, 1, { parties: ['zorvanta', 'drusk', 'drusk'] })], [statement]);
      writer.append([disposition(1, 2)]);
      const { key } = createKey(writer, { name: 'x', scopes: ['read'], caller: 'a', now });
      revokeKey(writer, key.id, { caller: 'a', now });
      t.same(verifyChain(writer.database).breaks, []);
      writer.close();
      const db = tampered(path, sql);
      t.match(verifyChain(db).breaks[0], { seq, reason }, what);
      db.close();
    }
  });

  await t.test('a file of which pages are damaged is told, not guessed', async (t) => {
    const { writer, path } = writerIn(t, 400);
    writer.close();
    const bytes = readFileSync(path);
    bytes.fill(0x5a, bytes.length / 2, bytes.length / 2 + 8192);
    writeFileSync(path, bytes);
    const db = new Database(path, { readonly: true });
    const [broken] = verifyChain(db).breaks;
    t.match(broken, { reason: /cannot be read, nor what follows it/ });
    t.ok(broken && broken.seq > 1, 'and from where on');
    db.close();
  });
});

/** Changes a file as an intruder would: past the triggers. */
function tampered(path: string, sql: string): Database.Database {
  const db = new Database(path);
  db.exec('drop trigger if exists record_unchanged; drop trigger if exists record_kept');
  db.exec(sql);
  return db;
}

t.test('retention', async (t) => {
  const now = new Date('2026-12-01T00:00:00.000Z');
  const day = (number: number) => new Date(Date.UTC(2026, 0, 1 + number));
  const prune = (writer: RecordWriter, before: Date) => {
    let total = 0;
    for (;;) {
      const { removed, more } = removeOlderThan(writer, before, now);
      total += removed;
      if (!more) return total;
    }
  };

  await t.test(
    'removes what is older and leaves a chain that is proven from its checkpoint',
    async (t) => {
      const property = fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 45 }),
        (count, days) => {
          const { writer } = writerIn(t, count);
          const removed = prune(writer, day(days));
          const again = prune(writer, day(days));
          writer.append([screening(1000, 300)], [statement]);
          const { breaks, records, first } = verifyChain(writer.database);
          const expected = Math.min(days, count);
          return (
            breaks.length === 0 &&
            removed === expected &&
            again === 0 &&
            records === count - expected + 1 + (expected > 0 ? 1 : 0) &&
            first === expected + 1
          );
        },
      );
      t.doesNotThrow(() => fc.assert(property, { numRuns: 40 }));
    },
  );

  await t.test('works in several steps, and again later', async (t) => {
    const { writer } = writerIn(t);
    writer.append(
      range(5000).map((number) => screening(number * 3 + 1, number / 100)),
      [statement],
    );
    t.equal(prune(writer, day(45)), 4500);
    t.equal(prune(writer, day(49)), 400);
    t.match(verifyChain(writer.database), { breaks: [], first: 4901 });
  });

  await t.test('leaves no gap where the clock went back', async (t) => {
    const { writer } = writerIn(t);
    const days = [1, 2, 30, 3, 4, 31, 32];
    writer.append(
      days.map((at, number) => screening(number, at)),
      [statement],
    );
    t.equal(prune(writer, day(10)), 2, 'stops at the first that is young enough');
    t.match(verifyChain(writer.database), { breaks: [], first: 3 });
  });

  await t.test('keeps the false positives that no later decision has replaced', async (t) => {
    const { writer, path } = writerIn(t, 10);
    writer.append([
      disposition(1, 20),
      disposition(2, 21, { queryKey: 'other' }),
      disposition(2, 22, { queryKey: 'other', decision: 'true-match' }),
      disposition(3, 23, { queryKey: 'third' }),
    ]);
    writer.append([screening(11, 200)]);
    const reader = new RecordReader(path);
    t.same(
      reader.remembered().map(({ queryKey }) => queryKey),
      ['q', 'other', 'third'],
      'the last decision of any kind is remembered while it is kept',
    );
    prune(writer, day(100));
    t.same(
      reader.remembered().map(({ queryKey }) => queryKey),
      ['q', 'third'],
    );
    t.match(verifyChain(writer.database), { breaks: [] });
    prune(writer, new Date('2027-01-01T00:00:00.000Z'));
    t.same(
      reader.remembered().map(({ queryKey }) => queryKey),
      ['q', 'third'],
      'and the next time',
    );
    t.match(verifyChain(writer.database), { breaks: [] });
    reader.close();
  });

  await t.test('what goes cannot be found any more, in no file', async (t) => {
    const { writer, path } = writerIn(t);
    // So many that pages are split: what lay in one before must not stay there either.
    const secret = (number: number) => screening(number, 1, { reference: `SECRET-${number}` });
    for (const number of range(200)) writer.append([secret(number)], [statement]);
    writer.append([screening(1000, 200)]);
    const restored = join(path, '..', 'restored.db');
    backUp(path, restored);
    t.ok(readFileSync(restored).includes('SECRET-'));
    for (const [which, of] of [
      ['the file', writer],
      ['a back-up that was put back', new RecordWriter(restored)],
    ] as const) {
      t.equal(prune(of, day(100)), 200);
      const file = of.database.name;
      for (const each of [file, `${file}-wal`]) {
        t.notOk(readFileSync(each).includes('SECRET-'), `${which}, while it is open: ${each}`);
      }
      of.close();
      t.notOk(readFileSync(file).includes('SECRET-'), which);
    }
  });
});

t.test('the journal', async (t) => {
  await t.test('resolves when a record can be read back, and many share a commit', async (t) => {
    const path = join(t.testdir({}), RECORDS_FILE);
    new RecordWriter(path).close();
    const commits: number[] = [];
    const journal = new Journal(new WritingThread(path), {
      onCommit: ({ records }) => commits.push(records),
    });
    const reader = new RecordReader(path);
    await Promise.all(
      range(500).map(async (number) => {
        if (number % 100 === 99) await new Promise((resolve) => setTimeout(resolve, number / 20));
        await journal.append(screening(number), statement);
        t.equal(reader.screening(`scr_${number}`)?.head.id, `scr_${number}`);
      }),
    );
    t.ok(commits.length < 50, `500 records in ${commits.length} commits`);
    t.equal(
      commits.reduce((a, b) => a + b, 0),
      500,
    );
    t.equal(journal.waiting, 0);
    await journal.close();
    t.match(verifyChain(reader.database), { records: 500, breaks: [] });
    reader.close();
  });

  await t.test(
    'tells a whole group that it could not be written, and goes on when it can',
    async (t) => {
      const folder = join(t.testdir({}), 'data');
      writeFileSync(folder, 'a file where the folder should be');
      const path = join(folder, RECORDS_FILE);
      const journal = new Journal(new WritingThread(path));
      const outcomes = await Promise.allSettled(
        range(3).map((number) => journal.append(screening(number), statement)),
      );
      t.ok(
        outcomes.every(
          (each) => each.status === 'rejected' && each.reason.code === 'records-unavailable',
        ),
      );
      t.ok(journal.failure);
      rmSync(folder);
      mkdirSync(folder);
      journal.probe();
      await journal.append(screening(7), statement);
      t.equal(journal.failure, null);
      await journal.close();
      const reader = new RecordReader(path);
      t.ok(
        reader.screening('scr_7')?.statement.includes('coverage'),
        'with the statement that was to come with the first',
      );
      t.match(verifyChain(reader.database), { records: 1, breaks: [] });
      reader.close();
    },
  );

  await t.test('refuses more than it can hold', async (t) => {
    const path = join(t.testdir({}), RECORDS_FILE);
    const journal = new Journal(new WritingThread(path), { maxWaiting: 100 });
    t.throws(
      () => {
        for (const number of range(101)) journal.append(screening(number), statement);
      },
      {
        code: 'overloaded',
      },
    );
    await journal.close();
    const reader = new RecordReader(path);
    t.match(verifyChain(reader.database), { records: 100, breaks: [] }, 'and loses nothing of it');
    reader.close();
  });
});

t.test('openRecords', async (t) => {
  const table: [string, (path: string) => void, RegExp][] = [
    ['no database', (path) => writeFileSync(path, 'hello '.repeat(1000)), /damaged/],
    [
      'a changed record',
      (path) => tampered(path, "update record set caller = 'x' where seq = 5").close(),
      /chain breaks at record 5/,
    ],
    [
      'a newer schema',
      (path) => new Database(path).exec('pragma user_version = 99').close(),
      /newer version/,
    ],
    [
      'a damaged page',
      (path) => {
        const bytes = readFileSync(path);
        bytes.fill(0x5a, 100, 4096);
        writeFileSync(path, bytes);
      },
      /./,
    ],
  ];
  for (const [what, damage, message] of table) {
    await t.test(`refuses ${what}, and leaves it as it is`, async (t) => {
      const { writer, path } = writerIn(t, 10);
      writer.close();
      damage(path);
      const before = statSync(path).size;
      t.throws(() => openRecords({ data: join(path, '..'), mode: 'full' }), {
        code: 'invalid-records',
        message,
      });
      t.equal(statSync(path).size, before);
    });
  }

  await t.test(
    'takes one that was changed long ago, which verifying finds and names',
    async (t) => {
      const { writer, path } = writerIn(t, 1200);
      writer.close();
      tampered(path, "update record set caller = 'x' where seq = 7").close();
      const records = openRecords({ data: join(path, '..'), mode: 'full' });
      t.match(verifyChain(records.reader.database).breaks, [
        { seq: 7, id: 'scr_6', reason: /column "caller"/ },
      ]);
      await records.close();
    },
  );

  await t.test('makes a file that only its owner can read', async (t) => {
    const data = join(t.testdir({}), 'new');
    const records = openRecords({ data, mode: 'full' });
    t.equal(statSync(records.path).mode & 0o077, 0);
    t.match(records.salt, /^[0-9a-f]{64}$/);
    await records.close();
    const again = openRecords({ data, mode: 'full' });
    t.equal(again.salt, records.salt, 'the same for the life of the file');
    await again.close();
  });
});

t.test('finding, exporting and backing up', async (t) => {
  const { writer, path } = writerIn(t, 30);
  writer.append([
    screening(30, 30, { reference: 'PO-1', parties: ['zorvanta', 'drusk'] }),
    screening(31, 31, { reference: 'PO-1' }),
    screening(32, 32, { parties: ['drusk'] }),
    disposition(30, 33),
  ]);
  const reader = new RecordReader(path);
  t.teardown(() => reader.close());
  const ids = (filter: object, before = 1e9, limit = 100) =>
    reader.page(filter, before, limit).map(({ head }) => Number(head.id.slice(4)));

  t.same(ids({ reference: 'PO-1' }), [31, 30]);
  t.same(ids({ party: 'drusk' }), [32, 30]);
  t.same(ids({ party: 'drusk', reference: 'PO-1' }), [30]);
  t.same(ids({ outcome: 'match' }), [32, 30]);
  t.same(ids({ caller: 'nobody' }), []);
  t.equal(ids({ catalogue: 'abc' }).length, 33);
  t.same(ids({ catalogue: 'other' }), []);
  t.same(ids({ from: '2026-01-31T00:00:00.000Z', to: '2026-02-02T00:00:00.000Z' }), [31, 30]);
  t.same(ids({}, 5), [3, 2, 1, 0], 'before a number');
  t.same(ids({}, 1e9, 2), [32, 31], 'no more than asked for');

  const lines = [...reader.lines(null, 7)].join('').trimEnd().split('\n');
  t.equal(lines.length, 34);
  let previous = '0'.repeat(64);
  for (const line of lines) {
    // The parts stand in the line byte for byte: whoever has the export can prove the chain.
    const [, seq, hash, head, query, answer] =
      /^\{"sequence":(\d+),"hash":"(\w+)","head":(\{.*?\}),"query":(.*?),"answer":(.*)\}$/.exec(
        line,
      ) ?? [];
    const text = query === 'null' ? head : `${head}\n${query}\n${answer}`;
    previous = link(previous, Number(seq), text ?? '');
    t.equal(previous, hash, `record ${seq}`);
  }

  const target = join(path, '..', 'backup.db');
  const backed = backUp(path, target);
  t.match(backed, { records: 34, breaks: [] });
  t.equal(statSync(target).mode & 0o077, 0);
  const copy = new RecordReader(target);
  t.same(copy.head(), reader.head());
  copy.close();
  t.throws(() => backUp(path, target), { code: 'invalid-request' }, 'never over another file');
});

t.test('API keys', async (t) => {
  const { writer } = writerIn(t);
  const made = { caller: 'cli:someone', now: new Date('2026-11-22T09:00:00.000Z') };
  const { key, text } = createKey(writer, { name: 'procurement', scopes: ['screen'], ...made });
  const other = createKey(writer, { name: 'audit', scopes: ['read', 'admin'], ...made });
  const finder = new KeyFinder(writer.database);
  t.same(finder.find(text), key);
  t.same(finder.find(other.text)?.scopes, ['read', 'admin']);
  t.same(
    listKeys(writer.database)
      .map(({ name }) => name)
      .sort(),
    ['audit', 'procurement'],
  );

  await t.test('nothing but the whole text is one', async (t) => {
    const property = fc.property(
      fc.integer({ min: 0, max: text.length - 1 }),
      fc.constantFrom(...'abcABC019_- \0é'),
      (at, letter) => {
        const changed = text.slice(0, at) + letter + text.slice(at + 1);
        return changed === text || finder.find(changed) === undefined;
      },
    );
    t.doesNotThrow(() => fc.assert(property, { numRuns: 300 }));
    for (const wrong of ['', 'rf_', text.slice(0, -1), `${text}x`, `${key.id}`]) {
      t.equal(finder.find(wrong), undefined);
    }
  });

  await t.test('the secret is nowhere in the file', async (t) => {
    const secret = text.slice('rf_12345678_'.length);
    writer.database.pragma('wal_checkpoint(truncate)');
    t.ok(secret.length > 20);
    t.notOk(readFileSync(writer.database.name).includes(secret));
  });

  await t.test('a revoked one ends at once, and both events are in the chain', async (t) => {
    t.equal(revokeKey(writer, key.id, made), true);
    t.equal(finder.find(text), undefined);
    t.equal(revokeKey(writer, key.id, made), false);
    t.equal(revokeKey(writer, 'nope', made), false);
    t.match(verifyChain(writer.database), { records: 3, breaks: [] });
  });
});
