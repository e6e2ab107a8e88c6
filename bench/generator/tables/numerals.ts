const ones =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ordinalOnes =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );
const ordinalTens =
  'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth'.split(' ');

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** "Twenty-Seven" for 27; undefined from 100 on. */
export function cardinalWord(n: number): string | undefined {
  return spell(n, ones, (ten) => `${tens[ten - 2]}`, ones);
}

/** "Twenty-Seventh" for 27; undefined from 100 on. */
export function ordinalWord(n: number): string | undefined {
  return spell(n, ordinalOnes, (ten) => `${tens[ten - 2]}`, ordinalOnes, ordinalTens);
}

function spell(
  n: number,
  small: readonly string[],
  ten: (ten: number) => string,
  last: readonly string[],
  round?: readonly string[],
): string | undefined {
  if (n < 1 || n > 99) return undefined;
  if (n < 20) return capital(small[n - 1] as string);
  const unit = n % 10;
  const decade = Math.floor(n / 10);
  if (unit === 0) return capital(round?.[decade - 2] ?? ten(decade));
  return `${capital(ten(decade))}-${capital(last[unit - 1] as string)}`;
}

/** "27th" for 27 */
export function ordinalDigits(n: number): string {
  const teen = n % 100 >= 11 && n % 100 <= 13;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${ending}`;
}

/** "XXVII" for 27; up to 399 */
export function roman(n: number): string {
  const steps: readonly (readonly [number, string])[] = [
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let left = n;
  let numeral = '';
  for (const [value, sign] of steps) {
    while (left >= value) {
      numeral += sign;
      left -= value;
    }
  }
  return numeral;
}

const numbers = new Map<string, number>();
for (let n = 1; n < 100; n++) {
  for (const word of [cardinalWord(n), ordinalWord(n)]) {
    if (word !== undefined) numbers.set(word.toLowerCase(), n);
  }
}

/** 27 for "Twenty-Seventh"; undefined for other words. */
export function numberOf(word: string): number | undefined {
  return numbers.get(word.toLowerCase());
}
