import type { Match, Party } from '../api/types.ts';

/** Names the parties on the paths of a match, as far as they are known here. */
export function namer(
  { party }: Match,
  profiles: ReadonlyMap<string, Party>,
): (id: string) => string {
  return (id) => {
    if (id === party.id) return party.name;
    const own = profiles.get(id);
    if (own) return own.name;
    const relations = [...profiles.values()].flatMap(({ relations, relatedBy }) => [
      ...relations,
      ...relatedBy,
    ]);
    return relations.find(({ other }) => other.id === id)?.other.name ?? id;
  };
}
