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

/**
 * Where each determination comes from, in the order of the answer. Of equally
 * strong ones buyers' questions come first, then the oldest: that is an order of
 * reading only.
 */
export function groundsOf({ determinations, matches, asOf }: Screening): Grounds[] {
  const grounds = determinations.flatMap((determination) => {
    const found = matches.map((match) => groundsIn(match, determination, asOf));
    return found.find((each) => each !== null) ?? [];
  });
  const order = [...new Set(determinations.map(({ consequence }) => consequence))];
  const rank = ({ determination: { consequence, activity } }: Grounds) =>
    order.indexOf(consequence) * READING_ORDER.length + READING_ORDER.indexOf(activity);
  return grounds.sort((a, b) => rank(a) - rank(b) || byDay(a, b));
}

/** After every day. */
const LAST = '9999';

const READING_ORDER: readonly Activity[] = [
  ...(['procure', 'use', 'transact', 'import', 'export'] as const),
  ...(['invest', 'fund', 'authorize', 'operate'] as const),
];

/**
 * The first designation of the answer that a determination can come from, with the
 * oldest of its effects that say so and hold on the day; no effect where the
 * standing alone is what is watched.
 */
function groundsIn(match: Match, determination: Determination, asOf: string): Grounds | null {
  const { list, party, activity, consequence } = determination;
  const named = match.designations.filter(
    (designation) =>
      designation.list.id === list &&
      (designation.via.at(-1)?.to ?? match.party.id) === party &&
      designation.effects.some((effect) => effect.activity === activity),
  );
  for (const designation of named) {
    if (consequence !== 'watch' && designation.status !== 'in-force') continue;
    const [oldest] = designation.effects
      .filter((effect) => effect.activity === activity && effect.consequence === consequence)
      .filter(({ from, to }) => (from ?? asOf) <= asOf && (to ?? asOf) >= asOf)
      .sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''));
    if (oldest) return { determination, match, designation, effect: oldest };
  }
  const [watched] = named;
  return watched ? { determination, match, designation: watched, effect: null } : null;
}

function byDay(a: Grounds, b: Grounds): number {
  return (sinceOf(a) ?? LAST).localeCompare(sinceOf(b) ?? LAST);
}

/** The day from which both the designation and its effect hold; null where neither states one. */
export function sinceOf({ designation, effect }: Grounds): string | null {
  const days = [designation.from, effect?.from ?? null].filter((day) => day !== null);
  return days.sort().at(-1) ?? null;
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
  return known ? `Known, but named on none of ${lists}` : `No match in ${lists} as of their dates`;
}

function sentence(grounds: Grounds): string {
  const { determination, effect, designation } = grounds;
  const { activity, consequence } = determination;
  const since = sinceOf(grounds);
  const when = since === null ? '' : ` since ${longDate(since)}`;
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
