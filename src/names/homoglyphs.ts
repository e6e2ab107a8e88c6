/**
 * Letters of other scripts that look like a Latin one, as pairs "foreign latin". A word that mixes
 * scripts ("Нikvision" with a Cyrillic Н) is read by its looks; a wholly Cyrillic word is transliterated.
 */
const PAIRS =
  'аa ВB вb еe ЕE һh ҺH іi ІI јj ЈJ ԛq ԚQ оo ОO рp РP сc СC ѕs ЅS Тt уy УY хx ХX ԁd ԜW ԝw АA КK кk МM мm НH нh тt ' +
  'ΑA αa ΒB ΕE εe ΖZ ΗH ηn ΙI ιi ΚK κk ΜM ΝN νv ΟO οo ΡP ρp ΤT τt ΥY υu ΧX χx ϲc ϹC єe ЄE ѵv ѴV үy ҮY пn шw ШW ьb ЬB ωw σo γy βb μu δd ӏl ӀI ɡg ɑa ɩi օo Տs հh ոn սu';

const LATIN_LOOK = new Map<string, string>();
for (const pair of PAIRS.split(' ')) {
  const [foreign, latin] = [...pair];
  if (foreign !== undefined && latin !== undefined) LATIN_LOOK.set(foreign, latin);
}

const LATIN = /\p{Script=Latin}/u;
const LOOKALIKE_SCRIPT = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;

/** Replaces look-alike letters in words that mix Latin with Cyrillic, Greek or Armenian. */
export function readLookalikes(text: string): string {
  if (!LOOKALIKE_SCRIPT.test(text) || !LATIN.test(text)) return text;
  return text.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => {
    if (!LOOKALIKE_SCRIPT.test(word)) return word;
    const letters = [...word];
    const foreign = letters.filter((letter) => LOOKALIKE_SCRIPT.test(letter));
    const readable = foreign.every((letter) => LATIN_LOOK.has(letter));
    // A word all of look-alikes beside Latin words ("Cloud МАХ") is a disguise as well.
    if (!readable) return word;
    return letters.map((letter) => LATIN_LOOK.get(letter) ?? letter).join('');
  });
}
