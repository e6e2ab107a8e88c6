import { linesOf } from '../input/text.ts';
import { meaningful } from '../placeholders.ts';
import type { BomReader } from './reader.ts';

/** Plain text, one name a line; blank lines and those that begin with # are left out. */
export const readNames: BomReader = async function* (input, { limits }) {
  for await (const { number, text } of linesOf(input, limits.field)) {
    const name = text.trimStart().startsWith('#') ? undefined : meaningful(text);
    if (name === undefined) continue;
    const place = { file: input.name, line: number };
    const component = { kind: 'name' as const, parties: [{ field: 'name' as const, value: name }] };
    yield { kind: 'line', line: { place, component } };
  }
};
