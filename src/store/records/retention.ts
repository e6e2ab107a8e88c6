import { type DispositionHead, entryOf, readHead, recordId } from './entry.ts';
import type { RecordWriter } from './writer.ts';

/** Records that are removed in one transaction: others wait for it, so it is short. */
const CHUNK = 2000;

export interface Removal {
  readonly removed: number;
  /** Whether there is more to remove. */
  readonly more: boolean;
}

/**
 * Removes records from the beginning of the chain while they are older than
 * `before`, a chunk at a time, and puts a checkpoint at its end that says how far
 * it reached and with which hash: the chain is then proven from there.
 *
 *     1 … n | n+1 … m              before
 *             n+1 … m | checkpoint(through n, hash(n))
 *
 * It stops at the first record that is young enough, so that what remains has no
 * gap, even where the clock went back. Dispositions that are still remembered
 * are written again at the end, since they outlive the screening they were made on.
 */
export function removeOlderThan(writer: RecordWriter, before: Date, now: Date): Removal {
  const db = writer.database;
  const limit = before.toISOString();
  return writer.transaction(() => {
    const oldest = db
      .prepare<[number], { seq: number; at: string }>(
        'select seq, at from record order by seq limit ?',
      )
      .all(CHUNK + 1);
    // The last record stays: without one the chain would begin anew.
    const head = writer.head();
    const end = oldest.findIndex(({ seq, at }) => at >= limit || seq === head.seq);
    const removed = oldest.slice(0, Math.min(end === -1 ? CHUNK : end, CHUNK));
    const last = removed.at(-1);
    // A checkpoint alone is not worth another one.
    if (last === undefined || isCheckpoints(writer, last.seq)) return { removed: 0, more: false };
    const { hash } = db
      .prepare<[number], { hash: Buffer }>('select hash from record where seq = ?')
      .get(last.seq) ?? { hash: Buffer.alloc(32) };
    writer.appendWithin([
      ...carried(writer, last.seq).map((disposition) => entryOf(disposition)),
      entryOf({
        kind: 'checkpoint',
        id: recordId('chk', now),
        at: now.toISOString(),
        caller: 'retention',
        through: last.seq,
        hash: hash.toString('hex'),
        removed: removed.length,
        before: limit,
      }),
    ]);
    for (const table of ['disposition', 'record_party', 'record']) {
      db.prepare(`delete from ${table} where seq <= ?`).run(last.seq);
    }
    return { removed: removed.length, more: end === -1 || end > CHUNK };
  });
}

function isCheckpoints(writer: RecordWriter, through: number): boolean {
  return (
    writer.database
      .prepare<[number], number>(
        "select 1 from record where seq <= ? and kind <> 'checkpoint' limit 1",
      )
      .pluck()
      .get(through) === undefined
  );
}

/** The false positives among the records to go that no later decision has replaced. */
function carried(writer: RecordWriter, through: number): DispositionHead[] {
  const rows = writer.database
    .prepare<[number], { seq: number; head: string }>(
      `select record.seq as seq, head from record join disposition as mine on mine.seq = record.seq
       where record.seq <= ? and mine.decision = 'false-positive' and not exists (
         select 1 from disposition as later where later.query_key = mine.query_key
         and later.party = mine.party and later.seq > mine.seq)
       order by record.seq`,
    )
    .all(through);
  return rows.flatMap(({ seq, head }) => {
    const disposition = readHead(head);
    return disposition.kind === 'disposition' ? [carryOn(disposition, seq)] : [];
  });
}

/** Ids are unique: the record that is written again gets its own. */
function carryOn(disposition: DispositionHead, seq: number): DispositionHead {
  const carriedFrom = disposition.carriedFrom ?? seq;
  const [id = disposition.id] = disposition.id.split('~');
  return { ...disposition, id: `${id}~${seq}`, carriedFrom };
}
