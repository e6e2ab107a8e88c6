/** What a name denotes. Persons and vessels are compared by rules of their own; the others like companies. */
export type NameKind =
  | 'company'
  | 'institution'
  | 'government'
  | 'person'
  | 'vessel'
  | 'aircraft'
  | 'brand';

/** All kinds in a fixed order: the position is the code that an index stores. */
export const NAME_KINDS: readonly NameKind[] = [
  'company',
  'institution',
  'government',
  'person',
  'vessel',
  'aircraft',
  'brand',
];
