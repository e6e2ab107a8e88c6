import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { faultsOf, inWords } from '../../domain/complaint.ts';
import { type Devices, devicesSchema } from '../../domain/device.ts';
import { sha256 } from '../../domain/hash.ts';
import { type List, listSchema } from '../../domain/list.ts';
import { type Party, partySchema } from '../../domain/party.ts';
import { type Source, sourceSchema } from '../../domain/source.ts';
import type { Problem } from '../problem.ts';

/** A record of the curated list with the file that it came from. */
export interface SeedRecord<T> {
  readonly file: string;
  readonly value: T;
  /** Line of a field, for problems found after the schema: counts from 1. */
  lineOf(path: readonly PropertyKey[]): number | null;
}

/** The curated list as read: what is well formed, and what is wrong with the rest. */
export interface Seeds {
  readonly sources: readonly SeedRecord<Source>[];
  readonly lists: readonly SeedRecord<List>[];
  readonly parties: readonly SeedRecord<Party>[];
  readonly devices: readonly SeedRecord<Devices>[];
  readonly problems: readonly Problem[];
}

const ROOMS = ['sources', 'lists', 'parties', 'devices'] as const;

/** The seed files of a folder, sorted, as paths relative to it. */
function seedFiles(folder: string): string[] {
  return ROOMS.flatMap((room) =>
    (room === 'devices' && !existsSync(join(folder, room)) ? [] : readdirSync(join(folder, room)))
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => `${room}/${name}`),
  );
}

/** Hash of the files as they lie there: tells, without parsing, whether a catalogue is still theirs. */
export function hashSeeds(folder: string): string {
  return sha256(seedFiles(folder).flatMap((file) => [file, readFileSync(join(folder, file))]));
}

/**
 * Reads `sources`, `lists`, `parties` and `devices` below a folder, one record a file.
 * Never throws for what a file says: problems name file, line and field.
 *
 * @throws when the folder or one of its rooms but `devices` is missing
 */
export function readSeeds(folder: string): Seeds {
  const problems: Problem[] = [];
  const read = <T>(room: string, schema: z.ZodType<T>): SeedRecord<T>[] =>
    seedFiles(folder)
      .filter((file) => file.startsWith(`${room}/`))
      .flatMap((file) => readRecord(folder, file, schema, problems));
  return {
    sources: read('sources', sourceSchema),
    lists: read('lists', listSchema),
    parties: read('parties', partySchema),
    devices: read('devices', devicesSchema),
    problems,
  };
}

function readRecord<T>(
  folder: string,
  file: string,
  schema: z.ZodType<T>,
  problems: Problem[],
): SeedRecord<T>[] {
  const lines = new LineCounter();
  // Anchors are for repeated citations; the limit keeps a file from blowing itself up by them.
  const document = parseDocument(readFileSync(join(folder, file), 'utf8'), { lineCounter: lines });
  for (const error of [...document.errors, ...document.warnings]) {
    const line = error.linePos?.[0].line ?? null;
    problems.push({ file, line, path: '', message: firstLine(error.message) });
  }
  if (document.errors.length > 0) return [];
  const lineOf = (path: readonly PropertyKey[]) => lineOfPath(document, lines, path);
  let written: unknown;
  try {
    written = document.toJS({ maxAliasCount: 2000 });
  } catch (error) {
    problems.push({ file, line: null, path: '', message: firstLine(String(error)) });
    return [];
  }
  const parsed = schema.safeParse(written, { error: inWords });
  if (!parsed.success) {
    for (const { path, message } of faultsOf(parsed.error.issues)) {
      problems.push({ file, line: lineOf(path), path: path.join('.'), message });
    }
    return [];
  }
  const expected = basename(file, '.yaml');
  if (document.get('id') !== expected) {
    const message = `must be "${expected}", the name of the file`;
    problems.push({ file, line: lineOf(['id']), path: 'id', message });
  }
  return [{ file, value: parsed.data, lineOf }];
}

/** The line of the deepest part of a path that the file writes out. */
function lineOfPath(
  document: Document,
  lines: LineCounter,
  path: readonly PropertyKey[],
): number | null {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return null;
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? message;
}
