/** A run of letters that two texts share, or that one of them has alone. */
export interface Run {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
}

/** Beyond this the comparison is not shown letter by letter: it would cost more than it tells. */
const LONGEST = 200;
const SEGMENTER = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Two texts set against each other, letter by letter, by their longest common
 * subsequence; letters are graphemes, compared without regard to case.
 *
 *     Hikvi|-|son
 *     Hikvi|si|on      runs: same "Hikvi", different "" / "si" ...
 *
 * @example alignLetters('Hikvison', 'Hikvision').map(({ b }) => b).join('') // 'Hikvision'
 */
export function alignLetters(a: string, b: string): Run[] {
  const left = graphemes(a);
  const right = graphemes(b);
  if (left.length > LONGEST || right.length > LONGEST) return [{ a, b, same: a === b }];
  const lengths = commonLengths(left, right);
  const runs: Run[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length || j < right.length) {
    const x = left[i];
    const y = right[j];
    if (x !== undefined && y !== undefined && isSame(x, y)) {
      push(runs, x, y, true);
      i++;
      j++;
    } else if (
      y === undefined ||
      (x !== undefined && at(lengths, i + 1, j) >= at(lengths, i, j + 1))
    ) {
      push(runs, x ?? '', '', false);
      i++;
    } else {
      push(runs, '', y, false);
      j++;
    }
  }
  return runs;
}

function graphemes(text: string): string[] {
  return [...SEGMENTER.segment(text)].map(({ segment }) => segment);
}

function isSame(x: string, y: string): boolean {
  return x === y || x.toLocaleLowerCase('und') === y.toLocaleLowerCase('und');
}

/** `lengths[i][j]`: the length of the longest subsequence that the rests from i and j share. */
function commonLengths(left: readonly string[], right: readonly string[]): number[][] {
  const lengths = Array.from({ length: left.length + 1 }, () =>
    new Array(right.length + 1).fill(0),
  );
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (!row) continue;
      row[j] = isSame(left[i] ?? '', right[j] ?? '')
        ? at(lengths, i + 1, j + 1) + 1
        : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
    }
  }
  return lengths;
}

function at(lengths: readonly number[][], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}

function push(runs: Run[], a: string, b: string, same: boolean): void {
  const last = runs.at(-1);
  if (last?.same === same) runs[runs.length - 1] = { a: last.a + a, b: last.b + b, same };
  else runs.push({ a, b, same });
}
