import type { Devices } from './device.ts';
import type { List } from './list.ts';
import type { MacRegistration, OriginalRecord } from './original-record.ts';
import type { NameType, Party, PartyKind } from './party.ts';
import type { Source } from './source.ts';

/** What a catalogue is made of, before it is stored. Parties may be a stream of any length. */
export interface CatalogueContent {
  readonly sources: Iterable<Source>;
  readonly lists: Iterable<List>;
  readonly parties: Iterable<Party>;
  readonly devices: Iterable<Devices>;
  /** The records of list files that a party was made of, asked for once after each party. */
  readonly originals?: (party: Party) => Iterable<OriginalRecord>;
  readonly macBlocks?: Iterable<MacRegistration>;
}

/** Which catalogue it is: the same content has the same version, whenever and wherever it was built. */
export interface CatalogueVersion {
  /** Short, for people and addresses: the first 12 digits of `sha256`. */
  readonly version: string;
  /** SHA-256 of the content, hexadecimal. */
  readonly sha256: string;
  /** When this copy was built, ISO 8601 in UTC. */
  readonly builtAt: string;
}

/** One name of one party, as the matching index takes it. `party` is the party's ordinal. */
export interface CataloguedName {
  readonly party: number;
  readonly text: string;
  readonly type: NameType;
  readonly kind: PartyKind;
}

/** A list that was loaded: how many parties it names here, and how far that is the whole. */
export interface ListCoverage {
  readonly id: string;
  readonly parties: number;
  /** Date of the newest document or list file read. */
  readonly asOf: string;
  readonly complete: boolean;
}

/**
 * One immutable version of everything loaded. Parties have ordinals 0..n-1;
 * they are read on demand, so that a large catalogue
 * does not fill the memory.
 */
export interface Catalogue {
  readonly version: CatalogueVersion;
  readonly lists: ReadonlyMap<string, List>;
  readonly coverage: readonly ListCoverage[];
  /** Number of parties. */
  readonly size: number;
  /** All names; a name's ordinal is its place here. */
  names(): CataloguedName[];
  nameAt(ordinal: number): CataloguedName;
  partyAt(ordinal: number): Party;
  party(id: string): Party | undefined;
  source(id: string): Source | undefined;
  /** Ordinals of the parties that have the identifier, in order. */
  identified(scheme: string, value: string): number[];
  /** The parties that have a relation to the party, by id. */
  relatedTo(id: string): Party[];
  /** Ids of all sources, in order. */
  sourceIds(): string[];
  /** The signs by which devices of parties are known, by party id. */
  devices(): Devices[];
  /** Ids of the parties that a list names, in order. */
  members(list: string): string[];
  /** The parties and lists whose statements cite a source, in order. */
  citedBy(source: string): { parties: string[]; lists: string[] };
  /** The records of list files that the party was made of, every field as printed. */
  originals(id: string): OriginalRecord[];
  /**
   * Who registered the block that an address lies in, the narrowest block first.
   *
   * @param digits the address, or as much as is known of it, as hexadecimal digits in upper case
   */
  registrants(digits: string): MacRegistration[];
  close(): void;
}
