import {
  MAX_WORDS,
  type NameKind,
  type OtherName,
  otherNames,
  Vocabulary,
} from '../names/index.ts';
import { CandidateFinder } from './candidates/candidates.ts';
import { candidatesFor } from './candidates/typeahead.ts';
import { compareNames, readForm } from './compare.ts';
import { explain, withReason } from './explanation/explanation.ts';
import {
  type IndexArrays,
  type IndexBuffers,
  packIndex,
  unpackIndex,
} from './listed/index-arrays.ts';
import { buildArrays } from './listed/index-builder.ts';
import { isWeak, kindOf, listedForm, loadForm } from './listed/listed-forms.ts';
import { emptyForm, type NameForm } from './listed/name-form.ts';
import type { Statistics } from './listed/statistics.ts';
import { nextQuery } from './listed/word-pairs.ts';
import { chanceLift, lifted } from './scoring/chance.ts';
import { weighEvidence } from './scoring/evidence.ts';
import { mostOfLast, scoreForms } from './scoring/score.ts';
import { BEST_UNEQUAL } from './scoring/score-scale.ts';
import { matchingThresholds, strengthOf } from './scoring/thresholds.ts';
import type {
  Adjustment,
  ListedName,
  NameComparison,
  NameMatch,
  NameQuery,
  SearchOptions,
} from './types.ts';

/** What a weak alias is worth of the score of a full name: it is found, but not more than possible. */
export const WEAK_ALIAS_FACTOR = 0.815;
const DEFAULT_LIMIT = 20;
/** Evidence may lift a name by this much at most, so names below are not looked at. */
const EVIDENCE_REACH = 0.1;

/** The best name of a party so far, and the kind as which the query was read for it. */
interface Best {
  name: number;
  score: number;
  kind: NameKind | undefined;
}

/** Listed names made searchable. Immutable; one instance serves one thread at a time. */
export class NameIndex {
  readonly statistics: Statistics;
  /** Number of listed names. */
  readonly size: number;
  private readonly arrays: IndexArrays;
  private readonly finder: CandidateFinder;
  private readonly listed: NameForm;
  private readonly query: NameForm = emptyForm();
  private readonly buffers: IndexBuffers | null;

  /** @param buffers the memory in which `arrays` lie, where they were unpacked from one */
  constructor(arrays: IndexArrays, buffers: IndexBuffers | null = null) {
    this.buffers = buffers;
    this.arrays = arrays;
    this.size = arrays.nameHash.length - arrays.otherNameOf.length;
    const wordCount = arrays.wordClass.length;
    const vocabulary = Vocabulary.over(
      {
        slots: arrays.wordSlots,
        start: arrays.wordStart,
        bytes: arrays.wordBytes,
        wordClass: arrays.wordClass,
        group: arrays.wordGroup,
      },
      wordCount,
    );
    const lift = chanceLift(this.size);
    this.statistics = { vocabulary, weight: arrays.wordWeight, lift };
    this.finder = new CandidateFinder(arrays, vocabulary.table, groupMembers(arrays));
    this.listed = listedForm(arrays);
  }

  /**
   * The parties that the query may denote, by their best name, best first. A query without a name, or with
   * one that folds to nothing, finds nobody.
   */
  search(query: NameQuery, options: SearchOptions = {}): NameMatch[] {
    if (query.name === undefined) return [];
    const matches = this.searchText(query, query.name, options);
    const others = otherNames(query.name);
    const found = others.length === 0 ? matches : this.addOthers(matches, others, query, options);
    return found.slice(0, options.limit ?? DEFAULT_LIMIT);
  }

  /** Adds what the other names in a text find; of each party the match by the name that finds it best. */
  private addOthers(
    matches: readonly NameMatch[],
    others: readonly OtherName[],
    query: NameQuery,
    options: SearchOptions,
  ): NameMatch[] {
    const best = new Map(matches.map((match) => [match.party, match]));
    for (const { text, reason } of others) {
      for (const match of this.searchText(query, text, options)) {
        if (match.score <= (best.get(match.party)?.score ?? 0)) continue;
        const explain = () => withReason(match.explain(), reason);
        best.set(match.party, { ...match, explain });
      }
    }
    return [...best.values()].sort(byScore);
  }

