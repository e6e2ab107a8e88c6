import type { PartyKind } from '../../domain/party.ts';

const ORGANISATION =
  /\b(?:co|corp|inc|ltd|llc|llp|plc|gmbh|ag|sa|srl|bv|nv|oy|ab|as|kg|fze|fzc|fzco|jsc|ojsc|pjsc|cjsc|ooo|zao|oao|pao|ao|pte|pty|sdn|bhd|s\.a|company|corporation|incorporated|limited|enterprises?|group|holdings?|industr(?:y|ies|ial)|international|institute|universit(?:y|e)|academy|laborator(?:y|ies)|bank|airlines?|airways|aviation|aero|trading|traders?|export|import|exports|imports|technolog(?:y|ies)|systems?|electronics?|engineering|services?|logistics|shipping|marine|solutions|associates|partners(?:hip)?|ministry|agency|bureau|center|centre|factory|plant|works|organi[sz]ation|foundation|fund|general|freight|cargo|consult(?:ing|ants)|manufacturing|equipment|supply|computers?|communications?|research|military|army|force|regiment|federal|state|national|department|office|club|association|society|cartel|brigade|defen[cs]e|global|networks?|products?|optics|instruments?|tech)\b/i;

/**
 * Whether a list that states no kind means a person: two to four words of letters,
 * none of which a company is called by. A guess, used for comparing names only.
 */
export function guessKind(name: string): PartyKind {
  const words = name.replace(/[.,]/g, ' ').trim().split(/\s+/);
  const plain = words.every((word) => /^[\p{L}'’-]+$/u.test(word));
  const person = plain && words.length >= 2 && words.length <= 4 && !ORGANISATION.test(name);
  return person ? 'person' : 'company';
}

/** The kinds that OFAC and the CSL print. */
export function kindOf(printed: string | null): PartyKind | null {
  switch (printed?.toLowerCase()) {
    case 'individual':
      return 'person';
    case 'entity':
      return 'company';
    case 'vessel':
      return 'vessel';
    case 'aircraft':
      return 'aircraft';
    default:
      return null;
  }
}
