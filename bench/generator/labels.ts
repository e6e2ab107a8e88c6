import { alterations } from './cases.ts';

const heldOutLabels: Readonly<Record<string, string>> = {
  'listed-variant': 'spelling variant that the list itself gives',
  'listed-variant-person': 'spelling variant that the list itself gives',
  'listed-acronym': 'acronym that the list itself gives',
  'script-person': 'other script',
  'script-company': 'other script',
  'script-translated': 'other script, translated rather than transliterated',
};

const labels = new Map([
  ...alterations.map(({ id, label }) => [id, label] as const),
  ...Object.entries(heldOutLabels),
]);

export function labelOf(id: string): string {
  return labels.get(id) ?? id;
}

export function isPersonClass(id: string): boolean {
  return id.startsWith('person-') || id === 'listed-variant-person' || id === 'script-person';
}

export function isAcronymClass(id: string): boolean {
  return id === 'acronym' || id === 'listed-acronym';
}

/** Classes that no comparison of letters can be expected to find without alerts everywhere: shown, but in no average. */
export function isApart(id: string): boolean {
  return id === 'script-translated' || id === 'thin';
}
