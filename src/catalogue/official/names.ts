import type { NameType } from '../../domain/party.ts';
import { clean } from './record.ts';

export interface PrintedName {
  readonly name: string;
  readonly type: NameType;
}

/** "f.k.a.," and its kin before or inside a name. */
const FORMER = /^(?:f\.?k\.?a\.?|formerly(?: known as)?)[,:]?\s+/i;
const ALSO = /^(?:[an]\.?k\.?a\.?|d\.?b\.?a\.?|d\/b\/a|also known as)[,:]?\s+/i;
/** A name in brackets after another: "(aka X)", "[f.k.a., Y, Z]". */
const BRACKETED =
  /\s*[([]\s*((?:[afn]\.?k\.?a\.?|formerly known as|also known as)[,:]?\s+[^()[\]]+?)\s*[)\]]/gi;
const INSIDE = /,?\s+(?=[afn]\.k\.a\.[,:]?\s)/i;
/** What the Nonproliferation Sanctions print after a name: a reach, not a part of the name. */
const SUCCESSORS = /[;,]?\s+and any successor,? sub-?unit,? or subsidiary thereof\.?$/i;
const INDIVIDUAL = /\s+\([^()]*\bindividual\)$/i;

/**
 * The names that a printed name holds: itself without its tail, what it calls "aka" or
 * "fka", and the whole as it stands, for a vendor's name may be copied from the list.
 *
 *     "Ri Sung Chol (aka Ri Su'ng-ch'o'l) (DPRK individual)"
 *      -> "Ri Sung Chol" legal, "Ri Su'ng-ch'o'l" alias, the whole as an alias
 */
export function namesIn(printed: string, type: NameType = 'legal'): PrintedName[] {
  const whole = clean(printed);
  const text = whole?.replace(SUCCESSORS, '').replace(INDIVIDUAL, '');
  if (!whole || !text) return [];
  const bracketed: PrintedName[] = [];
  const outside = text.replace(BRACKETED, (_, inner: string) => {
    bracketed.push(...marked(inner, 'alias'));
    return '';
  });
  const [first = '', ...others] = outside.split(INSIDE);
  return unique([
    ...marked(first, type),
    ...others.flatMap((part) => marked(part, 'alias')),
    ...bracketed,
    // "f.k.a. X" alone is X, told already.
    ...(FORMER.test(whole) || ALSO.test(whole) ? [] : [{ name: whole, type: 'alias' as const }]),
  ]);
}

/** "A; B; and C" as the lists print their aliases. */
export function aliasesIn(printed: string | null | undefined): PrintedName[] {
  return unique(
    (printed ?? '')
      .split(';')
      .map((part) => part.trim().replace(/^and\s+/i, ''))
      .flatMap((part) => namesIn(part, 'alias')),
  );
}

function marked(text: string, type: NameType): PrintedName[] {
  const former = FORMER.test(text);
  const name = clean(
    text
      .trim()
      .replace(FORMER, '')
      .replace(ALSO, '')
      .replace(/^[,;]\s*/, ''),
  );
  return name === null ? [] : [{ name, type: former ? 'former' : type }];
}

/** Each name once; the first type stands. */
export function unique<T extends PrintedName>(names: readonly T[]): T[] {
  const known = new Map<string, T>();
  for (const name of names) {
    const key = name.name.normalize('NFKC');
    if (!known.has(key)) known.set(key, name);
  }
  return [...known.values()];
}
