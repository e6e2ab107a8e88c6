import { isAcronymClass, isApart, isPersonClass, labelOf } from '../generator/labels.ts';
import { macro } from '../measures/macro.ts';
import type { Accuracy } from '../questions/accuracy.ts';
import type { Band } from '../questions/calibration.ts';
import type { ClassResult } from '../questions/detection.ts';
import { count, percent, rateText, shareText, table } from './markdown.ts';

/** The page of results: every number with the data that it was measured on. */
export function accuracyPage(accuracy: Accuracy): string {
  const { corpus, classes, levels } = accuracy;
  const company = classes.filter(({ of }) => !isPersonClass(of));
  const person = classes.filter(({ of }) => isPersonClass(of));
  return [
    '# Accuracy',
    '',
    intro(accuracy),
    '',
    '## In short',
    '',
    table(['measure', 'result'], summary(accuracy)),
    '',
    '## Companies by class',
    '',
    `Thresholds set on the dev half: ${levels.company.per1000.threshold.toFixed(3)} (1 alert per 1,000; on the test half ${rateText(levels.company.per1000.alerts)}), ` +
      `${levels.company.per100.threshold.toFixed(3)} (1 per 100; test half ${rateText(levels.company.per100.alerts)}). Queries name no kind of party.`,
    '',
    classTable(company),
    '',
    '## Persons by class',
    '',
    `Thresholds: ${levels.person.per1000.threshold.toFixed(3)} (test half ${rateText(levels.person.per1000.alerts)}), ` +
      `${levels.person.per100.threshold.toFixed(3)} (test half ${rateText(levels.person.per100.alerts)}), on ordinary persons. Queries say that they mean a person.`,
    '',
    classTable(person),
    '',
    '## Must not match',
    '',
    'Share of queries that find the party which they do not denote, at the default thresholds. Siblings and relatives may be possible matches; they may not be strong ones.',
    '',
    table(
      ['class', 'queries', 'possible or strong', 'strong'],
      [
        [
          'names of two parties that share a word',
          count(accuracy.cross.possible.of),
          shareText(accuracy.cross.possible),
          shareText(accuracy.cross.strong),
        ],
        ...accuracy.traps.map(({ of, possible, strong }) => [
          of,
          count(possible.of),
          shareText(possible),
          shareText(strong),
        ]),
      ],
    ),
    '',
    '## Score and right alerts',
    '',
    'Of the alerts with a score in the band, the share that is right, in a vendor master in which 1 name in 100 denotes a listed party, in one of the altered forms above with equal frequency.',
    '',
    '**Companies**',
    '',
    bandTable(accuracy.bands.company),
    '',
    '**Persons**',
    '',
    bandTable(accuracy.bands.person),
    '',
    '## Beside other matchers',
    '',
    'Same run, same index, macro recall over company classes (acronyms apart) on a sample of the test half. Each matcher has its own thresholds, set as above. ' +
      'Token-sort ratio and Jaro-Winkler score the 200 names nearest by trigrams; with "every name" they score all. A dash: too few ordinary names for that rate.',
    '',
    table(
      [
        'matcher',
        'cases',
        'ordinary names',
        'recall at 1 per 1,000',
        'at 1 per 100',
        'recall@1',
        'recall@10',
        'ms a query',
      ],
      accuracy.baselines.map((b) => [
        b.label,
        count(b.cases),
        count(b.ordinary),
        percent(b.per1000),
        percent(b.per100),
        percent(b.at1),
        percent(b.at10),
        b.meanMs.toFixed(2),
      ]),
    ),
    '',
    ...pairsSection(accuracy),
    '## Index',
    '',
    table(
      ['names', 'count', 'find their party', 'with score 1'],
      accuracy.retrieval.map((r) => [
        r.corpus,
        count(r.names),
        percent(r.found.value, 3),
        percent(r.exact.value, 3),
      ]),
    ),
    '',
    `What the index drops against scoring every name, of what scores at the default threshold (${count(accuracy.loss.names)} names): ` +
      `${shareText(accuracy.loss.lostRight, 2)} of the right parties of ${count(accuracy.loss.asked)} queries, ` +
      `${shareText(accuracy.loss.lost, 2)} of all parties of ${count(accuracy.loss.scored)} queries of which every name was scored.`,
    '',
  ].join('\n');

  function intro({ ordinary, half }: Accuracy): string {
    return [
      `Index: ${corpus.label}, ${count(corpus.names)} names of ${count(corpus.parties)} parties. Ordinary names: ${count(ordinary.companies)} companies ` +
        `(${count(ordinary.leftOut)} that equal or denote a listed party left out), ${count(ordinary.persons)} persons made of common given and family names.`,
      `${count(half.cases)} cases in ${classes.length} classes; thresholds are set on one half of the entities and of the ordinary names, results reported on the other. ` +
        "Intervals are Wilson's, 95 %. Written by `npm run eval`; how and on what data: [bench/README.md](../README.md).",
      ...(accuracy.date === null ? [] : [`Run of ${accuracy.date}.`]),
      ...(accuracy.quick ? ['**Quick run on samples: for development only.**'] : []),
    ].join('\n');
  }
}

