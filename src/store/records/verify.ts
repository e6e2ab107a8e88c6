import { hash as digest } from 'node:crypto';
import type Database from 'better-sqlite3';
import { GENESIS, link, unpack } from './chain.ts';
import { entryText, type RecordHead, readHead } from './entry.ts';
import { Lookups } from './lookups.ts';
import type { ChainHead } from './writer.ts';

/** A place where the records are not what they were when they were written. */
export interface ChainBreak {
  readonly seq: number;
  readonly id: string | null;
  readonly reason: string;
}

export interface Verification {
  /** Records read. */
  readonly records: number;
  /** Number of the first record that is still there; those before it were removed by age. */
  readonly first: number | null;
  readonly head: ChainHead;
  /** In the order of the chain; at most a few dozen are named. */
  readonly breaks: readonly ChainBreak[];
}

const MAX_BREAKS = 50;
const FOUND_BY_NOTHING = 'the tables for looking up name it, and there is no such record';

interface Row {
  seq: number;
  id: string;
  kind: string;
  at: string;
  caller: string;
  reference: string | null;
  outcome: string | null;
  catalogue: string | null;
  through: number | null;
  hash: Buffer;
  head: string;
  body: string | Buffer | null;
}

/**
 * Proves the chain: every record's hash over the one before, numbers without a
 * gap, columns and tables for looking up as the record says, statements as hashed. What
 * was cut off at the end, no chain can tell: hold `expected` against it, an end
 * of the chain that was noted earlier, elsewhere.
 *
 * @param from number of the first record to look at; default the first there is
 */
export function verifyChain(
  db: Database.Database,
  { from = 0, expected }: { from?: number; expected?: ChainHead } = {},
): Verification {
  const breaks: ChainBreak[] = [];
  const report = (seq: number, id: string | null, reason: string) => {
    if (breaks.length < MAX_BREAKS) breaks.push({ seq, id, reason });
  };
  let records = 0;
  let first: number | null = null;
  let head: ChainHead = { seq: 0, hash: GENESIS };
  try {
    const statements = statementHashes(db, report);
    const lookups = new Lookups(db);
    const rows = db.prepare<[number], Row>('select * from record where seq >= ? order by seq');
    for (const row of rows.iterate(from)) {
      if (first === null) {
        first = row.seq;
        head = { seq: row.seq - 1, hash: standsOn(db, row.seq, report) };
      } else if (row.seq !== head.seq + 1) {
        const gap =
          row.seq === head.seq + 2 ? `${head.seq + 1}` : `${head.seq + 1} to ${row.seq - 1}`;
        report(row.seq, row.id, `the records before it, ${gap}, are missing`);
      }
      const stored = row.hash.toString('hex');
      const problem = problemOf(row, head.hash, stored, statements, lookups);
      if (problem !== null) report(row.seq, row.id, problem);
      if (expected?.seq === row.seq && expected.hash !== stored) {
        report(row.seq, row.id, `its hash is ${stored}, and ${expected.hash} was expected`);
      }
      // Goes on from what is stored, so that one change is one break and not all that follow.
      head = { seq: row.seq, hash: stored };
      records += 1;
    }
    if (from === 0) for (const seq of lookups.ofNoRecord()) report(seq, null, FOUND_BY_NOTHING);
    if (expected !== undefined && expected.seq > head.seq) {
      report(head.seq, null, `the chain ends here, and record ${expected.seq} was expected`);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report(head.seq + 1, null, `cannot be read, nor what follows it: ${reason}`);
  }
  return { records, first, head, breaks };
}

/** The hash that the first record stands on: the beginning, or what a checkpoint says. */
function standsOn(
  db: Database.Database,
  seq: number,
  report: (seq: number, id: string | null, reason: string) => void,
): string {
  if (seq === 1) return GENESIS;
  const before = db
    .prepare<[number], { hash: Buffer }>('select hash from record where seq = ?')
    .get(seq - 1);
  if (before) return before.hash.toString('hex');
  const text = db
    .prepare<[number], string>('select head from record where through = ?')
    .pluck()
    .get(seq - 1);
  const head = text === undefined ? undefined : readHead(text);
  if (head?.kind === 'checkpoint') return head.hash;
  report(
    seq,
    null,
    `the records before it are missing, and no checkpoint says that they were removed`,
  );
  return '';
}

function problemOf(
  row: Row,
  previous: string,
  stored: string,
  statements: ReadonlySet<string>,
  lookups: Lookups,
): string | null {
  let body: string | null;
  let head: RecordHead;
  try {
    body = unpack(row.body);
    head = readHead(row.head);
  } catch {
    return 'it was changed: its text is damaged';
  }
  if (link(previous, row.seq, entryText({ head: row.head, body })) !== stored) {
    return 'it was changed, or it does not follow on the record before it: its hash is another one';
  }
  const screening = head.kind === 'screening' ? head : null;
  const told = {
    ...{ id: head.id, kind: head.kind, at: head.at, caller: head.caller },
    reference: screening?.reference ?? null,
    outcome: screening?.outcome ?? null,
    catalogue: screening?.catalogue.version ?? null,
    through: head.kind === 'checkpoint' ? head.through : null,
  };
  for (const column of Object.keys(told) as (keyof typeof told)[]) {
    if (told[column] !== row[column]) return `its column "${column}" is not what the record says`;
  }
  if (screening && !statements.has(screening.statement)) {
    return 'the coverage and disclaimer that it was answered with are missing or changed';
  }
  return lookups.problemOf(row.seq, head);
}

function statementHashes(
  db: Database.Database,
  report: (seq: number, id: string | null, reason: string) => void,
): Set<string> {
  const whole = new Set<string>();
  const rows = db.prepare<[], { hash: string; body: string }>('select hash, body from statement');
  for (const { hash, body } of rows.iterate()) {
    if (digest('sha256', body, 'hex') === hash) whole.add(hash);
    else report(0, null, `the statement ${hash} was changed`);
  }
  return whole;
}
