import { emptySequence, type NameKind, otherNames, readName } from '../names/index.ts';
import { explain, withReason } from './explanation/explanation.ts';
import { acronymKeys, hasAcronyms } from './listed/acronyms.ts';
import { formOf, type NameForm } from './listed/name-form.ts';
import { defaultStatistics, type Statistics } from './listed/statistics.ts';
import { lifted } from './scoring/chance.ts';
import { mostOfLast, scoreForms } from './scoring/score.ts';
import { matchingThresholds, strengthOf } from './scoring/thresholds.ts';
import type { NameComparison } from './types.ts';

const sequence = emptySequence();

/** Reads a name with the weights of `statistics`, into a form that may be used again. */
export function readForm(
  text: string,
  kind: NameKind | undefined,
  statistics: Statistics,
  into?: NameForm,
): NameForm {
  const person = kind === 'person';
  readName(text, person, statistics.vocabulary, false, sequence);
  return formOf(sequence, statistics, kind, into);
}

/** The same with the keys of its initials, which a query that is looked up in an index has no use for. */
function readWithInitials(
  text: string,
  kind: NameKind | undefined,
  statistics: Statistics,
): NameForm {
  const form = readForm(text, kind, statistics);
  if (hasAcronyms(kind)) form.keyTo = acronymKeys(text, sequence, statistics.vocabulary, form.keys);
  return form;
}

/**
 * How likely two names denote the same party, by the names alone. Symmetric, and the score that `search`
 * gives to a listed name that is no weak alias, when both take their weights from the same statistics.
 *
 * @param kind what both names denote; a company when left out
 * @example compareNames('Hikvison Digital Technolgy', 'Hikvision Digital Technology').strength // "strong"
 */
export function compareNames(
  a: string,
  b: string,
  kind?: NameKind,
  statistics: Statistics = defaultStatistics(),
): NameComparison {
  let best = comparePair(a, b, kind, statistics);
  // "X (formerly Y)" is X as well as Y.
  for (const left of namesOf(a)) {
    for (const right of namesOf(b)) {
      const reasons = [left.reason, right.reason].filter((reason) => reason !== null);
      if (reasons.length === 0) continue;
      const { score, strength, explanation } = comparePair(left.text, right.text, kind, statistics);
      if (score > best.score)
        best = { score, strength, explanation: reasons.reduce(withReason, explanation) };
    }
  }
  return best;
}

function namesOf(text: string): { text: string; reason: string | null }[] {
  return [{ text, reason: null }, ...otherNames(text)];
}

function comparePair(
  a: string,
  b: string,
  kind: NameKind | undefined,
  statistics: Statistics,
): NameComparison {
  const first = readWithInitials(a, kind, statistics);
  const second = readWithInitials(b, kind, statistics);
  const alike = first.count === 0 || second.count === 0 ? 0 : scoreForms(first, second);
  const score = lifted(alike, statistics.lift, mostOfLast());
  return {
    score,
    strength: strengthOf(score),
    explanation: explain(first, second, [], matchingThresholds.possible, statistics.lift),
  };
}
