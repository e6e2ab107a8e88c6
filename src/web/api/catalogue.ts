import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { askFor, path } from './client.ts';
import type { CoverageStatement, ListPage, ListSummary, Lists, Parties, Party } from './types.ts';

/** What every view needs to name lists: read once, when the page is opened. */
export interface Background {
  readonly lists: ReadonlyMap<string, ListSummary>;
  readonly coverage: CoverageStatement;
}

export const BackgroundContext = createContext<Background | null>(null);

export async function loadBackground(signal: AbortSignal): Promise<Background> {
  const [{ lists }, coverage] = await Promise.all([
    askFor<Lists>('/lists', { signal }),
    askFor<CoverageStatement>('/coverage', { signal }),
  ]);
  return { lists: new Map(lists.map((list) => [list.id, list])), coverage };
}

/** The short name of a list, else what is at hand. */
export function useListName(): (id: string, otherwise?: string) => string {
  const background = useContext(BackgroundContext);
  return (id, otherwise = id) => background?.lists.get(id)?.shortName ?? otherwise;
}

/** Before every document: what the law changed since is all that it changed. */
const EVER = '1900-01-01';

/**
 * Everything about a party, and what the law changed about it when.
 *
 * @param on the day on which its designations stand; empty: today
 */
export function loadParty(id: string, on: string, signal: AbortSignal): Promise<Party> {
  return askFor<Party>(path(`/parties/${encodeURIComponent(id)}`, { asOf: on, from: EVER }), {
    signal,
  });
}

export function loadList(id: string, signal: AbortSignal): Promise<ListPage> {
  return askFor<ListPage>(`/lists/${encodeURIComponent(id)}`, { signal });
}

export function loadParties(
  query: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<Parties> {
  return askFor<Parties>(path('/parties', query), { signal });
}
