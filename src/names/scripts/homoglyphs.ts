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

/** Legal forms beside Latin brands: «ТОВ Acme» is no TOB. */
const NATIVE_FORM = /^(?:тов|нао|ват|ат)$/i;

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const LATIN = /\p{Script=Latin}/u;
const LOOKALIKE_SCRIPT = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;

/**
 * Replaces look-alike letters in words that mix Latin with Cyrillic, Greek or Armenian, and in words that are all of
 * look-alikes where nothing else in the text is of their script ("Cloud МАХ" is a disguise, the с of "Общество с …" is not).
 */
export function readLookalikes(text: string): string {
  if (!LOOKALIKE_SCRIPT.test(text) || !LATIN.test(text)) return text;
  const isForeign = (text.match(WORD) ?? []).some(
    (word) => !LATIN.test(word) && LOOKALIKE_SCRIPT.test(word) && !isReadable(word),
  );
  return text.replace(WORD, (word) => {
    const whole = !LATIN.test(word);
    if (!LOOKALIKE_SCRIPT.test(word) || !isReadable(word)) return word;
    if (whole && (isForeign || NATIVE_FORM.test(word))) return word;
    return [...word].map((letter) => LATIN_LOOK.get(letter) ?? letter).join('');
  });
}

function isReadable(word: string): boolean {
  return [...word].every((letter) => !LOOKALIKE_SCRIPT.test(letter) || LATIN_LOOK.has(letter));
}
