const PLAIN = /^[A-Za-z0-9./#()-]+$/;

/**
 * A model number as it is compared: upper case, CPE escapes and blanks undone,
 * dashes of all kinds one.
 *
 * @example normaliseModel('ds-2cd2026g2-iu\\/sl_firmware') // 'DS-2CD2026G2-IU/SL'
 */
export function normaliseModel(text: string): string {
  // Most part numbers of a bill of materials need nothing else.
  if (PLAIN.test(text)) return text.toUpperCase();
  return text
    .normalize('NFKC')
    .replace(/\\(.)/g, '$1')
    .replace(/[‐-―−]/g, '-')
    .replace(/_firmware$/i, '')
    .replace(/\s*-\s*/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toUpperCase();
}

/** A family of models, anchored at the start and not inside a longer word. */
export function modelPattern(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})`, 'i');
}

/**
 * The words of a free text that may be model numbers: those with a digit, and
 * each with the word after it, since people write "TL-WR841N V13".
 */
export function modelWords(text: string): string[] {
  const words = normaliseModel(text)
    .split(/[\s,;|"'()[\]{}]+/)
    .filter((word) => word !== '');
  return words.filter((word) => /\d/.test(word) && word.length >= 3);
}
