import type {
  Activity,
  Designation,
  Determination,
  Effect,
  Match,
  Screening,
} from '../api/types.ts';
import { counted, longDate } from './dates.ts';
import { fieldWords, nameTypeWords, strengthWords, worded } from './words.ts';

/** A determination with the designation and the effect that it comes from. */
export interface Grounds {
  readonly determination: Determination;
  readonly match: Match;
  readonly designation: Designation;
  readonly effect: Effect | null;
}

/** Where each determination comes from, in the order of the answer: that of its grounds which began first. */
export function groundsOf({ determinations, matches }: Screening): Grounds[] {
  return determinations.flatMap((determination) => {
    const [ground] = determination.grounds;
    const match = ground && matches[ground.match];
    const designation = match?.designations[ground?.designation ?? 0];
    if (!match || !designation) return [];
    const effect = ground.effect === null ? null : (designation.effects[ground.effect] ?? null);
    return [{ determination, match, designation, effect }];
  });
}

const PASSIVE: Readonly<Record<Activity, string>> = {
  procure: 'be bought',
  use: 'be used',
  export: 'be exported to',
  import: 'be imported',
  invest: 'be invested in',
  transact: 'be dealt with',
  authorize: 'be authorised as equipment',
  fund: 'be paid for with covered funds',
  operate: 'operate',
};

const GERUND: Readonly<Record<Activity, string>> = {
  procure: 'Buying from it',
  use: 'Using it',
  export: 'Exporting to it',
  import: 'Importing from it',
  invest: 'Investing in it',
  transact: 'Dealing with it',
  authorize: 'Authorising its equipment',
  fund: 'Funding it',
  operate: 'Its operation',
};

/** Those whom an effect binds are the ones who would act, but for these: there they are acted upon. */
const ACTED_UPON: ReadonlySet<Activity> = new Set(['authorize', 'operate']);

/**
 * What an answer amounts to, in words.
 *
 * @example headline(screening) // 'May not be bought by executive agencies since 13 August 2019'
 */
export function headline(screening: Screening): string {
  const [first] = groundsOf(screening);
  const { outcome, coverage, asOf, matches } = screening;
  if (first) return sentence(first);
  if (outcome === 'match') {
    return `Named on a list, but nothing is determined for ${longDate(asOf)}`;
  }
  if (outcome === 'possible-match') return 'May be a listed party: a person must decide';
  const lists = counted(coverage.lists.length, 'list', 'lists');
  const known = matches.find(({ strength }) => strength !== 'possible');
  return known
    ? `Known, but on none of ${lists} by ${longDate(asOf)}`
    : `No match in ${lists} as of their dates`;
}

function sentence(grounds: Grounds): string {
  const { determination, effect, designation } = grounds;
  const { activity, consequence, from, to } = determination;
  const since = from === null ? '' : ` since ${longDate(from)}`;
  const when = to === null ? since : `${since} until ${longDate(to)}`;
  const may = PASSIVE[activity];
  const by = effect === null || ACTED_UPON.has(activity) ? '' : ` by ${doers(effect.binds)}`;
  switch (consequence) {
    case 'blocked':
      return `Blocked: may not ${may}${by}${when}`;
    case 'prohibited':
      return `May not ${may}${by}${when}`;
    case 'license-required':
      return `May ${may} only under a licence${when}`;
    case 'restricted':
      return `May ${may} only within limits${by}${when}`;
    case 'red-flag':
      return `${GERUND[activity]} raises a red flag${when}`;
    case 'watch': {
      const standing = designation.status === 'in-force' ? 'listed' : designation.status;
      return `Nothing in force: ${standing}${when}`;
    }
  }
}

/** Whom an effect binds first, to stand inside a sentence. */
function doers(binds: string): string {
  const first = binds.split(';')[0]?.trim() ?? binds;
  const proper = /^(United|US|UK|EU|Federal|The )/.test(first);
  if (first.startsWith('The ')) return `the ${first.slice(4)}`;
  return proper ? first : first.charAt(0).toLowerCase() + first.slice(1);
}

/** "strong match on the alias Hikvision": the name or sign, and how it was met. The listed text is apart. */
export function metBy({ strength, matchedOn }: Match): { words: string; listed: string } {
  const { field, nameType, listed } = matchedOn;
  const sign = nameType === null ? fieldWords[field] : worded(nameTypeWords, nameType);
  return { words: `${worded(strengthWords, strength)} on the ${sign}`, listed };
}
