/**
 * Keys under which words that sound or look alike fall together. They find candidates; what a pair is
 * worth is decided by distance.ts. All write into `out` and return the length of the key.
 */

const A = 97;
const VOWELS = maskOf('aeiouy');

/** Consonants by sound: v = w = f is left apart from b and p, because short keys collide soon enough. */
const SOUND = new Uint8Array(128);
const SOUND_PAIRS = 'ck qk kk vf wf ff zs ss xs jj gj pp bb td dt mm nn ll rr hh';
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

/** Consonants by sound: "sergei", "sergey" and "serguei"; "ph" = "f", "ck" = "k", "sch" = "sh". */
export function soundKey(word: Uint8Array, from: number, to: number, out: Uint8Array): number {
  let size = 0;
  for (let i = from; i < to; i++) {
    let code = word[i] as number;
    if (isVowel(code)) {
      if (i > from) continue;
      code = A;
    } else if (code >= A) {
      const next = i + 1 < to ? (word[i + 1] as number) : 0;
      if (next === 104 && code !== 104) {
        // ph -> f, other h-pairs (sh, ch, kh, zh, th, gh) -> the first letter's sound.
        if (code === 112) code = 102;
        else code = SOUND[code] as number;
        i++;
      } else if (code === 104 && i > from) continue;
      else if (code === 99 && (next === 101 || next === 105 || next === 121)) code = 115;
      else code = SOUND[code] as number;
    }
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
