import { inWords } from '../../domain/complaint.ts';
import { idSchema } from '../../domain/id.ts';
import type { Problem } from '../problem.ts';
import type { InputFile } from './input/file.ts';
import { type InputLimits, inputLimits } from './input/limits.ts';
import { inputFiles } from './input/open.ts';
import { refuse } from './input/refusal.ts';
import { type OfficialRecord, officialRecordSchema } from './record.ts';

/** Something wrong with one record: `lost` says whether the record, or only the field, is missing now. */
export interface RecordProblem extends Problem {
  readonly record: string | null;
  readonly lost: boolean;
}

/** What a layout says about itself beside its records. */
export interface FileStatement {
  /** The date of the version, where the file states one. */
  readonly date?: string;
  /** The lists that the file holds whole: an entry that is not in it is not on the list. */
  readonly complete?: readonly string[];
}

/** One row of a file, in the reader's own shape, with its place. */
export interface Placed<Row> {
  readonly file: string;
  readonly line: number | null;
  readonly row: Row;
}

export type ReadItem<Row> =
  | ({ readonly kind: 'row' } & Placed<Row>)
  | { readonly kind: 'problem'; readonly problem: RecordProblem }
  | { readonly kind: 'statement'; readonly statement: FileStatement }
  /** A row that is no record, by design of the layout: counted by its reason. */
  | { readonly kind: 'passed-over'; readonly reason: string }
  | { readonly kind: 'removal'; readonly record: string };

export interface ReadContext {
  readonly limits: InputLimits;
  /** The list of layouts that name none: the feed's own. */
  readonly list: string;
  /** Text of a mapping file, for layouts that need one. */
  readonly mapping: string | null;
  /** Told of the bytes read, for progress. */
  readonly onRead: (bytes: number) => void;
}

/** Says what is wrong with a field; a mapper that returns no record has lost it. */
export type Report = (field: string, message: string) => void;

/**
 * How one layout is read: `read` turns files into rows, `map` a row into records.
 * Both never throw for what a record says.
 */
export interface OfficialReader<Row> {
  /** Name of the layout, as `lists import` takes it. */
  readonly format: string;
  readonly title: string;
  readonly publisher: string | null;
  /** The files that belong together, the main one first. */
  readonly parts: readonly string[];
  read(files: readonly InputFile[], context: ReadContext): AsyncGenerator<ReadItem<Row>>;
  map(placed: Placed<Row>, context: ReadContext, report: Report): OfficialRecord[];
}

export type ReadEvent =
  | { readonly kind: 'record'; readonly record: OfficialRecord }
  | { readonly kind: 'removal'; readonly record: string }
  | { readonly kind: 'problem'; readonly problem: RecordProblem };

/** What became of every row: `rows` = rows with a record + lost rows + rows passed over. */
export interface ReadSummary {
  readonly rows: number;
  readonly records: number;
  readonly lost: number;
  readonly passedOver: Readonly<Record<string, number>>;
  readonly statement: FileStatement;
}

/**
 * Reads files of one layout into records, one at a time; what cannot be read is a
 * problem with file, line, record and field.
 *
 * @returns the summary, after the last event
 * @throws RedflagError `invalid-list` when a file as a whole cannot be trusted
 */
export async function* readOfficial<Row>(
  reader: OfficialReader<Row>,
  paths: readonly string[],
  context: Partial<ReadContext> = {},
): AsyncGenerator<ReadEvent, ReadSummary> {
  const whole: ReadContext = {
    limits: inputLimits,
    list: idSchema.parse(reader.format),
    mapping: null,
    onRead: () => {},
    ...context,
  };
  const files = (
    await Promise.all(paths.map((path) => inputFiles(path, whole.limits, whole.onRead)))
  ).flat();
  const passedOver: Record<string, number> = {};
  const taken = new Map<string, number>();
  let statement: FileStatement = {};
  let rows = 0;
  let records = 0;
  let lost = 0;
  for await (const item of reader.read(files, whole)) {
    if (item.kind === 'statement') {
      statement = { ...statement, ...item.statement };
      continue;
    }
    if (item.kind === 'removal') {
      taken.delete(`${whole.list}\0${item.record}`);
      yield item;
      continue;
    }
    rows++;
    if (item.kind === 'passed-over') {
      passedOver[item.reason] = (passedOver[item.reason] ?? 0) + 1;
      continue;
    }
    if (item.kind === 'problem') {
      lost++;
      yield item;
      continue;
    }
    const { file, line } = item;
    const problems: { path: string; message: string }[] = [];
    const mapped = reader.map(item, whole, (path, message) => problems.push({ path, message }));
    const sound = mapped.flatMap((record) => {
      const parsed = officialRecordSchema.safeParse(record, { error: inWords });
      if (parsed.success) return [numbered(parsed.data, taken)];
      for (const { path, message } of parsed.error.issues) {
        problems.push({ path: path.join('.'), message });
      }
      return [];
    });
    if (mapped.length === 0 && problems.length === 0) {
      problems.push({ path: '', message: 'holds no record' });
    }
    for (const problem of problems) {
      const record = mapped[0]?.record ?? null;
      yield {
        kind: 'problem',
        problem: { file, line, record, lost: sound.length === 0, ...problem },
      };
    }
    if (sound.length === 0) lost++;
    for (const record of sound) {
      records++;
      yield { kind: 'record', record };
    }
  }
  if (rows === 0) throw refuse(paths[0] ?? reader.format, 'holds no records');
  return { rows, records, lost, passedOver, statement };
}

/** A file may print the same id twice for one list (branches of a bank): the second is told apart. */
function numbered(record: OfficialRecord, taken: Map<string, number>): OfficialRecord {
  const key = `${record.list}\0${record.record}`;
  const before = taken.get(key) ?? 0;
  taken.set(key, before + 1);
  return before === 0 ? record : { ...record, record: `${record.record}#${before + 1}` };
}