  /** The parties that one name may denote, best first. */
  private searchText(query: NameQuery, text: string, options: SearchOptions): NameMatch[] {
    const { kind } = query;
    const form = readForm(text, kind, this.statistics, this.query);
    if (form.count === 0) return [];
    form.query = nextQuery();
    if (form.spelled !== null) form.spelled.query = nextQuery();
    const threshold =
      options.floor ?? Math.max(matchingThresholds.possible, options.threshold ?? 0);
    // Without a fact in the query no evidence can lift a name.
    const evidence = holdsFacts(query) ? options.evidence : undefined;
    const floor = evidence === undefined ? threshold : threshold - EVIDENCE_REACH;
    const found = this.finder.find(form, floor);
    const best = new Map<number, Best>();
    for (let c = 0; c < found; c++) {
      const name = this.finder.names[c] as number;
      const score = this.scoreName(form, name);
      if (score < floor) continue;
      const party = this.arrays.nameParty[name] as number;
      const known = best.get(party);
      if (
        known === undefined ||
        score > known.score ||
        (score === known.score && name < known.name)
      )
        best.set(party, { name, score, kind });
    }
    if (kind === undefined && mayReadOtherwise(text, form))
      this.addEqualPersons(text, form.hash, best);
    const matches: NameMatch[] = [];
    for (const [party, { name, score, kind: readAs }] of best) {
      const adjustments = evidence === undefined ? [] : weighEvidence(query, evidence(party));
      const adjusted = adjust(score, adjustments);
      const strength = strengthOf(adjusted, threshold);
      if (strength === 'none') continue;
      matches.push({
        party,
        name: this.listedOrdinal(name),
        score: adjusted,
        strength,
        explain: () => {
          const further = [...adjustments];
          if (isWeak(this.arrays, name))
            further.unshift({ reason: 'weak alias', delta: score - score / WEAK_ALIAS_FACTOR });
          const asked = readForm(text, readAs, this.statistics, this.query);
          const form = loadForm(this.arrays, name, this.listed);
          return explain(asked, form, further, threshold, this.statistics.lift);
        },
      });
    }
    return matches.sort(byScore);
  }

  /**
   * Adds persons whose name equals the text read as a person's: a query that does not say its kind is read
   * as a firm's, and "LTD, Co" or "S. A. Ali" would lose words to legal forms and joined initials.
   */
  private addEqualPersons(text: string, hash: number, best: Map<number, Best>): void {
    const asked = readForm(text, 'person', this.statistics, this.query);
    if (asked.hash === hash || asked.count === 0) return;
    const { exactHead, exactNext, nameHash, nameParty } = this.arrays;
    let name = exactHead[asked.hash & (exactHead.length - 1)] as number;
    for (; name >= 0; name = exactNext[name] as number) {
      if (nameHash[name] !== asked.hash || kindOf(this.arrays, name) !== 'person') continue;
      const score = this.scoreName(asked, name);
      const party = nameParty[name] as number;
      if (score > (best.get(party)?.score ?? 0)) best.set(party, { name, score, kind: 'person' });
    }
  }

  /** The listed name that is meant by a name of the index: itself, or the one that holds it. */
  private listedOrdinal(name: number): number {
    return name < this.size ? name : (this.arrays.otherNameOf[name - this.size] as number);
  }

  /** The score of one listed name, as `search` would give it without evidence. */
  scoreName(query: NameForm, name: number): number {
    const alike = scoreForms(query, loadForm(this.arrays, name, this.listed));
    const score = lifted(alike, this.statistics.lift, mostOfLast());
    return isWeak(this.arrays, name) ? score * WEAK_ALIAS_FACTOR : score;
  }

  /** Names for search-as-you-type: every word but the last as it stands, the last as a beginning. */
  candidates(text: string, limit: number): { name: number }[] {
    return candidatesFor(this.arrays, this.size, this.statistics.vocabulary, text, limit);
  }

  /** Two names compared with the weights of this index. */
  compare(a: string, b: string, kind?: NameKind): NameComparison {
    return compareNames(a, b, kind, this.statistics);
  }

  /** Reads a query as `search` does; for scoring it against every name in tests. */
  read(text: string, kind?: NameKind): NameForm {
    return readForm(text, kind, this.statistics);
  }

  /** How much the last search read: postings and verified words. */
  get work(): number {
    return this.finder.work;
  }

  /** The index in memory that threads can share; of an index that came from there, the very same. */
  toBuffers(): IndexBuffers {
    return this.buffers ?? packIndex(this.arrays);
  }

  static fromBuffers(buffers: IndexBuffers): NameIndex {
    return new NameIndex(unpackIndex(buffers), buffers);
  }
}

function byScore(x: NameMatch, y: NameMatch): number {
  return y.score - x.score || x.name - y.name;
}

/** Builds an index; the position of a name in `names` is its ordinal. */
export function buildIndex(names: readonly ListedName[]): NameIndex {
  return new NameIndex(buildArrays(names));
}

/** Whether a firm's name may be other words when it is read as a person's: legal forms, joined initials, "D-Boy". */
function mayReadOtherwise(text: string, { count, legalCount, spelled }: NameForm): boolean {
  return legalCount > 0 || spelled !== null || count === MAX_WORDS || text.includes('-');
}

function holdsFacts({ country, address, birthDate, identifiers }: NameQuery): boolean {
  const facts = [country, address, birthDate, identifiers];
  return facts.some((fact) => fact !== undefined);
}

/** Agreeing facts never lift a name to equality, conflicting ones never lower an equal name from the list. */
function adjust(score: number, adjustments: readonly Adjustment[]): number {
  if (adjustments.length === 0) return score;
  const total = score + adjustments.reduce((sum, { delta }) => sum + delta, 0);
  const best = score >= BEST_UNEQUAL ? score : BEST_UNEQUAL;
  return Math.max(0, Math.min(best, total));
}

/** Group -> words of our own tables that belong to it. */
function groupMembers(arrays: IndexArrays): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  const { wordGroup, postingStart } = arrays;
  for (let word = 0; word < wordGroup.length; word++) {
    const group = wordGroup[word] as number;
    if (group === 0 || postingStart[word] === postingStart[word + 1]) continue;
    const members = groups.get(group);
    if (members === undefined) groups.set(group, [word]);
    else members.push(word);
  }
  return groups;
}
