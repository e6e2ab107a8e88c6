import type { IsoDate } from '../../domain/date.ts';
import type { Screening } from '../../screening/index.ts';
import { type Component, labelOf } from '../component.ts';
import { bearers, partiesOf } from '../screening/finding.ts';
import { isCurrent, type Policy, type Waiver } from './policy.ts';

/** A waiver that no longer does what its author meant. */
export interface WaiverReport {
  readonly file: string;
  readonly line: number;
  readonly waiver: Waiver;
  /** `expired`: its last day is over; `unused`: nothing that was found needs it. */
  readonly state: 'expired' | 'unused';
}

/** The waivers of one policy, and which of them were needed. */
export class Waivers {
  readonly #policy: Policy;
  readonly #today: IsoDate;
  readonly #patterns: readonly RegExp[];
  readonly #used = new Set<Waiver>();

  constructor(policy: Policy, today: IsoDate) {
    this.#policy = policy;
    this.#today = today;
    this.#patterns = policy.waivers.map(({ component }) => globPattern(component));
  }

  /**
   * The waiver that holds for a finding: every party that bears it must be
   * waived in this component. The one that holds for the first party is given.
   */
  for(component: Component, screening: Screening): Waiver | null {
    const { waivers } = this.#policy;
    if (waivers.length === 0) return null;
    const called = namesOf(component);
    const covering = waivers.filter((_, at) =>
      called.some((name) => this.#patterns[at]?.test(name)),
    );
    if (covering.length === 0) return null;
    const chosen = bearers(screening).map((match) => {
      const parties = partiesOf(match);
      const held = covering.filter(({ party }) => parties.has(party));
      return held.find((waiver) => isCurrent(waiver, this.#today)) ?? null;
    });
    if (chosen.length === 0 || chosen.includes(null)) return null;
    for (const waiver of chosen) if (waiver) this.#used.add(waiver);
    return chosen[0] ?? null;
  }

  /** Expired and unused waivers, in the order of the file. */
  reports(): WaiverReport[] {
    const { file, waivers, waiverLines } = this.#policy;
    return waivers.flatMap((waiver, at) => {
      const expired = !isCurrent(waiver, this.#today);
      if (!expired && this.#used.has(waiver)) return [];
      const state = expired ? ('expired' as const) : ('unused' as const);
      return [{ file, line: waiverLines[at] ?? 1, waiver, state }];
    });
  }
}

/** What a waiver may call a component by. */
function namesOf(component: Component): string[] {
  const { name, models = [], macs = [], fccIds = [], cpes = [], purls = [], parties } = component;
  const ownName = component.kind === 'name' ? parties.map(({ value }) => value) : [];
  return [
    labelOf(component),
    ...(name === undefined ? [] : [name]),
    ...models,
    ...macs,
    ...fccIds,
    ...cpes,
    ...purls,
    ...ownName,
  ];
}

/** A pattern in which `*` stands for anything, over the whole name, in any case. */
export function globPattern(glob: string): RegExp {
  const literal = glob.split('*').map((part) => part.replace(/[.\\+?^${}()|[\]/]/g, '\\$&'));
  return new RegExp(`^${literal.join('.*')}$`, 'isu');
}
