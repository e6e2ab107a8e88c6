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
  // Never the records of this very moment: what is written again here would go with them.
  const limit = (before < now ? before : now).toISOString();
  const removal = writer.transaction(() => {
    const oldest = db
      .prepare<[number], { seq: number; at: string }>(
        'select seq, at from record order by seq limit ?',
      )
      .all(CHUNK + 1);
    const end = oldest.findIndex(({ at }) => at >= limit);
    const removed = oldest.slice(0, Math.min(end === -1 ? CHUNK : end, CHUNK));
    const last = removed.at(-1);
    // A checkpoint alone is not worth another one.
    if (last === undefined || isCheckpoints(writer, last.seq)) return { removed: 0, more: false };
    const { hash } = db
      .prepare<[number], { hash: Buffer }>('select hash from record where seq = ?')
      .get(last.seq) ?? { hash: Buffer.alloc(32) };
    writer.appendWithin([
      ...carried(writer, last.seq).map((disposition) => entryOf(carryOn(disposition, now))),
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
  // What went still lies in the log, and in the file until the log has been written back to it.
  if (removal.removed > 0) db.pragma('wal_checkpoint(truncate)');
  return removal;
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
  const heads = writer.database
    .prepare<[number], string>(
      `select head from record join disposition as mine on mine.seq = record.seq
       where record.seq <= ? and mine.decision = 'false-positive' and not exists (
         select 1 from disposition as later where later.query_key = mine.query_key
         and later.party = mine.party and later.seq > mine.seq)
       order by record.seq`,
    )
    .pluck()
    .all(through);
  return heads.flatMap((text) => {
    const head = readHead(text);
    return head.kind === 'disposition' ? [head] : [];
  });
}

/** Written again today, or it would be old enough to go at once; ids are unique, so it gets another one. */
function carryOn(disposition: DispositionHead, now: Date): DispositionHead {
  const decidedAt = disposition.decidedAt ?? disposition.at;
  return { ...disposition, id: recordId('dsp', now), at: now.toISOString(), decidedAt };
}
