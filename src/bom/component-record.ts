import type { Component, PartyField } from './component.ts';

/** A component as reports print it: what the file says, field by field. */
export interface ComponentRecord extends Partial<Record<PartyField, string>> {
  readonly kind: Component['kind'];
  readonly type?: string;
  readonly name?: string;
  readonly version?: string;
  readonly model?: string;
  readonly mac?: string;
  readonly fccId?: string;
  readonly cpe?: string;
  readonly purl?: string;
  readonly description?: string;
  readonly countryOfOrigin?: string;
  readonly alternative?: number;
}

/** Characters of a description that reports print. */
const PRINTED = 500;

/** Several values of one field are joined by `; `. */
export function componentRecord(component: Component): ComponentRecord {
  const { kind, parties, name, version, type, description, countryOfOrigin, alternative } =
    component;
  const named: Partial<Record<PartyField, string>> = {};
  for (const { field, value } of parties) {
    const before = named[field];
    named[field] = before === undefined ? value : `${before}; ${value}`;
  }
  const joined = (key: string, values: readonly string[] | undefined) =>
    values && values.length > 0 ? { [key]: values.join('; ') } : {};
  return {
    kind,
    ...named,
    ...(name !== undefined && { name }),
    ...(version !== undefined && { version }),
    ...(type !== undefined && { type }),
    ...joined('model', component.models),
    ...joined('mac', component.macs),
    ...joined('fccId', component.fccIds),
    ...joined('cpe', component.cpes),
    ...joined('purl', component.purls),
    ...(description !== undefined && { description: description.slice(0, PRINTED) }),
    ...(countryOfOrigin !== undefined && { countryOfOrigin }),
    ...(alternative !== undefined && { alternative }),
  };
}