function summary({
  classes,
  longNames,
  defaults,
  retrieval,
  loss,
  personsUnstated,
}: Accuracy): string[][] {
  const plain = classes.filter(({ of }) => !isApart(of));
  const company = plain.filter(({ of }) => !isPersonClass(of));
  const person = plain.filter(({ of }) => isPersonClass(of));
  const whole = company.filter(({ of }) => !isAcronymClass(of));
  const long = longNames.filter(({ of }) => !isAcronymClass(of) && !isApart(of));
  const acronyms = company.filter(({ of }) => isAcronymClass(of));
  const mean = (
    of: readonly ClassResult[],
    measure: 'per1000' | 'per100' | 'possible' | 'at1' | 'at10',
  ) => percent(macro(of.map((one) => one[measure])));
  const weakest = [...plain.filter(({ of }) => !isAcronymClass(of))].sort(
    (a, b) => a.per100.value - b.per100.value,
  )[0];
  return [
    ['companies, macro recall at 1 alert per 1,000, acronyms apart', mean(whole, 'per1000')],
    ['companies, the same at 1 per 100', mean(whole, 'per100')],
    [
      'companies named by three words or more, at 1 per 1,000 / 1 per 100',
      `${mean(long, 'per1000')} / ${mean(long, 'per100')}`,
    ],
    ['companies, acronyms and all, at 1 per 1,000', mean(company, 'per1000')],
    ['acronyms at 1 per 100', mean(acronyms, 'per100')],
    ['persons, macro recall at 1 alert per 1,000', mean(person, 'per1000')],
    ['persons, the same at 1 per 100', mean(person, 'per100')],
    ['companies, found at the default threshold', mean(whole, 'possible')],
    ['persons, found at the default threshold', mean(person, 'possible')],
    ['recall@1 / recall@10, companies', `${mean(whole, 'at1')} / ${mean(whole, 'at10')}`],
    ['recall@1 / recall@10, persons', `${mean(person, 'at1')} / ${mean(person, 'at10')}`],
    [
      'weakest class at 1 per 100',
      weakest ? `${labelOf(weakest.of)}, ${percent(weakest.per100.value)}` : '–',
    ],
    ['ordinary companies that alert at the default threshold', rateText(defaults.company.possible)],
    ['… with a strong match', rateText(defaults.company.strong)],
    [
      '… of these alerts on a namesake (equal to a listed name but for the legal form)',
      `${count(defaults.company.namesakes.hits)} of ${count(defaults.company.namesakes.of)}`,
    ],
    ['ordinary persons that alert at the default threshold', rateText(defaults.person.possible)],
    ['… when the query does not say that it means a person', rateText(personsUnstated.possible)],
    [
      'listed names that find themselves',
      percent(Math.min(...retrieval.map(({ found }) => found.value)), 3),
    ],
    ['right parties that the index drops', percent(loss.lostRight.value, 2)],
  ];
}

function classTable(classes: readonly ClassResult[]): string {
  const rows = [...classes].sort((a, b) => a.per1000.value - b.per1000.value);
  return table(
    ['class', 'cases', 'at 1 per 1,000', 'at 1 per 100', 'default', 'strong', '@1', '@10'],
    rows.map((one) => [
      labelOf(one.of) + (isApart(one.of) ? ' *(in no average)*' : ''),
      count(one.cases),
      shareText(one.per1000),
      shareText(one.per100),
      percent(one.possible.value),
      percent(one.strong.value),
      percent(one.at1.value),
      percent(one.at10.value),
    ]),
  );
}

function pairsSection({ pairs }: Accuracy): string[] {
  if (pairs.length === 0) return [];
  return [
    '## Pairs of ordinary company names',
    '',
    'Two names of one company or group against names of two companies that share a word, as found in trade data; threshold with the best F1 on the dev half.',
    '',
    table(
      ['matcher', 'pairs', 'threshold', 'precision', 'recall', 'F1'],
      pairs.map((p) => [
        p.matcher,
        count(p.pairs),
        p.threshold.toFixed(2),
        percent(p.precision.value),
        percent(p.recall.value),
        p.f1.toFixed(3),
      ]),
    ),
    '',
  ];
}

function bandTable(bands: readonly Band[]): string {
  return table(
    ['score', 'altered listed names', 'ordinary names', 'right alerts'],
    bands.map(({ from, to, right, wrong, precision }) => [
      `${from.toFixed(3)}–${to.toFixed(3)}`,
      count(right),
      count(wrong),
      right + wrong < 10 ? 'too few' : percent(precision),
    ]),
  );
}
