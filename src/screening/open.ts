import type { Catalogue } from '../domain/catalogue.ts';
import { complaintsOf, inWords } from '../domain/complaint.ts';
import { RedflagError } from '../domain/error.ts';
import type { PartyKind } from '../domain/party.ts';
import type { AffiliatesRule } from '../domain/reach.ts';
import type { NameComparison, NameIndex } from '../matching/index.ts';
import { openCatalogue } from '../store/index.ts';
import type { Screening } from './answer.ts';
import { type BuildReport, buildCatalogue } from './catalogue-build.ts';
import { type ScreenQuery, type ScreenQueryInput, screenQuerySchema } from './query.ts';
import { openIndex } from './saved-index.ts';
import { Screener } from './screener.ts';

export interface OpenOptions {
  /** Folder of catalogue.db; default `./data`. Made when missing. */
  readonly data?: string;
  /** Folder of the curated list; default `./seeds`. */
  readonly seeds?: string;
  /** How BIS's Affiliates rule is taken where no document confirms its state; default `by-terms`. */
  readonly affiliatesRule?: AffiliatesRule;
  /** The clock; default the system's. */
  readonly now?: () => Date;
}

/** An open screener: the whole of Redflag as a library. Server and command line are faces of it. */
export interface OpenScreener {
  /** Answers one query. @throws RedflagError `invalid-request` naming each field at fault */
  screen(query: ScreenQueryInput): Screening;
  /** The query as it is understood. @throws RedflagError `invalid-request` naming each field at fault */
  parse(query: ScreenQueryInput): ScreenQuery;
  /** Compares two names as `screen` would compare a query with a listed name. */
  compare(a: string, b: string, kind?: PartyKind): NameComparison;
  readonly catalogue: Catalogue;
  readonly screener: Screener;
  readonly build: BuildReport;
  close(): void;
}

/**
 * Opens the screener over a data folder, building the catalogue first where it
 * is missing or its seeds have changed.
 *
 * @throws RedflagError `invalid-seeds`, `invalid-catalogue`
 * @example
 * const redflag = openScreener();
 * redflag.screen({ name: 'Hikvison Digital Technolgy' }).outcome; // 'match'
 */
export function openScreener(options: OpenOptions = {}): OpenScreener {
  const {
    data = './data',
    seeds = './seeds',
    affiliatesRule = 'by-terms',
    now = () => new Date(),
  } = options;
  const build = buildCatalogue({ data, seeds, now });
  const catalogue = openCatalogue(build.path);
  return screenerOver(catalogue, openIndex(catalogue, data), build, { affiliatesRule, now });
}

/** The screener over a catalogue and an index of its names. */
export function screenerOver(
  catalogue: Catalogue,
  index: NameIndex,
  build: BuildReport,
  { affiliatesRule, now }: Required<Pick<OpenOptions, 'affiliatesRule' | 'now'>>,
): OpenScreener {
  const screener = new Screener({ catalogue, index, affiliatesRule, now });
  return {
    catalogue,
    screener,
    build,
    parse: parseQuery,
    screen: (query) => screener.screen(parseQuery(query)),
    compare: (a, b, kind) => index.compare(a, b, kind),
    close: () => catalogue.close(),
  };
}

function parseQuery(query: ScreenQueryInput): ScreenQuery {
  const parsed = screenQuerySchema.safeParse(query, { error: inWords });
  if (parsed.success) return parsed.data;
  const complaints = complaintsOf(parsed.error.issues);
  const [first] = complaints;
  const detail = first ? `${first.path || 'query'}: ${first.message}` : 'The query is not valid.';
  throw new RedflagError('invalid-request', detail, complaints);
}
