import { inputLimits } from '../input/limits.ts';
import { inputFiles } from '../input/open.ts';
import { refuse } from '../input/refusal.ts';
import type { RecordProblem } from '../reader.ts';
import { type MacBlock, mapIeee } from './map.ts';
import { readIeee } from './read.ts';

export { type MacBlock, macBlockSchema } from './map.ts';

export type BlockEvent =
  | { readonly kind: 'block'; readonly block: MacBlock }
  | { readonly kind: 'problem'; readonly problem: RecordProblem };

/** IEEE registries of MAC addresses: they list no parties, but who holds which addresses. */
export const ieee = {
  format: 'ieee',
  title: 'IEEE registries of MAC address blocks (CSV)',
  publisher: 'IEEE Registration Authority',
  parts: ['oui.csv', 'mam.csv', 'oui36.csv'],
} as const;

/**
 * The blocks of the registries, one at a time. A prefix that a registry prints twice
 * has several registrants: each is a block.
 *
 * @throws RedflagError `invalid-list` when a file as a whole cannot be trusted
 */
export async function* readMacBlocks(
  paths: readonly string[],
  limits = inputLimits,
): AsyncGenerator<BlockEvent> {
  const files = (await Promise.all(paths.map((path) => inputFiles(path, limits)))).flat();
  let blocks = 0;
  for await (const item of readIeee(files, { limits })) {
    if (item.kind === 'problem') yield item;
    if (item.kind !== 'row') continue;
    const { file, line } = item;
    const problems: RecordProblem[] = [];
    const block = mapIeee(item.row, (path, message) =>
      problems.push({ file, line, path, message, record: null, lost: true }),
    );
    for (const problem of problems) yield { kind: 'problem', problem };
    if (block !== null) {
      blocks++;
      yield { kind: 'block', block };
    }
  }
  if (blocks === 0) throw refuse(paths[0] ?? 'oui.csv', 'holds no blocks');
}
