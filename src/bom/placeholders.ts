/**
 * What tools and people write where nothing is known, and registries that tools
 * write in place of a maker: none of them names anybody.
 */
const PLACEHOLDERS = new Set([
  'noassertion',
  'noassertions',
  'none',
  'na',
  'nil',
  'null',
  'undefined',
  'unknown',
  'unspecified',
  'notapplicable',
  'notavailable',
  'notspecified',
  'private',
  'generic',
  'various',
  'any',
  'tbd',
  'tbc',
  'todo',
  'xxx',
  'conan',
  'cratesio',
  'npm',
  'npmjs',
  'pypi',
  'mavencentral',
  'nugetgallery',
  'nugetorg',
  'oem',
  'noname',
  'nobrand',
  'unbranded',
  'sinmarca',
  'ohnehersteller',
  'unbekannt',
  'inconnu',
  'desconocido',
  '无',
  '未知',
  '不详',
  '不适用',
  '待定',
]);

/** Longer text is none of the words, whatever punctuation stands in it. */
const LONGEST = 24;

/** True for text that names nothing: blank, punctuation only, or one of the words for "not known". */
export function isPlaceholder(text: string): boolean {
  // None of the words has a digit, and nearly every part number has.
  if (/\d/.test(text)) return false;
  if (text.length > LONGEST) return !/[\p{L}\p{N}]/u.test(text);
  const bare = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return bare === '' || PLACEHOLDERS.has(bare);
}

/** The text without what surrounds it; undefined where it names nothing. */
export function meaningful(text: string | null | undefined): string | undefined {
  if (text === null || text === undefined) return undefined;
  if (text === '') return undefined;
  const trimmed = /\s\s|^\s|\s$|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
  return isPlaceholder(trimmed) ? undefined : trimmed;
}
