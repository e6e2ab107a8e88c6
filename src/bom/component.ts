import type { Place } from './place.ts';

/** Fields of a component that name a company or person, as the formats call them. */
export const partyFields = [
  'manufacturer',
  'brand',
  'supplier',
  'provider',
  'publisher',
  'author',
  'originator',
  'creator',
  'group',
  'name',
] as const;
export type PartyField = (typeof partyFields)[number];

/** A name in a field. */
export interface NamedParty {
  readonly field: PartyField;
  readonly value: string;
  /** Country of that company, where a field states it; never the country of origin of the goods. */
  readonly country?: string;
}

/**
 * What a line of a bill of materials is about:
 *
 * - `device`: a device, firmware or other hardware, and every row of a spreadsheet;
 * - `software`: a package, library or application;
 * - `service`: something that is called, not shipped;
 * - `document`: the bill of materials itself, with those who answer for it;
 * - `name`: nothing but a name.
 */
export type ComponentKind = 'device' | 'software' | 'service' | 'document' | 'name';

/** One component as a bill of materials describes it, the same for every format. Placeholders are left out. */
export interface Component {
  readonly kind: ComponentKind;
  readonly parties: readonly NamedParty[];
  /** What the component itself is called. */
  readonly name?: string;
  readonly version?: string;
  /** The type as the format prints it. */
  readonly type?: string;
  readonly description?: string;
  readonly models?: readonly string[];
  readonly macs?: readonly string[];
  readonly fccIds?: readonly string[];
  readonly cpes?: readonly string[];
  readonly purls?: readonly string[];
  /** Where the goods come from: shown, never compared with a party's country. */
  readonly countryOfOrigin?: string;
  /** Which of several approved makers of one row this is, from 1. */
  readonly alternative?: number;
}

/** A component with its place in the file. */
export interface BomLine {
  readonly place: Place;
  readonly component: Component;
}

/** What a reader gives, one by one: a line, or something to know about how the file was read. */
export type ReadItem =
  | { readonly kind: 'line'; readonly line: BomLine }
  | { readonly kind: 'note'; readonly note: string };

/** What a person would call the component. */
export function labelOf({ name, models, purls, version, description, parties }: Component): string {
  const called =
    name ?? models?.[0] ?? purls?.[0] ?? description ?? parties[0]?.value ?? '(unnamed)';
  return version === undefined ? called : `${called} ${version}`;
}
