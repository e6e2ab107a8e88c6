import { consequences } from '../../domain/effect.ts';
import { type Finding, findingKinds } from './finding.ts';

/** Findings that say the same of the same party. */
export interface FindingGroup {
  /** The first of them stands for all. */
  readonly sample: Finding;
  readonly findings: readonly Finding[];
}

/** Groups findings, the gravest first; within a group they keep their order. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { party, kind, role, consequence, path, waiver } = finding;
    const key = [party.id, kind, role, consequence, path, waiver === null].join('\0');
    const known = groups.get(key);
    if (known) known.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()]
    .flatMap((group) => (group[0] ? [{ sample: group[0], findings: group }] : []))
    .sort((a, b) => gravity(b.sample) - gravity(a.sample));
}

/** By consequence, then by kind; what is waived comes after what is not. */
function gravity({ consequence, kind, waiver }: Finding): number {
  const rank = consequence === null ? 0 : consequences.indexOf(consequence) + 1;
  const order = findingKinds.length - findingKinds.indexOf(kind);
  return (waiver === null ? 100 : 0) + rank * 10 + order;
}
