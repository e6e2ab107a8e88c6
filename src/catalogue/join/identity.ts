import type { Party } from '../../domain/party.ts';
import type { OfficialRecord } from '../official/record.ts';
import { Groups } from './groups.ts';
import { identitySchemes, partyKey, printedKey, recordKey, slug } from './keys.ts';
import type { Witness } from './witness.ts';

/** Where the records of one party stand. */
export interface Member {
  /** Place of the witness in the order given. */
  readonly witness: number;
  readonly seq: number;
}

/** A join that was not made, and why: for a person to decide, in the seeds. */
export interface Undecided {
  readonly what: string;
  readonly reason: string;
}

export interface Identities {
  /** The records of every party that has any, by party id. */
  readonly members: ReadonlyMap<string, readonly Member[]>;
  readonly undecided: readonly Undecided[];
}

/**
 * Decides which records are of one party, by recorded identity only:
 *
 *     the same id at the same list        CSL sdn 12345 = OFAC sdn 12345 = OFAC ssi 12345
 *     a shared identifier of one party    LEI, USCC, ship's number, Wikidata
 *     what the curated list records       sameAs { list, name as printed | record },
 *                                         an entry with the same record id or printed name
 *
 * Never by likeness. A value that two parties of one file share decides nothing and
 * is reported. Only keys are held in memory; the records stay where they are.
 */
export function identify(seeds: readonly Party[], witnesses: readonly Witness[]): Identities {
  const groups = new Groups();
  const members = new Map<number, Member[]>();
  const shared = new Map<string, Map<number, Set<number>>>();
  const claims = new Claims(seeds);
  const printed = new Map<number, { id: string; order: number }>();
  for (const [at, witness] of witnesses.entries()) {
    for (const { seq, record, entry } of witness.records()) {
      const key = partyKey(record, entry);
      const group = groups.of(key);
      const known = members.get(group);
      const member = { witness: at, seq };
      if (known) known.push(member);
      else {
        members.set(group, [member]);
        printed.set(group, { id: preferredId(key, record), order: members.size });
      }
      for (const { scheme, value } of record.identifiers) {
        if (!identitySchemes.has(scheme)) continue;
        const perWitness = shared.get(`${scheme}:${value}`) ?? new Map<number, Set<number>>();
        perWitness.set(at, (perWitness.get(at) ?? new Set()).add(group));
        shared.set(`${scheme}:${value}`, perWitness);
      }
      claims.consider(record, group, key);
    }
  }
  const undecided: Undecided[] = [];
  for (const [value, perWitness] of shared) {
    const holders = [...perWitness.values()];
    if (holders.some((set) => set.size > 1)) {
      const parties = new Set(holders.flatMap((set) => [...set]));
      const ids = [...parties].map((group) => printed.get(group)?.id).join(', ');
      undecided.push({ what: value, reason: `printed for several parties of one file: ${ids}` });
      continue;
    }
    const [first, ...others] = holders.flatMap((set) => [...set]);
    for (const other of others) if (first !== undefined) groups.join(first, other);
  }
  const claimed = claims.settle(undecided);
  return { members: named(groups, members, printed, claimed, undecided), undecided };
}

/** What the curated parties say about which records are theirs. */
class Claims {
  readonly #byKey = new Map<string, Set<string>>();
  readonly #byName = new Map<string, Set<string>>();
  /** Printed names of entries that no sameAs confirms: they count only while they are unique. */
  readonly #byEntry = new Map<string, Set<string>>();
  readonly #found = new Map<number, Set<string>>();
  readonly #entries = new Map<string, Set<number>>();

