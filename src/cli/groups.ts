/**
 * Gathers what comes one by one into groups of `most`, or of what came within
 * `longest` milliseconds of the first.
 */
export async function* inGroupsOf<T>(
  items: AsyncIterable<T>,
  { most, longest }: { most: number; longest: number },
): AsyncGenerator<T[]> {
  let group: T[] = [];
  let due = 0;
  for await (const item of items) {
    if (group.length === 0) due = performance.now() + longest;
    group.push(item);
    if (group.length < most && performance.now() < due) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
