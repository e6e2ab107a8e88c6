import { asciiText, hashBytes } from './word-table.ts';

/** The syllables of Standard Chinese: initials that may stand before groups of finals. */
const SYLLABLE =
  '(?:[bpm](?:a|ai|an|ang|ao|ei|en|eng|i|ian|iao|ie|in|ing|o|u)|f(?:a|an|ang|ei|en|eng|o|ou|u)' +
  '|[dt](?:a|ai|an|ang|ao|e|ei|eng|i|ian|iao|ie|ing|iu|ong|ou|u|uan|ui|un|uo)' +
  '|[nl](?:a|ai|an|ang|ao|e|ei|en|eng|i|ia|ian|iang|iao|ie|in|ing|iu|ong|ou|u|uan|ue|un|uo)' +
  '|(?:[gkh]|[zcs]h?)(?:a|ai|an|ang|ao|e|ei|en|eng|i|ong|ou|u|ua|uai|uan|uang|ui|un|uo)' +
  '|[jqx](?:i|ia|ian|iang|iao|ie|in|ing|iong|iu|u|uan|ue|un)|r(?:an|ang|ao|e|en|eng|i|ong|ou|u|uan|ui|un|uo)' +
  '|y(?:a|an|ang|ao|e|i|in|ing|ong|ou|u|uan|ue|un)|w(?:a|ai|an|ang|ei|en|eng|o|u)|a|ai|an|ang|ao|e|en|er|ou)';
const NAME = new RegExp(`^${SYLLABLE}{2,3}$`);
/** Without one of these a word of such syllables is of another language as likely: "banana". */
const CHINESE = /ng|zh|^x|^q|[^aeiou]x|q[^u]|u[ao]|ao/;

/** By the low bits of a word's hash: the hash, its lowest bit replaced by the answer. Words come again and again. */
const answers = new Uint32Array(4096);

/**
 * Whether a word is two or three syllables of Chinese in pinyin. Another such word is another name more often than
 * the same one misspelt: a mistyped letter seldom leaves syllables that there are.
 */
export function isPinyin(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from < 4 || to - from > 13) return false;
  const hash = hashBytes(bytes, from, to);
  const slot = (hash >>> 1) & (answers.length - 1);
  const known = answers[slot] as number;
  if (known >>> 1 === hash >>> 1) return (known & 1) === 1;
  const word = asciiText(bytes, from, to);
  const answer = CHINESE.test(word) && NAME.test(word);
  answers[slot] = ((hash & ~1) | (answer ? 1 : 0)) >>> 0;
  return answer;
}
