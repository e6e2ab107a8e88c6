/**
 * Chinese names in Cyrillic: the system of Palladius writes each syllable in one way ("Сяоми" is xiao + mi, "Хуавэй"
 * hua + wei), so that a word that is wholly such syllables can be put into pinyin.
 */
const INITIALS =
  'б=b п=p м=m ф=f д=d т=t н=n л=l г=g к=k х=h ж=r ч=ch ш=sh чж=zh ц=c цз=z с=s'.split(' ');
/** Finals after hard initials; those after soft ones turn c, z, s into q, j, x. */
const HARD =
  'а=a ай=ai ань=an ан=ang ао=ao э=e эй=ei ей=ei энь=en эн=eng о=o оу=ou у=u уа=ua уай=uai уань=uan уан=uang уй=ui унь=un ун=ong ы=i'.split(
    ' ',
  );
const SOFT =
  'и=i я=ia янь=ian ян=iang яо=iao е=ie инь=in ин=ing ю=iu юн=iong юань=uan юэ=ue юнь=un юй=u'.split(
    ' ',
  );
const WHOLE =
  'я=ya янь=yan ян=yang яо=yao е=ye и=yi инь=yin ин=ying ю=you юй=yu юань=yuan юэ=yue юнь=yun юн=yong ва=wa вай=wai вань=wan ван=wang вэй=wei вей=wei вэнь=wen вэн=weng во=wo у=wu а=a ай=ai ань=an ан=ang ао=ao э=e эр=er оу=ou'.split(
    ' ',
  );
const SOFTENED: Readonly<Record<string, string>> = { c: 'q', z: 'j', s: 'x' };
const LONGEST = 6;

/** Without one of these a word is Russian as likely: "Путин". */
const CHINESE = /чж|цз|ся|сю|эй|вей|эн|уа|уэ|юэ|яо|ань|унь/;

const syllables = new Map<string, string>();
const parted = (pair: string) => pair.split('=') as [string, string];
for (const [cyrillic, latin] of INITIALS.map(parted)) {
  for (const [final, pinyin] of HARD.map(parted)) syllables.set(cyrillic + final, latin + pinyin);
  for (const [final, pinyin] of SOFT.map(parted)) {
    // чи, чжи, ши, жи are chi, zhi, shi, ri: these initials stay hard.
    syllables.set(cyrillic + final, (SOFTENED[latin] ?? latin) + pinyin);
  }
}
for (const [cyrillic, pinyin] of WHOLE.map(parted)) syllables.set(cyrillic, pinyin);

/** The word in pinyin where it is two to four Chinese syllables, else null. */
export function pinyinOf(word: string): string | null {
  const plain = word.toLowerCase();
  const found = plain.length > 20 || !CHINESE.test(plain) ? null : parse(plain, 4);
  return found !== null && found.length > 1 ? found.join('') : null;
}

/** The syllables of a text, longest first; null where it is not wholly syllables, or is more than `most`. */
function parse(text: string, most: number): string[] | null {
  if (text === '') return [];
  if (most === 0) return null;
  for (let length = Math.min(LONGEST, text.length); length > 0; length--) {
    const syllable = syllables.get(text.slice(0, length));
    if (syllable === undefined) continue;
    const rest = parse(text.slice(length), most - 1);
    if (rest !== null) return [syllable, ...rest];
  }
  return null;
}
