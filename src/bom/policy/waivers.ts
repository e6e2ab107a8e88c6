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

/** What the waivers of a policy say of a finding. */
export interface WaiverState {
  /** The one that holds; null: the finding is not waived. */
  readonly waiver: Waiver | null;
  /** The one that would hold, had its last day not passed. */
  readonly expiredWaiver: Waiver | null;
}

export const NOT_WAIVED: WaiverState = { waiver: null, expiredWaiver: null };

/** The waivers of one policy, and which of them were needed. */
export class Waivers {
  readonly #policy: Policy;
  readonly #today: IsoDate;
  readonly #patterns: readonly Glob[];
  readonly #used = new Set<Waiver>();

  constructor(policy: Policy, today: IsoDate) {
    this.#policy = policy;
    this.#today = today;
    this.#patterns = policy.waivers.map(({ component }) => globOf(component));
  }

  /**
   * What holds for a finding: every party that bears it must be waived in this
   * component. The waiver of the first party is given.
   */
  for(component: Component, screening: Screening): WaiverState {
    const { waivers } = this.#policy;
    if (waivers.length === 0) return NOT_WAIVED;
    const called = namesOf(component).map(folded);
    const covering = waivers.filter((_, at) => called.some((name) => this.#patterns[at]?.(name)));
    if (covering.length === 0) return NOT_WAIVED;
    const held = bearers(screening).map((match) => {
      const parties = partiesOf(match);
      return covering.filter(({ party }) => parties.has(party));
    });
    const chosen = held.flatMap((each) => {
      const current = each.find((waiver) => isCurrent(waiver, this.#today));
      return current ?? each[0] ?? [];
    });
    if (chosen.length === 0 || chosen.length < held.length) return NOT_WAIVED;
    const expired = chosen.find((waiver) => !isCurrent(waiver, this.#today));
    if (expired) return { waiver: null, expiredWaiver: expired };
    for (const waiver of chosen) this.#used.add(waiver);
    return { waiver: chosen[0] ?? null, expiredWaiver: null };
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

/** Whether a folded name is as a pattern says. */
type Glob = (name: string) => boolean;

/**
 * A pattern in which `*` stands for anything, over the whole name, in any case.
 * Its parts are looked for from left to right, each at its first place. A regular
 * expression would go back and try again, for hours where a stranger wrote it.
 *
 *     ds-*42*-i    starts with "ds-", then holds "42", ends with "-i"
 *
 * @example globOf('ds-2cd*')(folded('DS-2CD2042WD-I')) // true
 */
export function globOf(glob: string): Glob {
  const [start = '', ...others] = folded(glob).split('*');
  const end = others.pop();
  if (end === undefined) return (name) => name === start;
  return (name) => {
    const last = name.length - end.length;
    if (!name.startsWith(start) || !name.endsWith(end)) return false;
    let at = start.length;
    for (const part of others) {
      const found = name.indexOf(part, at);
      if (found === -1) return false;
      at = found + part.length;
    }
    return at <= last;
  };
}

/** The same for names that differ in case alone; both ways, since some letters have one case only. */
export function folded(name: string): string {
  return name.toLowerCase().toUpperCase();
}
