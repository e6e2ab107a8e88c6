import type { NamedParty, PartyField } from '../component.ts';
import { meaningful } from '../placeholders.ts';

/**
 * A name without the address behind it: `Feng Wei <wei@x.example> (https://x.example)`.
 *
 * @example bareName('Example Co., Ltd. <info@x.example>') // 'Example Co., Ltd.'
 */
export function bareName(text: string): string | undefined {
  const bare = text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\(\s*(?:https?:|mailto:|[^()\s]*@)[^)]*\)/g, ' ')
    .replace(/\bhttps?:\/\/\S+/g, ' ')
    .replace(/\S+@\S+\.\S+/g, ' ');
  return meaningful(bare);
}

/** A name in a field, or none where the text names nobody. */
export function named(field: PartyField, text: string | null | undefined): NamedParty[] {
  const value = typeof text === 'string' ? bareName(text) : undefined;
  return value === undefined ? [] : [{ field, value }];
}
