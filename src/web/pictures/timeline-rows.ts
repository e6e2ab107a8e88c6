import type { Activity, Match, Party, PartyDesignation, Status } from '../api/types.ts';

/** A stretch of a designation. A null start is one that no document states; a null end is open. */
export interface Bar {
  readonly status: Status;
  readonly from: string | null;
  readonly to: string | null;
  readonly seenOn: string | null;
}

/** One designation on the timeline. */
export interface TimelineRow {
  readonly list: string;
  readonly listName: string;
  readonly entry: string;
  /** The listed party, where it is another one than that asked about. */
  readonly through: string | null;
  readonly bars: readonly Bar[];
  /** Days on which an effect begins after the listing: a bar may bind later than it starts. */
  readonly marks: readonly { readonly date: string; readonly activity: Activity }[];
}

/** The designations of a party itself. */
export function rowsOfParty(party: Party, through: string | null = null): TimelineRow[] {
  return party.designations.map((designation) => rowOf(party, designation, through));
}

/** The designations of a match: its own, and those that reach it. */
export function timelineRows(
  { party, designations }: Match,
  profiles: ReadonlyMap<string, Party>,
): TimelineRow[] {
  const own = profiles.get(party.id);
  const reached = new Map<string, Set<string>>();
  for (const { via, list } of designations) {
    const bearer = via.at(-1)?.to;
    if (bearer === undefined) continue;
    reached.set(bearer, (reached.get(bearer) ?? new Set()).add(list.id));
  }
  return [
    ...(own ? rowsOfParty(own) : []),
    ...[...reached].flatMap(([id, lists]) => {
      const bearer = profiles.get(id);
      return bearer ? rowsOfParty(bearer, bearer.name).filter(({ list }) => lists.has(list)) : [];
    }),
  ];
}

function rowOf(
  { changes }: Party,
  { list, entry, periods }: PartyDesignation,
  through: string | null,
): TimelineRow {
  const starts = new Set(periods.map(({ from }) => from));
  const own = (changes ?? []).filter(
    (change) => change.list === list.id && change.entry === entry.name,
  );
  return {
    ...{ list: list.id, listName: list.name, entry: entry.name, through },
    bars: periods.map(({ status, from, to, seenOn }) => ({
      status,
      from,
      to: to ?? null,
      seenOn: seenOn ?? null,
    })),
    // A mark where a bar begins would only hide its edge.
    marks: own.flatMap(({ change, date, effect }) =>
      change === 'effect-begins' && effect && !starts.has(date)
        ? [{ date, activity: effect.activity }]
        : [],
    ),
  };
}
