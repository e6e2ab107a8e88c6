import { Bearers } from '../generator/cases.ts';
import { isPersonClass } from '../generator/labels.ts';
import { companyParts } from '../generator/words.ts';
import { FuseMatcher } from '../matchers/fuse.ts';
import type { Matcher } from '../matchers/matcher.ts';
import { MiniSearchMatcher } from '../matchers/mini-search.ts';
import { jaroWinklerOver, sortedWords, tokenSort } from '../matchers/pairwise.ts';
import { Redflag } from '../matchers/redflag.ts';
import { TrigramIndex } from '../matchers/trigrams.ts';
import type { Share } from '../measures/wilson.ts';
import { Random } from '../random.ts';
import {
  type AlertRate,
  alertsAtDefault,
  type DefaultAlerts,
  type Level,
  levels,
  scoreOrdinary,
} from './alerts.ts';
import { type BaselineResult, baseline } from './baselines.ts';
import { type Band, calibration } from './calibration.ts';
import { byClass, type ClassResult, type Found, find } from './detection.ts';
import { type IndexLoss, indexLoss } from './index-loss.ts';
import type { Material } from './material.ts';
import { companyPairs, crossPairs, type PairResult } from './pairs.ts';
import { type SelfRetrieval, selfRetrieval } from './retrieval.ts';
import { type TrapResult, trapped } from './trapped.ts';

type Levels = Record<AlertRate, Level>;

/** Everything that one run of the evaluation found out. */
export interface Accuracy {
  readonly quick: boolean;
  readonly date: string | null;
  readonly corpus: { readonly label: string; readonly names: number; readonly parties: number };
  readonly ordinary: {
    readonly companies: number;
    readonly leftOut: number;
    readonly persons: number;
  };
  readonly half: { readonly cases: number };
  readonly levels: { readonly company: Levels; readonly person: Levels };
  readonly classes: readonly ClassResult[];
  /** The same, of company names with three words or more beside their legal form. */
  readonly longNames: readonly ClassResult[];
  readonly defaults: { readonly company: DefaultAlerts; readonly person: DefaultAlerts };
  /** Ordinary persons asked without their kind, as a vendor master holds them. */
  readonly personsUnstated: DefaultAlerts;
  readonly traps: readonly TrapResult[];
  readonly cross: { readonly possible: Share; readonly strong: Share };
  readonly bands: { readonly company: readonly Band[]; readonly person: readonly Band[] };
  readonly baselines: readonly BaselineResult[];
  readonly pairs: readonly PairResult[];
  readonly retrieval: readonly SelfRetrieval[];
  readonly loss: IndexLoss;
}

export interface Run {
  readonly quick: boolean;
  readonly date: string | null;
  /** Told what is being done. */
  readonly say: (what: string) => void;
}

/** @returns the results, and each case with what the engine made of it */
export function measureAccuracy(
  material: Material,
  { quick, date, say }: Run,
): { accuracy: Accuracy; found: Found[] } {
  const { corpus, companies, persons, cases, held, traps, bearers } = material;
  say(`index of ${corpus.names.length} names`);
  const engine = new Redflag(corpus);
  say(`${companies.names.length} ordinary companies, ${persons.names.length} ordinary persons`);
  const company = scoreOrdinary(engine, companies.names, undefined);
  const person = scoreOrdinary(engine, persons.names, 'person');
  const unstated = scoreOrdinary(engine, persons.names, undefined);
  const level = { company: levels(company), person: levels(person) };
  say(`${cases.length} altered names, ${held.cases.length} held out`);
  const found = [...find(engine, cases), ...find(new Redflag(held.corpus), held.cases)];
  const levelsOf = (isPerson: boolean) => (isPerson ? level.person : level.company);
  const classes = byClass(found, levelsOf);
  const isLong = ({ case: { of, listed } }: Found) =>
    !isPersonClass(of) && companyParts(listed).core.length >= 3;
  const longNames = byClass(found.filter(isLong), levelsOf);
  say(`${traps.length} must-not-match queries`);
  const trapResults = trapped(engine, traps);
  const cross = crossPairs(corpus, bearers, engine.index, quick ? 500 : 3000);
  const pairs = companyPairs(engine.index, quick ? 1000 : 10_000);
  say('self-retrieval');
  const retrieval = retrievalOf(material, engine, quick);
  say('index against every name');
  const loss = indexLoss(corpus, engine.index, cases, quick ? 60 : 1000);
  say('other matchers');
  const baselines = baselinesOf(material, engine, quick, say);
  const isNamesake = (name: string) => bearers.hasNamesake(name);
  const accuracy: Accuracy = {
    quick,
    date,
    corpus: { label: corpus.label, names: corpus.names.length, parties: corpus.parties.length },
    ordinary: {
      companies: companies.names.length,
      leftOut: companies.leftOut,
      persons: persons.names.length,
    },
    half: { cases: classes.reduce((sum, one) => sum + one.cases, 0) },
    levels: level,
    classes,
    longNames,
    defaults: {
      company: alertsAtDefault(company, isNamesake),
      person: alertsAtDefault(person, isNamesake),
    },
    personsUnstated: alertsAtDefault(unstated, isNamesake),
    traps: trapResults,
    cross,
    bands: {
      company: calibration(found, company, false),
      person: calibration(found, person, true),
    },
    baselines,
    pairs,
    retrieval,
    loss,
  };
  return { accuracy, found };
}

function retrievalOf(
  { corpus, curated, bearers }: Material,
  engine: Redflag,
  quick: boolean,
): SelfRetrieval[] {
  const asked = quick
    ? { ...corpus, names: new Random('self').sample(corpus.names, 5000) }
    : corpus;
  const all = selfRetrieval(asked, engine.index, bearers);
  if (corpus === curated) return [all];
  const own = new Redflag(curated);
  return [selfRetrieval(curated, own.index, new Bearers(curated.parties)), all];
}

function baselinesOf(
  material: Material,
  engine: Redflag,
  quick: boolean,
  say: Run['say'],
): BaselineResult[] {
  const { corpus, cases, companies } = material;
  const near = new TrigramIndex(corpus.names.map(({ text }) => sortedWords(text)));
  const fair = quick ? { perClass: 10, ordinary: 600 } : { perClass: 100, ordinary: 8000 };
  const slow = quick ? { perClass: 1, ordinary: 20 } : { perClass: 4, ordinary: 20 };
  const run = (matcher: Matcher, sample: typeof fair, suffix = '') => {
    say(`  ${matcher.label}${suffix}`);
    const result = baseline(matcher, cases, companies.names, sample);
    return { ...result, label: `${matcher.label}${suffix}` };
  };
  const quickly = [
    run(engine, fair),
    run(tokenSort(corpus, near), fair),
    run(jaroWinklerOver(corpus, near), fair),
    run(
      new MiniSearchMatcher(corpus),
      quick ? { perClass: 2, ordinary: 100 } : { perClass: 40, ordinary: 4000 },
    ),
  ];
  if (quick) return quickly;
  return [
    ...quickly,
    run(tokenSort(corpus), slow, ', every name'),
    run(new FuseMatcher(corpus), { perClass: 2, ordinary: 10 }, ', every name'),
    run(engine, slow, ', on the small sample'),
  ];
}
