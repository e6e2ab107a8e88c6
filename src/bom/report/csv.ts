import { componentRecord } from '../component-record.ts';
import { bearers, type Finding } from '../screening/finding.ts';
import { matchedWords, verdictWords } from '../screening/wording.ts';
import { csvLine } from './csv-cell.ts';
import type { ReportWriter } from './writer.ts';

type Column = readonly [
  header: string,
  value: (finding: Finding) => string | number | null | undefined,
];

const columns: readonly Column[] = [
  ['file', ({ place }) => place.file],
  ['line', ({ place }) => place.line],
  ['cell', ({ place }) => place.cell && `${place.sheet ?? ''}!${place.cell}`],
  ['pointer', ({ place }) => place.pointer],
  ['consequence', ({ consequence }) => consequence],
  ['kind', ({ kind }) => kind],
  ['verdict', verdictWords],
  ['waived', ({ waiver }) => (waiver ? 'yes' : 'no')],
  [
    'waiver',
    ({ waiver }) => waiver && `${waiver.reason} (${waiver.approver}, until ${waiver.expires})`,
  ],
  ['party', ({ party }) => party.id],
  ['party name', ({ party }) => party.name],
  ['path', ({ path }) => path],
  ['matched on', matchedWords],
  ['role', ({ role }) => role],
  ...(
    [
      'name',
      'version',
      'manufacturer',
      'brand',
      'supplier',
      'model',
      'mac',
      'fccId',
      'cpe',
      'purl',
      'description',
    ] as const
  ).map((field): Column => [field, ({ component }) => componentRecord(component)[field]]),
  ['lists', ({ answer }) => listsOf(answer.screening)],
  ['notes', ({ notes }) => notes.join('; ')],
  ['screening', ({ answer }) => answer.screening.id],
];

/** One row a finding, for a spreadsheet. No cell is a live formula. */
export const csvReport: ReportWriter = function* ({ findings }) {
  yield row(columns.map(([header]) => header));
  for (const finding of findings)
    yield row(columns.map(([, value]) => String(value(finding) ?? '')));
};

function listsOf(screening: Finding['answer']['screening']): string {
  const lists = bearers(screening).flatMap(({ designations }) =>
    designations.map(({ list }) => list.id),
  );
  return [...new Set(lists)].join(' ');
}

function row(cells: readonly string[]): string {
  return csvLine(cells, ',', '\r\n');
}
