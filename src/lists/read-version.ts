import { statSync } from 'node:fs';
import { join } from 'node:path';
import { entryCounter } from '../catalogue/join/index.ts';
import {
  emptyRecord,
  ieee,
  type OfficialRecord,
  officialLayouts,
  officialRecordSchema,
  type ReadSummary,
  type RecordProblem,
  readMacBlocks,
} from '../catalogue/official/index.ts';
import { inputLimits } from '../catalogue/official/input/limits.ts';
import { RedflagError } from '../domain/error.ts';
import { ListRecordsWriter } from '../store/index.ts';
import type { KeptFile } from './manifest.ts';

/** Problems that are kept word for word; the rest are counted. */
const PROBLEMS_KEPT = 10_000;

export interface VersionContent {
  readonly rows: number;
  readonly records: number;
  readonly blocks: number;
  readonly names: number;
  readonly lost: number;
  readonly problems: number;
  readonly passedOver: Readonly<Record<string, number>>;
  readonly lists: Readonly<Record<string, number>>;
  readonly stated: string | undefined;
  readonly complete: readonly string[];
  /** The first rows that were lost, for a message. */
  readonly losses: readonly RecordProblem[];
}

export interface ReadVersionOptions {
  readonly format: string;
  readonly feed: string;
  readonly folder: string;
  readonly files: readonly KeptFile[];
  readonly mapping: string | null;
  readonly onRecords: (records: number, share: number) => void;
  /** What the version before kept, and its day. */
  readonly before: { readonly path: string; readonly date: string } | null;
  /** The day of this version, by what the file states of it. */
  readonly dateOf: (stated: string | undefined) => string;
  /** Whether the file may lack entries of its lists. */
  readonly partial: boolean;
}

/**
 * Reads the files of a version into `records.db` beside them, one record at a time.
 *
 * @throws RedflagError `invalid-list` when a file as a whole cannot be trusted
 */
export async function readVersion(options: ReadVersionOptions): Promise<VersionContent> {
  const { folder, files, format, feed, mapping, onRecords } = options;
  const paths = files.map(({ name }) => join(folder, name));
  const writer = new ListRecordsWriter(join(folder, 'records.db'));
  const size = paths.reduce((sum, path) => sum + statSync(path).size, 0);
  let read = 0;
  const onRead = (bytes: number) => {
    read += bytes;
  };
  const tally = { records: 0, blocks: 0, names: 0, problems: 0, losses: [] as RecordProblem[] };
  const problem = (one: RecordProblem) => {
    if (tally.problems++ < PROBLEMS_KEPT) writer.putProblem(one);
    if (one.lost && tally.losses.length < 10) tally.losses.push(one);
  };
  const step = () => onRecords(tally.records + tally.blocks, Math.min(1, read / Math.max(1, size)));
  try {
    const summary =
      format === ieee.format
        ? await readBlocks(paths, writer, tally, problem, step)
        : await readRecords(paths, { format, feed, mapping, onRead }, writer, tally, problem, step);
    const lists = writer.counts();
    const records = Object.values(lists).reduce((sum, count) => sum + count, 0);
    const { rows, lost, passedOver, statement } = summary;
    const { names, blocks, problems, losses } = tally;
    const content = { rows, records, blocks, names, lost, problems, passedOver, lists };
    const { date: stated } = statement;
    // A layout that claims a list whole and brings no entry of it is not believed.
    const whole = options.partial ? [] : (statement.complete ?? []).filter((list) => lists[list]);
    writer.inherit(options.before, options.dateOf(stated), whole, recordOfToday);
    writer.finish(content);
    return { ...content, losses, stated, complete: whole };
  } catch (error) {
    writer.abandon();
    throw error;
  }
}

/** A record as an earlier program kept it, in today's form: what it did not state is empty. */
function recordOfToday(body: unknown): OfficialRecord | null {
  if (typeof body !== 'object') return null;
  return officialRecordSchema.safeParse({ ...emptyRecord, ...body }).data ?? null;
}

interface Tally {
  records: number;
  blocks: number;
  names: number;
}

async function readRecords(
  paths: readonly string[],
  {
    format,
    feed: list,
    mapping,
    onRead,
  }: { format: string; feed: string; mapping: string | null; onRead: (bytes: number) => void },
  writer: ListRecordsWriter,
  tally: Tally,
  problem: (one: RecordProblem) => void,
  step: () => void,
): Promise<ReadSummary> {
  const layout = officialLayouts.get(format);
  if (!layout) throw new RedflagError('not-found', `there is no layout "${format}"`);
  const events = layout.read(paths, { list, mapping, onRead });
  const entryOf = entryCounter();
  for (;;) {
    const next = await events.next();
    if (next.done) return next.value;
    const event = next.value;
    if (event.kind === 'problem') problem(event.problem);
    else if (event.kind === 'removal') writer.remove(event.record);
    else {
      const { record } = event;
      writer.put({ list: record.list, entry: entryOf(record), record: record.record }, record);
      tally.records++;
      tally.names += record.names.length;
      step();
    }
  }
}

async function readBlocks(
  paths: readonly string[],
  writer: ListRecordsWriter,
  tally: Tally,
  problem: (one: RecordProblem) => void,
  step: () => void,
): Promise<Pick<ReadSummary, 'rows' | 'lost' | 'passedOver' | 'statement'>> {
  let lost = 0;
  for await (const event of readMacBlocks(paths, inputLimits)) {
    if (event.kind === 'problem') {
      lost++;
      problem(event.problem);
      continue;
    }
    writer.putBlock(event.block.prefix, event.block);
    tally.blocks++;
    step();
  }
  return { rows: tally.blocks + lost, lost, passedOver: {}, statement: {} };
}
