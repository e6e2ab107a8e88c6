import { Random } from '../random.ts';
import { recordsOf } from './delimited.ts';
import { namesFile } from './folders.ts';
import { plainKey } from './listed.ts';
import { type Region, regions } from './person-names.ts';
import { smallCompanies } from './small-companies.ts';

/** Ordinary names: those that denote no listed party, so that every alert on them is a false one. */
export interface OrdinaryNames {
  readonly label: string;
  readonly names: readonly string[];
  /** Rows left out because they denote, or equal, a listed name. */
  readonly leftOut: number;
}

const denotations = `${import.meta.dirname}/denotations.csv`;

/**
 * Ordinary companies, without the rows that equal a listed name and those that
 * the reviewed table says denote a listed party or an affiliate of one.
 * Where the file is absent: a small generated list.
 */
export function ordinaryCompanies(): OrdinaryNames {
  const path = namesFile('ordinary-companies.csv');
  if (path === undefined) {
    return { label: 'generated company names', names: smallCompanies(2000), leftOut: 0 };
  }
  const reviewed = new Set(recordsOf(denotations).map((row) => plainKey(row.name ?? '')));
  const rows = recordsOf(path);
  const kept = rows.filter(
    (row) => row.equals_listed_name === '' && !reviewed.has(plainKey(row.name ?? '')),
  );
  const names = [...new Set(kept.map((row) => row.name ?? ''))].filter((name) => name !== '');
  return { label: 'ordinary company names', names, leftOut: rows.length - kept.length };
}

/** Seeded combinations of common given and family names of eight groups of regions. */
export function ordinaryPersons(count: number): OrdinaryNames {
  const random = new Random('ordinary persons');
  const names = new Set<string>();
  for (let tries = 0; names.size < count && tries < count * 20; tries++) names.add(person(random));
  return { label: 'ordinary person names', names: [...names], leftOut: 0 };
}

function person(random: Random): string {
  const region = regionAt(random.next());
  const given = [random.pick(region.given)];
  const family = [random.pick(region.family)];
  if (region.double === 'given' && random.chance(0.35)) {
    given.push(
      random.chance(0.6) ? `${random.pick(region.given).charAt(0)}.` : random.pick(region.given),
    );
  }
  if (region.double === 'family' && random.chance(0.4)) family.push(random.pick(region.family));
  if (region.familyFirst && random.chance(0.4)) return [...family, ...given].join(' ');
  if (random.chance(0.12)) return `${family.join(' ')}, ${given.join(' ')}`;
  return [...given, ...family].join(' ');
}

/** The region in whose share of 0..1 the point lies. */
function regionAt(point: number): Region {
  let upTo = 0;
  for (const region of regions) {
    upTo += region.share;
    if (point < upTo) return region;
  }
  return regions[regions.length - 1] as Region;
}
