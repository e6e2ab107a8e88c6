import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Test } from 'tap';
import {
  type OfficialRecord,
  officialLayouts,
  officialRecordSchema,
  type ReadSummary,
  type RecordProblem,
} from '../../../src/catalogue/official/index.ts';
import type { ReadContext } from '../../../src/catalogue/official/reader.ts';
import { RedflagError } from '../../../src/domain/error.ts';

export interface Everything {
  readonly records: OfficialRecord[];
  readonly problems: RecordProblem[];
  readonly removals: string[];
  readonly summary: ReadSummary;
}

/** Reads files of a layout to the end. */
export async function readAll(
  format: string,
  paths: readonly string[],
  context: Partial<ReadContext> = {},
): Promise<Everything> {
  const layout = officialLayouts.get(format);
  if (!layout) throw new Error(`no layout ${format}`);
  const records: OfficialRecord[] = [];
  const problems: RecordProblem[] = [];
  const removals: string[] = [];
  const events = layout.read(paths, context);
  for (;;) {
    const next = await events.next();
    if (next.done) return { records, problems, removals, summary: next.value };
    if (next.value.kind === 'record') records.push(next.value.record);
    else if (next.value.kind === 'problem') problems.push(next.value.problem);
    else removals.push(next.value.record);
  }
}

/** The message of the refusal that a read ends in. */
export async function refusal(read: Promise<unknown>): Promise<string> {
  try {
    await read;
    return 'was read';
  } catch (error) {
    if (error instanceof RedflagError && error.code === 'invalid-list') return error.message;
    throw error;
  }
}

export interface Case {
  readonly format: string;
  readonly files: readonly string[];
  readonly context?: Partial<ReadContext>;
  /** The main file, on which the faults are tried. */
  readonly main: string;
}

const FIXTURES = 'test/fixtures/official';

export function fixture(name: string): string {
  return join(FIXTURES, name);
}

/** What every reader of a list must do, whatever its layout. */
export async function contract(t: Test, { format, files, main, context = {} }: Case) {
  const folder = t.testdir({});
  const paths = files.map(fixture);
  const others = files.filter((file) => file !== main).map(fixture);
  const text = readFileSync(fixture(main));
  const put = (bytes: Uint8Array | string, name = basename(main)) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  const refused = (bytes: Uint8Array | string, name?: string) =>
    refusal(readAll(format, [put(bytes, name), ...others], context));

  const whole = await readAll(format, paths, context);
  const { rows, records, lost, passedOver } = whole.summary;
  const passed = Object.values(passedOver).reduce((sum, count) => sum + count, 0);
  t.ok(records > 0, `${records} records`);
  t.equal(whole.problems.filter((one) => one.lost).length >= lost, true, 'each loss has a line');
  t.ok(rows - lost - passed <= records, 'no row vanishes: a record, a loss or passed over');
  for (const record of whole.records) {
    t.same(officialRecordSchema.parse(record), record, `${record.record} keeps to the schema`);
    t.ok(Object.keys(record.original).length > 0, `${record.record} keeps its original fields`);
  }
  for (const problem of whole.problems) {
    t.ok(problem.file !== '' && problem.message !== '', `${problem.path}: ${problem.message}`);
  }
  const ids = whole.records.map(({ list, record }) => `${list} ${record}`);
  t.equal(new Set(ids).size, ids.length, 'ids are unique on their list');

  const packed = await readAll(format, [put(gzipSync(text), 'packed.gz'), ...others], context);
  t.same(packed.records, whole.records, 'gzip gives the same records');
  const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), text]);
  const withMark = await readAll(format, [put(marked), ...others], context);
  t.same(withMark.records, whole.records, 'a byte order mark changes nothing');

  t.match(await refused(''), 'is empty', 'an empty file is refused');
  t.match(
    await refused('<!DOCTYPE html><html><head><title>503</title></head></html>'),
    'HTML page ("503")',
    'an HTML error page is refused',
  );
  t.match(await refused(gzipSync(text).subarray(0, -20), 'cut.gz'), 'truncated', 'a cut gzip');
  const withNul = Buffer.concat([text.subarray(0, text.length >> 1), Buffer.from([0]), text]);
  t.match(await refused(withNul), 'NUL', 'a NUL character is refused');
  const latin = Buffer.concat([text.subarray(0, 40), Buffer.from([0xe9, 0x20]), text.subarray(40)]);
  t.match(await refused(latin), /:\d+: is not UTF-8/, 'another encoding is refused, with its line');
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text.toString(), 'utf16le')]);
  t.match(await refused(wide), 'UTF-16', 'UTF-16 is refused');
  const limits = { unpackedBytes: 64, ratio: 200, fieldCharacters: 1e6, members: 9, depth: 64 };
  t.match(
    await refusal(readAll(format, paths, { ...context, limits })),
    'more than 64 bytes',
    'a file beyond the limit is refused',
  );
}
