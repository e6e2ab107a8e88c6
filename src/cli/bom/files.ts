import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  type BomFile,
  type BomFormat,
  fileInput,
  fileLimits,
  POLICY_FILE,
  type Policy,
  parsePolicy,
  streamInput,
} from '../../bom/index.ts';
import { RedflagError } from '../../domain/error.ts';
import type { OpenScreener } from '../../screening/index.ts';
import type { Workplace } from '../act.ts';

export interface FileOptions {
  readonly format: BomFormat | null;
  readonly columns: ReadonlyMap<string, string>;
  /** The policy for every file; absent: the one beside each; false: none. */
  readonly policy?: string | false;
}

/** Opens the files that a command names, each with its policy. */
export async function openFiles(
  engine: OpenScreener,
  workplace: Workplace,
  paths: readonly string[],
  { format, columns, policy }: FileOptions,
): Promise<BomFile[]> {
  const policies = new Map<string, Policy | null>();
  const files: BomFile[] = [];
  for (const path of paths) {
    const input =
      path === '-'
        ? await streamInput('standard input', workplace.input, fileLimits.bytes)
        : await fileInput(path);
    const named = typeof policy === 'string' ? policy : undefined;
    const at = named ?? join(path === '-' ? '.' : dirname(path), POLICY_FILE);
    let found = policy === false ? null : policies.get(at);
    if (found === undefined) {
      found = await readPolicy(engine, at, named !== undefined);
      policies.set(at, found);
    }
    files.push({ input, format, columns, policy: found });
  }
  return files;
}

async function readPolicy(
  engine: OpenScreener,
  path: string,
  mustExist: boolean,
): Promise<Policy | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (isMissing && !mustExist) return null;
    throw error;
  }
  return parsePolicy(path, text, {
    isList: (id) => engine.catalogue.lists.has(id),
    isParty: (id) => engine.catalogue.party(id) !== undefined,
  });
}

/** `--columns manufacturer=Maker,model=3` -> field -> column. */
export function chosenColumns(given: readonly string[]): ReadonlyMap<string, string> {
  const pairs = given.flatMap((one) => one.split(/,(?=[A-Za-z]+\d*=)/));
  return new Map(
    pairs.map((pair) => {
      const [, field, column] = /^\s*([A-Za-z]+\d*)\s*=\s*(.+)$/.exec(pair) ?? [];
      if (field === undefined || column === undefined) {
        throw new RedflagError(
          'invalid-request',
          `--columns ${pair}: must be field=header or field=number, such as manufacturer="Made by"`,
        );
      }
      return [field, column.trim()] as const;
    }),
  );
}
