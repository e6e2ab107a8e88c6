import type { DifferenceSummary, PartyDifference } from '../../catalogue/difference.ts';
import { formatProblem } from '../../catalogue/problem.ts';
import type { FeedStatus, ImportResult, ProblemPage } from '../../lists/index.ts';
import { type Layout, printableWithin } from './layout.ts';
import { counted } from './words.ts';

/** What an import or refresh did, one list a line. */
export function importText({ outcomes, undecided }: ImportResult, layout: Layout): string {
  const rows = outcomes.map((one) => {
    if (one.outcome === 'failed') return [one.feed, 'failed', 'the version before is kept'];
    const { records, blocks, names, lost, problems, date } = one.manifest;
    const what =
      blocks > 0
        ? counted(blocks, 'block', 'blocks')
        : `${counted(records, 'record', 'records')} with ${counted(names, 'name', 'names')}`;
    const wrong = `${lost} lost, ${counted(problems, 'problem', 'problems')}`;
    return [one.feed, one.outcome, `version of ${date}: ${what}; ${wrong}`];
  });
  const open = undecided.flatMap(({ what, reason }) =>
    layout.paragraph(`not joined: ${what}: ${reason}`),
  );
  return [...layout.table(printableWithin(rows)), ...printableWithin(open), ''].join('\n');
}

/** What was wrong with the rows of a list file, a line each. */
export function problemsText({ problems, total }: ProblemPage): string {
  const lines = printableWithin(problems).map((problem) => {
    const record = problem.record === null ? '' : ` (record ${problem.record})`;
    return `${formatProblem(problem)}${record}${problem.lost ? '; the row is lost' : ''}`;
  });
  const more =
    total > lines.length ? [`and ${total - lines.length} more, which were not kept`] : [];
  return total === 0 ? 'Nothing was wrong.\n' : [...lines, ...more, ''].join('\n');
}

/** Which version of each list file is in use, and how old it is. */
export function statusText(status: readonly FeedStatus[], layout: Layout): string {
  if (status.length === 0) return 'No list file has been imported: try "redflag lists refresh".\n';
  const head = ['LIST', 'VERSION', 'AGE', 'RECORDS', 'LAST LOOK'];
  const rows = status.map(
    ({ feed, version, ageDays, checkedDaysAgo, stale, lastAttempt, error }) => [
      feed,
      version?.date ?? 'none',
      ageDays === null ? '' : days(ageDays),
      version === null ? '' : String(version.records + version.blocks),
      [
        checkedDaysAgo === null ? 'never with success' : `${days(checkedDaysAgo)} ago`,
        ...(stale ? ['STALE'] : []),
        ...(error === null ? [] : [`failed on ${lastAttempt?.at.slice(0, 10)}: ${error}`]),
      ].join('; '),
    ],
  );
  const table = [head.map((cell) => layout.style('dim', cell)), ...printableWithin(rows)];
  return [...layout.table(table), ''].join('\n');
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

/** What differs between two versions, a party a paragraph. */
export function differenceText(
  parties: readonly PartyDifference[],
  summary: DifferenceSummary,
  layout: Layout,
): string {
  const { before, after, names, designations, lists } = summary;
  const counts = (of: { added: number; removed: number; changed?: number }) =>
    [
      `${of.added} added`,
      ...(of.changed === undefined ? [] : [`${of.changed} changed`]),
      `${of.removed} removed`,
    ].join(', ');
  return [
    `${before.version} (${before.builtAt.slice(0, 10)}) -> ${after.version} (${after.builtAt.slice(0, 10)})`,
    ...layout.table([
      ['parties', counts(summary.parties)],
      ['names', counts(names)],
      ['designations', counts(designations)],
      ...lists.map(({ list, asOf }) => [
        `list ${list}`,
        `${asOf.before ?? 'none'} -> ${asOf.after ?? 'none'}`,
      ]),
    ]),
    ...printableWithin(parties).flatMap((party) => partyLines(party, layout)),
    '',
  ].join('\n');
}

function partyLines(difference: PartyDifference, layout: Layout): string[] {
  const { party, change, names, designations, fields } = difference;
  const mark = { added: '+', removed: '-', changed: '~' }[change];
  return [
    ...layout.paragraph(`${layout.style('bold', party.name)} (${party.id})`, `${mark} `),
    ...names.added.flatMap(({ name }) => layout.paragraph(name, '    + name ')),
    ...names.removed.flatMap(({ name }) => layout.paragraph(name, '    - name ')),
    ...designations.added.flatMap(({ list, entry }) =>
      layout.paragraph(`${list}: ${entry}`, '    + '),
    ),
    ...designations.removed.flatMap(({ list, entry, status }) =>
      layout.paragraph(`${list}: ${entry} (${status})`, '    - '),
    ),
    ...designations.changed.flatMap(({ list, entry, fields: changed }) =>
      layout.paragraph(`${list}: ${entry}: ${changed.join(', ')}`, '    ~ '),
    ),
    ...(fields.length === 0 ? [] : layout.paragraph(fields.join(', '), '    ~ ')),
  ];
}
