import { isPersonClass, labelOf } from '../generator/labels.ts';
import type { Accuracy } from '../questions/accuracy.ts';
import type { Found } from '../questions/detection.ts';

/** Examples for whoever mends the engine: what each class misses at 1 alert per 1,000, worst class first. */
export function missesPage(found: readonly Found[], accuracy: Accuracy, examples: number): string {
  const worst = [...accuracy.classes].sort((a, b) => a.per1000.value - b.per1000.value);
  const sections = worst.map(({ of, per1000 }) => {
    const { threshold } = (isPersonClass(of) ? accuracy.levels.person : accuracy.levels.company)
      .per1000;
    const missed = found.filter(
      (one) => one.case.of === of && (one.rank === 0 || one.score < threshold),
    );
    const lines = missed.slice(0, examples).map(({ case: { query, listed }, score, rank }) => {
      const got =
        rank === 0 ? 'not among the first ten' : `score ${score.toFixed(3)}, rank ${rank}`;
      return `- ${JSON.stringify(query)} <- ${JSON.stringify(listed)}: ${got}`;
    });
    return [`### ${of} (${labelOf(of)}): ${(100 * per1000.value).toFixed(1)} %`, ...lines].join(
      '\n',
    );
  });
  const alerts = [
    ...accuracy.defaults.company.names,
    ...accuracy.defaults.person.names.slice(0, 60),
  ].map(({ name, score }) => `- ${score.toFixed(3)} ${name}`);
  const traps = accuracy.traps.flatMap(({ of, examples: shown }) =>
    shown.map(
      ({ query, listed, score }) =>
        `- ${of}: ${JSON.stringify(query)} found ${JSON.stringify(listed)} with ${score.toFixed(3)}`,
    ),
  );
  const dropped = accuracy.loss.examples.map(
    ({ query, listed, score }) =>
      `- ${JSON.stringify(query)} <- ${JSON.stringify(listed)}: would score ${score.toFixed(3)}`,
  );
  const unfound = accuracy.retrieval.flatMap(({ corpus, missed }) =>
    missed.map((name) => `- ${corpus}: ${name}`),
  );
  return [
    '## Misses',
    ...sections,
    '## Ordinary names that alert',
    ...alerts,
    '## Strong on traps',
    ...traps,
    '## Dropped by the index',
    ...dropped,
    '## Listed names that do not find themselves',
    ...unfound,
  ].join('\n\n');
}
