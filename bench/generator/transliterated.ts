/**
 * Whether a Latin name writes out the sounds of one in another script. Lists
 * often carry a translation instead ("北京理工大学", "Beijing Institute of
 * Technology"): no matcher can be blamed for missing that one by its letters.
 * Cyrillic, Arabic, Hebrew and Greek letters are read by their consonants with a
 * table of our own; Han, kana and hangul by their count of syllables.
 */
const consonants: readonly (readonly [string, string])[] = [
  ['б', 'b'],
  ['вўβϐв', 'v'],
  ['гґғγ', 'g'],
  ['дδ', 'd'],
  ['жџ', 'j'],
  ['зζ', 'z'],
  ['кқκ', 'k'],
  ['лλ', 'l'],
  ['мμ', 'm'],
  ['нңν', 'n'],
  ['пπ', 'p'],
  ['рρ', 'r'],
  ['сσς', 's'],
  ['тτ', 't'],
  ['фφ', 'f'],
  ['хһχ', 'k'],
  ['цчшщ', 's'],
  ['بپ', 'b'],
  ['تطثة', 't'],
  ['جچژ', 'j'],
  ['حهخھہ', 'k'],
  ['دذڈ', 'd'],
  ['رڑ', 'r'],
  ['زظ', 'z'],
  ['سشص', 's'],
  ['ض', 'd'],
  ['غگ', 'g'],
  ['ف', 'f'],
  ['قكک', 'k'],
  ['ل', 'l'],
  ['م', 'm'],
  ['نں', 'n'],
];

const consonantOf = new Map(
  consonants.flatMap(([letters, latin]) => [...letters].map((letter) => [letter, latin] as const)),
);

/** Classes of Latin consonants that one sound is written with. */
const latinClasses: Readonly<Record<string, string>> = {
  b: 'b',
  p: 'b',
  v: 'v',
  w: 'v',
  f: 'f',
  g: 'g',
  d: 'd',
  j: 'j',
  z: 'z',
  k: 'k',
  q: 'k',
  c: 's',
  x: 'k',
  h: 'k',
  l: 'l',
  m: 'm',
  n: 'n',
  r: 'r',
  s: 's',
  t: 't',
};

const LEAST_SHARED = 0.6;

export function isTransliteration(native: string, latin: string): boolean {
  const syllables = native.match(
    /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  );
  if (syllables) {
    // One group of vowels a syllable: "华为" and "Hua Wei" have two.
    const groups = latin.match(/[aeiouy]+/gi)?.length ?? 0;
    return syllables.length >= 2 && Math.abs(groups - syllables.length) <= 1;
  }
  const sounds = [...native.toLowerCase().normalize('NFKC')]
    .map((letter) => consonantOf.get(letter) ?? '')
    .join('');
  const written = [...latin.toLowerCase().normalize('NFD')]
    .map((letter) => latinClasses[letter] ?? '')
    .join('');
  if (sounds.length < 4) return false;
  return dice(pairs(tidy(sounds)), pairs(tidy(written))) >= LEAST_SHARED;
}

/** Sounds that systems mix up made one, doubled ones made single. */
function tidy(sounds: string): string {
  return sounds
    .replace(/p/g, 'b')
    .replace(/[jz]/g, 's')
    .replace(/g/g, 'k')
    .replace(/(.)\1+/g, '$1');
}

function pairs(text: string): string[] {
  return [...text].slice(1).map((letter, at) => text.charAt(at) + letter);
}

function dice(a: readonly string[], b: readonly string[]): number {
  const free = [...b];
  let shared = 0;
  for (const pair of a) {
    const at = free.indexOf(pair);
    if (at < 0) continue;
    shared++;
    free.splice(at, 1);
  }
  return (2 * shared) / Math.max(1, a.length + b.length);
}