  constructor(seeds: readonly Party[]) {
    const add = (map: Map<string, Set<string>>, key: string, party: string) =>
      map.set(key, (map.get(key) ?? new Set()).add(party));
    for (const { id, identifiers, sameAs, designations } of seeds) {
      for (const { scheme, value } of identifiers) {
        if (identitySchemes.has(scheme)) add(this.#byKey, `${scheme}:${value}`, id);
      }
      for (const { list, record, name } of sameAs) {
        if (record !== undefined) add(this.#byKey, recordKey(list, record), id);
        if (name !== undefined) add(this.#byName, `${list}|${printedKey(name)}`, id);
      }
      for (const { list, entry } of designations) {
        if (entry.record !== null) add(this.#byKey, recordKey(list, entry.record), id);
        add(this.#byEntry, `${list}|${printedKey(entry.name)}`, id);
      }
    }
  }

  consider(record: OfficialRecord, group: number, key: string): void {
    const name = `${record.list}|${printedKey(record.name)}`;
    const keys = [key, ...record.identifiers.map(({ scheme, value }) => `${scheme}:${value}`)];
    const parties = [
      ...keys.flatMap((known) => [...(this.#byKey.get(known) ?? [])]),
      ...(this.#byName.get(name) ?? []),
    ];
    const found = this.#found.get(group) ?? new Set<string>();
    for (const party of parties) found.add(party);
    if (found.size > 0) this.#found.set(group, found);
    if (this.#byEntry.has(name)) {
      this.#entries.set(name, (this.#entries.get(name) ?? new Set()).add(group));
    }
  }

  /** The curated party of each group that one claims. */
  settle(undecided: Undecided[]): Map<number, string> {
    const taken = new Set([...this.#found.values()].flatMap((parties) => [...parties]));
    for (const [name, groups] of this.#entries) {
      const parties = [...(this.#byEntry.get(name) ?? [])];
      const open = [...groups].filter((group) => !this.#found.has(group));
      const [party] = parties;
      const [group] = open;
      if (party === undefined || group === undefined) continue;
      if (parties.length === 1 && groups.size === 1) this.#found.set(group, new Set([party]));
      else if (!parties.every((one) => taken.has(one))) {
        undecided.push({
          what: name.replace('|', ': '),
          reason: `is the entry of ${parties.join(', ')} and is printed for ${groups.size} records: say which in sameAs`,
        });
      }
    }
    const claimed = new Map<number, string>();
    for (const [group, parties] of this.#found) {
      const [party] = parties;
      if (parties.size === 1 && party !== undefined) claimed.set(group, party);
      else {
        undecided.push({
          what: [...parties].join(', '),
          reason: 'claim the same record: one of them must give it up',
        });
      }
    }
    return claimed;
  }
}

/** Gives every group of joined records the id of its party. */
function named(
  groups: Groups,
  members: ReadonlyMap<number, readonly Member[]>,
  printed: ReadonlyMap<number, { id: string; order: number }>,
  claimed: ReadonlyMap<number, string>,
  undecided: Undecided[],
): Map<string, Member[]> {
  const owners = new Map<number, Set<string>>();
  for (const [group, party] of claimed) {
    const root = groups.root(group);
    owners.set(root, (owners.get(root) ?? new Set()).add(party));
  }
  const parties = new Map<string, Member[]>();
  const ids = new Map<number, string>();
  const put = (id: string, more: readonly Member[]) => {
    const known = parties.get(id);
    if (known) known.push(...more);
    else parties.set(id, [...more]);
  };
  for (const [group, own] of members) {
    const root = groups.root(group);
    const owner = owners.get(root);
    const direct = claimed.get(group);
    if (owner?.size === 1) put([...owner][0] ?? '', own);
    else if (direct !== undefined) put(direct, own);
    else {
      // Two curated parties claim parts of the group: the unclaimed part stays alone.
      const id = ids.get(root) ?? free(parties, printed.get(group)?.id ?? `party-${group}`);
      ids.set(root, id);
      put(id, own);
    }
  }
  for (const owner of owners.values()) {
    if (owner.size > 1) {
      const what = [...owner].join(', ');
      undecided.push({ what, reason: 'share an identifier in the lists: are they one party?' });
    }
  }
  return parties;
}

function free(taken: ReadonlyMap<string, unknown>, id: string): string {
  if (!taken.has(id)) return id;
  for (let number = 2; ; number++) {
    if (!taken.has(`${id}-${number}`)) return `${id}-${number}`;
  }
}

/** `ofac-12345`, `un-cdi-001`, or list and name: `entity-list-140-repair-plant-jsc`. */
function preferredId(key: string, record: OfficialRecord): string {
  if (key.startsWith('ofac-uid:')) return `ofac-${key.slice('ofac-uid:'.length)}`;
  if (key.startsWith('un-reference:')) return `un-${slug(key.slice('un-reference:'.length))}`;
  return `${record.list}-${slug(record.name)}`.slice(0, 110).replace(/-$/, '');
}
