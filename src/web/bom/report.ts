import type { components } from '../api/schema.ts';
import type { Match } from '../api/types.ts';
import { counted } from '../words/dates.ts';

export type BomReport = components['schemas']['BomAnswer'];
/** A line of a bill of materials that matched. */
export type Finding = components['schemas']['Finding'];
export type Location = Finding['location'];

/** An answer that several lines share is written whole at one of them; the others point there. */
export function matchesOf({ screening }: Finding, { findings }: BomReport): readonly Match[] {
  if ('matches' in screening) return screening.matches;
  const whole = findings[Number(screening.wholeIn.split('/').at(-1))]?.screening;
  return whole && 'matches' in whole ? whole.matches : [];
}

/** Where in the file, without its name: `line 7`, `Parts!B5`, `/components/3`. */
export function placeWords({ line, cell, sheet, pointer }: Location): string {
  if (cell !== undefined) return sheet === undefined ? cell : `${sheet}!${cell}`;
  const at = line === undefined ? '' : `line ${line}`;
  return [at, pointer ?? ''].filter((part) => part !== '').join(' ');
}

/** What a person would call the component. */
export function labelOf(component: Finding['component']): string {
  const fields = ['name', 'model', 'purl', 'mac', 'fccId', 'description', 'manufacturer', 'brand'];
  const found = fields.map((field) => component[field]).find((value) => value !== undefined);
  return String(found ?? 'unnamed');
}

/** What came of a file, in words. */
export function findingsWords({ findings, summary: { components, waived } }: BomReport): string {
  if (findings.length === 0) return `No line of ${components.toLocaleString('en')} matched`;
  const found = counted(findings.length, 'finding', 'findings');
  return `${found} in ${counted(components, 'line', 'lines')}${waived === 0 ? '' : `, ${waived.toLocaleString('en')} waived`}`;
}
