import type { Evidence, Party, RelationType } from '../api/types.ts';

/** One tie of a party to another. `level` counts owners upwards (negative) and what belongs to it downwards. */
export interface Tie {
  readonly level: number;
  readonly from: { readonly id: string; readonly name: string };
  readonly to: { readonly id: string; readonly name: string };
  readonly relation: RelationType;
  readonly percent: number | null;
  readonly evidence: Evidence;
  readonly since: string | null;
  readonly until: string | null;
  readonly note: string | null;
}

/** The ties of a party: what it belongs to (and what that belongs to), and what belongs to it. */
export function tiesOf(party: Party, forebears: readonly Party[]): { up: Tie[]; down: Tie[] } {
  const seen = new Set<string>();
  const up = [party, ...forebears].flatMap((each, index) =>
    each.relations.flatMap((relation) => {
      const key = `${relation.from} ${relation.relation} ${relation.to}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [tie(relation, -1 - index, each, relation.other)];
    }),
  );
  const down = party.relatedBy.map((relation) => tie(relation, 1, relation.other, party));
  return { up, down };
}

type Named = { readonly id: string; readonly name: string };

function tie(relation: Party['relations'][number], level: number, from: Named, to: Named): Tie {
  const { percent, evidence, since, until, note } = relation;
  return {
    ...{ level, percent, evidence, since, until, note, relation: relation.relation },
    from: { id: from.id, name: from.name },
    to: { id: to.id, name: to.name },
  };
}
