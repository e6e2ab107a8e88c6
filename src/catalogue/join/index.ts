import type { CatalogueContent } from '../../domain/catalogue.ts';
import type { MacRegistration, OriginalRecord } from '../../domain/original-record.ts';
import type { Party } from '../../domain/party.ts';
import { identify, type Member, type Undecided } from './identity.ts';
import { joinLists } from './lists.ts';
import { joinParty } from './party.ts';
import type { NewestComplete } from './standing.ts';
import { newestFirst, type Testimony, testimonyOf, versionId, type Witness } from './witness.ts';

export type { Undecided } from './identity.ts';
export { entryCounter } from './keys.ts';
export { makeList } from './lists.ts';
export { type Attested, versionId, type Witness } from './witness.ts';

export interface Joined {
  readonly content: CatalogueContent;
  /** Joins that only a person can decide. */
  readonly undecided: readonly Undecided[];
}

/**
 * The curated list and the list files as one catalogue. Parties come in the order of
 * their ids, one at a time: only keys are held, so that memory grows with the number
 * of records and not with what they say.
 */
export function joinCatalogue(seeds: CatalogueContent, witnesses: readonly Witness[]): Joined {
  const curated = new Map([...seeds.parties].map((party) => [party.id, party]));
  const sources = [...seeds.sources];
  const { members, undecided } = identify([...curated.values()], witnesses);
  const listed = listedBy(witnesses);
  const complete = newestComplete(listed);
  const context = { complete, sources: new Map(sources.map((source) => [source.id, source])) };
  const ids = [...new Set([...curated.keys(), ...members.keys()])].sort();
  // The writer asks for the originals of a party right after the party: read once for both.
  let last: { id: string; testimonies: Testimony[] } = { id: '', testimonies: [] };
  const testify = (id: string) => {
    if (last.id !== id) {
      const found = (members.get(id) ?? []).map((one) => testimony(one, witnesses));
      last = { id, testimonies: found.sort(newestFirst) };
    }
    return last.testimonies;
  };
  function* parties(): Generator<Party> {
    for (const id of ids) yield joinParty(id, curated.get(id), testify(id), context);
  }
  return {
    undecided,
    content: {
      sources: [...sources, ...witnesses.flatMap(({ earlier, source }) => [...earlier, source])],
      lists: joinLists([...seeds.lists], witnesses, listed, complete),
      parties: parties(),
      devices: seeds.devices,
      originals: ({ id }) => testify(id).map(originalOf),
      macBlocks: macBlocks(witnesses),
    },
  };
}

function testimony({ witness: at, seq }: Member, witnesses: readonly Witness[]): Testimony {
  const witness = witnesses[at];
  if (!witness) throw new RangeError(`no witness has the number ${at}`);
  return testimonyOf(witness, witness.recordAt(seq));
}

function originalOf({ witness, record, date }: Testimony): OriginalRecord {
  const { list, record: id, original: fields } = record;
  return { list, record: id, source: versionId(witness.feed, date), fields };
}

/** Which witnesses name any party of a list. */
function listedBy(witnesses: readonly Witness[]): Map<string, Set<Witness>> {
  const listed = new Map<string, Set<Witness>>();
  for (const witness of witnesses) {
    for (const list of witness.lists) {
      listed.set(list, (listed.get(list) ?? new Set()).add(witness));
    }
  }
  return listed;
}

/** A file that claims a list whole and has no entry of it is not believed: layouts change. */
function newestComplete(listed: ReadonlyMap<string, ReadonlySet<Witness>>): NewestComplete {
  const complete = new Map<string, Witness>();
  for (const [list, holders] of listed) {
    for (const witness of holders) {
      const known = complete.get(list);
      if (witness.complete.has(list) && (!known || witness.date > known.date)) {
        complete.set(list, witness);
      }
    }
  }
  return complete;
}

function* macBlocks(witnesses: readonly Witness[]): Generator<MacRegistration> {
  for (const { blocks, source } of witnesses) {
    for (const block of blocks()) yield { ...block, source: source.id };
  }
}
