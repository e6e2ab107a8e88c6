import type { Activity } from '../api/types.ts';

/** A question as the address holds it. */
export interface Question {
  readonly text: string;
  /** The date whose law is asked about; empty: today. */
  readonly on: string;
  readonly activity: Activity | '';
  /** How the text is to be read; empty: by its form. */
  readonly as: string;
}

/** Which parties are to be seen; empty: any. */
export interface PartyFilter {
  readonly q: string;
  readonly list: string;
  readonly status: string;
  readonly on: string;
}

export type Route =
  | { readonly page: 'ask'; readonly question: Question }
  | { readonly page: 'party' | 'list' | 'source'; readonly id: string; readonly on: string }
  /** What changed since a version or day; empty: nothing is asked yet. */
  | { readonly page: 'changes'; readonly since: string }
  | { readonly page: 'parties'; readonly filter: PartyFilter }
  | { readonly page: 'lists' | 'sources' | 'data' | 'bom' };

/** Pages without an id, by the name that the address has for them. */
export const pages = ['lists', 'sources', 'data', 'bom'] as const;
type Page = (typeof pages)[number];
const things = ['party', 'list', 'source'] as const;

const isPage = (text: string | null): text is Page => pages.some((page) => page === text);

/**
 * The route of an address. Paths belong to the HTTP interface, so the console
 * tells its views apart by the query alone.
 *
 * @example routeOf('?q=Hikvison&on=2019-10-01') // { page: 'ask', question: { text: 'Hikvison', … } }
 */
export function routeOf(search: string): Route {
  const query = new URLSearchParams(search);
  const on = query.get('on') ?? '';
  const page = query.get('page');
  if (page === 'parties') {
    const [q = '', list = '', status = ''] = ['q', 'list', 'status'].map(
      (name) => query.get(name) ?? '',
    );
    return { page, filter: { q, list, status, on } };
  }
  if (page === 'changes') return { page, since: query.get('since') ?? '' };
  if (isPage(page)) return { page };
  for (const thing of things) {
    const id = query.get(thing);
    if (id) return { page: thing, id, on };
  }
  return {
    page: 'ask',
    question: {
      ...{ text: query.get('q') ?? '', on, as: query.get('as') ?? '' },
      activity: (query.get('for') ?? '') as Activity | '',
    },
  };
}

/** The address of a route. */
export function hrefOf(route: Route): string {
  if (route.page === 'ask') {
    const { text, on, activity, as } = route.question;
    return address({ q: text, on, for: activity, as });
  }
  if (route.page === 'parties') return address({ page: route.page, ...route.filter });
  if (route.page === 'changes') return address({ page: route.page, since: route.since });
  if ('id' in route) return address({ [route.page]: route.id, on: route.on });
  return address({ page: route.page });
}

function address(query: Readonly<Record<string, string>>): string {
  const held = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''));
  return held.size === 0 ? '/' : `/?${held}`;
}

export const NO_QUESTION: Question = { text: '', on: '', activity: '', as: '' };
