/**
 * Keys under which words that sound or look alike fall together. They find candidates; what a pair is
 * worth is decided by distance.ts. All write into `out` and return the length of the key.
 */

const A = 97;
const [C, D, E, F, G, H, I, K, P, S, X, Y, Z] = Array.from('cdefghikpsxyz', (letter) =>
  letter.charCodeAt(0),
) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];
const VOWELS = maskOf('aeiouy');

/** Consonants that are written for one another; b and p stay apart from v, w and f. */
const SOUND = new Uint8Array(128);
const SOUND_PAIRS = 'ck qk kk vf wf ff zs ss jg gg pp bb td dt mm nn ll rr hh';
for (const pair of SOUND_PAIRS.split(' ')) SOUND[pair.charCodeAt(0)] = pair.charCodeAt(1);
SOUND['d'.charCodeAt(0)] = 'd'.charCodeAt(0);
SOUND['t'.charCodeAt(0)] = 't'.charCodeAt(0);

/** What scanners confuse: 0/o, 1/l/i, 5/s, 8/b, 2/z, 6/g, rn/m, vv/w, cl/d. */
const SCANNED = new Uint8Array(128);
for (let code = 0; code < 128; code++) SCANNED[code] = code;
for (const pair of '0o 1i li 5s 8b 2z 6g 9g'.split(' '))
  SCANNED[pair.charCodeAt(0)] = pair.charCodeAt(1);

function maskOf(letters: string): number {
  let mask = 0;
  for (const letter of letters) mask |= 1 << (letter.charCodeAt(0) - A);
  return mask;
}

export function isVowel(code: number): boolean {
  return code >= A && ((VOWELS >>> (code - A)) & 1) === 1;
}

/** Consonants without doubles, first letter kept: "hikvision" -> "hkvsn". */
export function skeletonKey(word: Uint8Array, from: number, to: number, out: Uint8Array): number {
  let size = 0;
  for (let i = from; i < to; i++) {
    const code = word[i] as number;
    if (i > from && isVowel(code)) continue;
    if (size > 0 && out[size - 1] === code) continue;
    out[size++] = code;
  }
  return size;
}

/**
 * Consonants by sound, for spellings and romanisations of one name: "sergei" and "serguei", "jawad" and
 * "dzhavad"; ph = f, kh = h, sh = ch, zh = dzh = j, x = ks. Vowels count at the beginning only.
 */
export function soundKey(word: Uint8Array, from: number, to: number, out: Uint8Array): number {
  let size = 0;
  for (let i = from; i < to; i++) {
    let code = word[i] as number;
    const next = i + 1 < to ? (word[i + 1] as number) : 0;
    if (isVowel(code)) {
      if (i > from) continue;
      code = A;
    } else if (code === D && next === Z)
      continue; // dz, dzh -> z, zh
    else if (next === H && code >= A && code !== H) {
      i++;
      if (code === P) code = F;
      else if (code === K) {
        if (i > from + 1) continue;
        code = H;
      } else if (code === Z) code = G;
      else code = code === C ? S : (SOUND[code] as number);
    } else if (code === H) {
      if (i > from) continue;
    } else if (code === X) {
      if (size === 0 || out[size - 1] !== K) out[size++] = K;
      code = S;
    } else if (code === C && (next === E || next === I || next === Y)) code = S;
    else if (code >= A) code = SOUND[code] as number;
    if (size > 0 && out[size - 1] === code) continue;
    out[size++] = code;
  }
  return size;
}

/** The word as a scanner might have read it: "M0DERN" and "MODEM" share a key. */
export function scanKey(word: Uint8Array, from: number, to: number, out: Uint8Array): number {
  let size = 0;
  for (let i = from; i < to; i++) {
    const code = word[i] as number;
    const next = i + 1 < to ? (word[i + 1] as number) : 0;
    if (code === 114 && next === 110) {
      out[size++] = 109;
      i++;
    } else if (code === 118 && next === 118) {
      out[size++] = 119;
      i++;
    } else if (code === 99 && (next === 108 || next === 49)) {
      out[size++] = 100;
      i++;
    } else out[size++] = SCANNED[code] as number;
  }
  return size;
}
