import { readBySound, visibleForm } from './scripts/latinise.ts';

/** Another name in a text, or another way to read it. */
export interface OtherName {
  text: string;
  /** Why it is a name of its own, for an explanation. */
  reason: string;
}

const INITIALS = '[fan][./]?k[./]?a|d[./]?b[./]?a|[to]/a';
const KNOWN_AS =
  '(?:formerly|previously|originally|earlier|also|now|better|commonly|otherwise|currently),? ' +
  '(?:known|named|called|registered|incorporated|trading|operating)(?: (?:as|under(?: the)? names?(?: of)?))?';
const TRADING =
  '(?:doing business|trading|operating|carrying on business|registered) ' +
  '(?:as|under(?: the)? (?:names?|style)(?: of)?)';
const ELSEWHERE =
  'ehemals|vormals|früher|anciennement|antes(?: denominada)?|anteriormente|voorheen|già|dawniej|бывш(?:ее|ая|ий)?|' +
  'ранее|原名|曾用名|又名|旧名|原';
/**
 * Words by which a text goes over from one name to another. "aka" and the like are names as well ("AKA Group"):
 * a mark counts only between two names.
 */
const MARKS = `(?<![\\p{L}\\p{N}])(?:${INITIALS}|${KNOWN_AS}|${TRADING}|formerly|previously|alias|${ELSEWHERE})(?![\\p{L}\\p{N}])[.:,]*`;
const MARK = new RegExp(MARKS, 'giu');
/** "(formerly Y)": a bracket that begins with a mark. It may hold another, "(f.k.a. Y (HK) Ltd)". */
const BRACKET = new RegExp(`[(\\[]\\s*(${MARKS}(?:[^()[\\]]|\\([^()]*\\))*)[)\\]]`, 'giu');
/** Cheap, and false for nearly every name in Latin letters: a mark may be there. */
const MAY_HOLD =
  /\b(?:[fan][./]?k[./]?a|d[./]?b[./]?a|[to]\/a|(?:known|called|named|formerly|previously|alias|vormals|ehemals|anciennement|antes|anteriormente|voorheen|dawniej|(?:business|trading|operating|registered|incorporated) (?:as|under))\b)|[^\0-\x7f]/i;
const NOT_ASCII = /[^\0-\x7f]/;
/** What stands about a name: brackets without their other half, quotes, commas. */
const FRINGE = /^[\s,:)\]"'“”„«»‘’–—-]+|[\s,:([“”„«»"'‘’–—-]+$/gu;
const LETTER = /[\p{L}\p{N}]/gu;
/** A text is no list of names: no more are read. */
const MOST = 6;

/**
 * The further names that a text holds, none for an ordinary one: each name of "X (f.k.a. Y)", "X a.k.a. Y; a.k.a. Z",
 * "X, formerly Y", "X t/a Y" by itself, and a name in another script by its sound where its words can be translated
 * as well ("东方电气" is "Oriental Electric" and "Dongfang Electric").
 *
 * @example otherNames('Acme Ltd (formerly Zhenwei GmbH)').map(({ text }) => text) // ["Acme Ltd", "Zhenwei GmbH"]
 */
export function otherNames(text: string): OtherName[] {
  if (!MAY_HOLD.test(text)) return [];
  const held = namesIn(text);
  const names = held.map((name) => ({ text: name, reason: `one of the names given: ${name}` }));
  if (NOT_ASCII.test(text)) {
    for (const name of held.length > 0 ? held : [text]) {
      const sound = readBySound(name);
      if (sound !== null) names.push({ text: sound, reason: `read by its sound: ${sound}` });
    }
  }
  return names;
}

/** Parts of a list of names. */
const NEXT_NAME = /;|["”]\s*,\s*["“]/;

/** The names about the marks of a text, the first one first; none where there are not two. */
function namesIn(text: string): string[] {
  const visible = NOT_ASCII.test(text) ? visibleForm(text) : text;
  const others: string[] = [];
  const rest = visible.replace(BRACKET, (_, held: string) => {
    others.push(...held.split(MARK));
    return ' ';
  });
  const [first = '', ...more] = rest.split(MARK);
  if (others.length + more.length === 0) return [];
  const names = new Set<string>();
  for (const part of [first, ...more, ...others].flatMap((held) => held.split(NEXT_NAME))) {
    const name = part.replace(FRINGE, '').replace(/\s+/g, ' ');
    if ((name.match(LETTER)?.length ?? 0) > 1 && !/^and$/i.test(name)) names.add(name);
  }
  const hasFirst = (first.match(LETTER)?.length ?? 0) > 1;
  return hasFirst && names.size > 1 ? [...names].slice(0, MOST) : [];
}
