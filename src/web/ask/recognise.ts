import { parseCpe } from '../../devices/cpe.ts';
import { macDigits } from '../../devices/mac.ts';
import { modelWords } from '../../devices/model.ts';
import type { ScreenQuery } from '../api/types.ts';

/** How a text may be read. */
export const readings = ['name', 'model', 'mac', 'fcc', 'cpe', 'purl'] as const;
export type Reading = (typeof readings)[number];

export const readingWords: Readonly<Record<Reading, string>> = {
  name: 'a name',
  model: 'brand and model',
  mac: 'a MAC address',
  fcc: 'an FCC id',
  cpe: 'a CPE name',
  purl: 'a package URL',
};

export function isReading(text: string): text is Reading {
  return readings.some((reading) => reading === text);
}

const FCC_LABEL = /^fcc[\s-]*id\b[:\s]*/i;
/** A grantee of five characters, which begins with a digit: nothing else looks like it. */
const FCC_FORM = /^[2-9][A-Z0-9]{4}-?[A-Z0-9-]{1,14}$/;
/** Pairs or groups of hexadecimal digits with separators, or twelve digits without. */
const MAC_FORM =
  /^([0-9a-f]{2}([:-][0-9a-f]{2}){2,5}|[0-9a-f]{4}(\.[0-9a-f]{4}){2}|[0-9a-f]{12})$/i;

/** What a text looks like. A name unless its form says otherwise. */
export function readingOf(text: string): Reading {
  const trimmed = text.trim();
  if (parseCpe(trimmed) !== null) return 'cpe';
  if (/^pkg:/i.test(trimmed)) return 'purl';
  if (MAC_FORM.test(trimmed) && macDigits(trimmed) !== null) return 'mac';
  if (FCC_LABEL.test(trimmed) || FCC_FORM.test(trimmed)) return 'fcc';
  return modelIn(trimmed) === null ? 'name' : 'model';
}

const ORDINAL = /^\d+(ST|ND|RD|TH)$/;

/** The word that may be a model number: letters and digits together. */
function modelIn(text: string): string | null {
  const words = modelWords(text).filter((word) => /[A-Z]/.test(word) && word.length >= 4);
  return words.find((word) => !ORDINAL.test(word)) ?? null;
}

/**
 * The fields of the query that a text stands for. A text with a model number in
 * it is asked as a name as well: some names hold digits.
 *
 * @example queryFields('HiLook IPC-B140H', 'model') // { name: …, product: { brand: 'HiLook', model: 'IPC-B140H' } }
 */
export function queryFields(text: string, reading: Reading): Pick<ScreenQuery, 'name' | 'product'> {
  const trimmed = text.trim();
  switch (reading) {
    case 'name':
      return { name: trimmed };
    case 'mac':
      return { product: { mac: trimmed } };
    case 'fcc':
      return { product: { fccId: trimmed.replace(FCC_LABEL, '') } };
    case 'cpe':
      return { product: { cpe: trimmed } };
    case 'purl':
      return { product: { purl: trimmed } };
    case 'model': {
      const model = modelIn(trimmed) ?? trimmed;
      const at = trimmed.toUpperCase().indexOf(model);
      const brand = at > 0 ? trimmed.slice(0, at).trim() : '';
      return { name: trimmed, product: { model, ...(brand !== '' && { brand }) } };
    }
  }
}
