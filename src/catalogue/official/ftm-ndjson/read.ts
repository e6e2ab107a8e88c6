import { inWords } from '../../../domain/complaint.ts';
import { RedflagError } from '../../../domain/error.ts';
import { dayIn } from '../dates.ts';
import type { InputFile } from '../input/file.ts';
import { jsonLines } from '../input/json.ts';
import type { InputLimits } from '../input/limits.ts';
import type { ReadContext, ReadItem } from '../reader.ts';
import { type FtmEntity, ftmDeltaSchema, ftmEntitySchema, texts } from './entity.ts';

/** An entity with the addresses that it refers to. */
export interface FtmRow {
  readonly entity: FtmEntity;
  readonly addresses: readonly string[];
}

/**
 * The entities of one or more NDJSON files: a whole export, then its delta files in
 * their order. A delta adds, replaces and takes away whole entities. Addresses are
 * entities of their own: a first pass collects their texts, so that their order in
 * the file does not matter.
 */
export async function* readFtm(
  files: readonly InputFile[],
  { limits, list }: ReadContext,
): AsyncGenerator<ReadItem<FtmRow>> {
  const addresses = new Map<string, string>();
  for (const [index, file] of files.entries()) {
    for await (const { value } of linesOf(file, index, limits)) {
      const entity = entityIn(value);
      if (entity?.schema !== 'Address') continue;
      const [full] = texts(entity, 'full');
      if (full) addresses.set(entity.id, full);
    }
  }
  let date = '';
  for (const [index, file] of files.entries()) {
    for await (const { line, value, fault } of linesOf(file, index, limits)) {
      const place = { file: file.name, line };
      const delta = ftmDeltaSchema.safeParse(value);
      // A change replaces the whole entity, which may be no party any more.
      if (delta.success && delta.data.op !== 'ADD') {
        yield { kind: 'removal', record: delta.data.entity.id };
      }
      if (delta.success && delta.data.op === 'DEL') continue;
      const written = delta.success ? delta.data.entity : value;
      const parsed = ftmEntitySchema.safeParse(written, { error: inWords });
      if (!parsed.success) {
        const [issue] = parsed.error.issues;
        const message = fault ?? issue?.message ?? 'is no entity';
        const path = fault === null ? (issue?.path.join('.') ?? '') : '';
        yield { kind: 'problem', problem: { ...place, record: null, lost: true, path, message } };
        continue;
      }
      const entity = parsed.data;
      const seen = dayIn(entity.last_seen ?? '') ?? dayIn(entity.last_change ?? '');
      if (seen !== null && seen > date) date = seen;
      const reason = notAParty(entity);
      if (reason !== null) yield { kind: 'passed-over', reason };
      else {
        const known = texts(entity, 'addressEntity').flatMap((id) => addresses.get(id) ?? []);
        yield { kind: 'row', ...place, row: { entity, addresses: known } };
      }
    }
  }
  yield { kind: 'statement', statement: { complete: [list], ...(date !== '' && { date }) } };
}

/** A delta in which nothing changed is an empty file; the first file is the export and never is. */
async function* linesOf(file: InputFile, index: number, limits: InputLimits) {
  try {
    yield* jsonLines(file, limits);
  } catch (error) {
    const empty = error instanceof RedflagError && error.message.includes('is empty');
    if (index === 0 || !empty) throw error;
  }
}

function entityIn(value: unknown): FtmEntity | null {
  const delta = ftmDeltaSchema.safeParse(value);
  const parsed = ftmEntitySchema.safeParse(delta.success ? delta.data.entity : value);
  return parsed.success ? parsed.data : null;
}

const PARTIES: ReadonlySet<string> = new Set([
  ...['Person', 'Company', 'Organization', 'LegalEntity', 'PublicBody', 'Vessel', 'Airplane'],
]);

function notAParty({ schema, target }: FtmEntity): string | null {
  if (!PARTIES.has(schema)) return `${schema}: no party`;
  return target === false ? 'mentioned by the data set, not listed by it' : null;
}
