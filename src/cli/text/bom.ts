import {
  bearers,
  countsOf,
  type Examination,
  type FindingGroup,
  groupFindings,
  labelOf,
  matchedWords,
  partyWords,
  placeWords,
  verdictWords,
} from '../../bom/index.ts';
import { coverageLines } from './coverage.ts';
import { Footnotes } from './footnotes.ts';
import { type Layout, printable, printableWithin } from './layout.ts';
import { counted, styledConsequence } from './words.ts';

/** Lines of a group that are printed; the other formats have them all. */
const LINES = 12;

/** An examination as a person reads it: what was found where, by which documents, and what was not checked. */
export function bomText(examination: Examination, layout: Layout): string {
  const { findings, files, waivers, coverage, disclaimer } = examination;
  const notes = new Footnotes();
  const groups = groupFindings(findings).flatMap((group) => [
    '',
    ...groupLines(group, notes, layout),
  ]);
  const documents = notes.lines(layout);
  const read = files.flatMap(({ name, notes }) => notes.map((note) => [`${name}:`, note]));
  const spent = waivers.map(({ state, waiver, file, line }) => [
    `${state}:`,
    `${waiver.party} in ${waiver.component}, until ${waiver.expires} (${file}:${line})`,
  ]);
  return [
    layout.style('bold', headline(examination)),
    ...groups,
    ...section('How the files were read', read, layout),
    ...section('Waivers to look at', spent, layout),
    ...(documents.length > 0 ? ['', layout.style('bold', 'Documents'), ...documents] : []),
    '',
    ...coverageLines(printableWithin(coverage), layout),
    '',
    ...layout.paragraph(disclaimer),
    '',
  ].join('\n');
}

/** `14 findings in 17 components, 12 at or above the fail level: 11 prohibited, ...`. */
export function headline({ findings, components, asOf, coverage }: Examination): string {
  const { failing, waived, byConsequence, byKind } = countsOf(findings);
  const read = counted(components, 'component', 'components');
  if (findings.length === 0) {
    return `NO MATCH in ${read}: in ${counted(coverage.lists.length, 'list', 'lists')} as of ${asOf}`;
  }
  const undetermined = (['possible-match', 'provenance', 'lead'] as const).flatMap((kind) =>
    byKind[kind] ? [`${byKind[kind]} ${kind}`] : [],
  );
  const of = [
    ...Object.entries(byConsequence)
      .reverse()
      .map(([consequence, count]) => `${count} ${consequence}`),
    ...undetermined,
  ];
  const set = waived > 0 ? `, ${waived} waived` : '';
  return `${counted(findings.length, 'finding', 'findings')} in ${read}, ${failing} at or above the fail level${set}: ${of.join(', ')}`;
}

function section(title: string, rows: readonly string[][], layout: Layout): string[] {
  if (rows.length === 0) return [];
  return [
    '',
    layout.style('bold', title),
    ...layout.table(
      rows.map((row) => row.map(printable)),
      '  ',
    ),
  ];
}

function groupLines(
  { sample, findings }: FindingGroup,
  notes: Footnotes,
  layout: Layout,
): string[] {
  const { consequence, waiver } = sample;
  const verdict =
    consequence === null ? verdictWords(sample) : styledConsequence(layout, consequence);
  const waived = waiver ? ', waived' : '';
  const rows = findings
    .slice(0, LINES)
    .map(({ place, component, matched }) => [
      printable(placeWords(place)),
      printable(labelOf(component)),
      matchedWords({ matched }),
    ]);
  const more = findings.length - LINES;
  const remarks = [...new Set(findings.flatMap((finding) => finding.notes))];
  return [
    ...layout.paragraph(
      `${layout.style('bold', printable(partyWords(sample)))}: ${verdict}${waived}`,
    ),
    ...layout.table(rows, '  '),
    ...(more > 0 ? [`  and ${more.toLocaleString('en')} more`] : []),
    ...remarks.slice(0, LINES).flatMap((remark) => layout.paragraph(printable(remark), '  note: ')),
    ...(waiver
      ? layout.paragraph(
          printable(`${waiver.reason} (approved by ${waiver.approver}, until ${waiver.expires})`),
          '  waived: ',
        )
      : []),
    ...reasonLines(sample, notes, layout),
  ];
}

/** What each list says of the party, and the documents that say so. */
function reasonLines(
  { answer, kind }: FindingGroup['sample'],
  notes: Footnotes,
  layout: Layout,
): string[] {
  const screening = printableWithin(answer.screening);
  const matches = bearers(screening);
  const rows = matches.flatMap(({ designations }) =>
    designations.map(({ list, status, via, citations }) => {
      const said = screening.determinations
        .filter((determination) => determination.list === list.id)
        .map(({ activity, consequence }) => `${activity} ${consequence}`);
      const path = via.map(({ to }) => ` -> ${to}`).join('');
      const what = said.length > 0 && kind === 'match' ? said.join(', ') : status.replace('-', ' ');
      const steps = via.flatMap((step) => step.citations);
      return [`${list.id}:`, `${what}${path} ${notes.refer([...citations, ...steps])}`];
    }),
  );
  const leads = matches.flatMap(({ leads }) =>
    leads.map((lead) => [
      `${lead.relation} ${lead.party.id}:`,
      `evidence ${lead.evidence}${lead.note ? `; ${lead.note}` : ''} ${notes.refer(lead.citations)}`,
    ]),
  );
  const known = matches.map(({ party, matchedOn }) => [
    `${party.id}:`,
    `${matchedOn.field} "${matchedOn.listed}" ${notes.refer(matchedOn.citations)}`,
  ]);
  // Several parties may bear one finding: each list is printed once, of the likeliest.
  const distinct = new Map([...known, ...rows, ...leads].toReversed().map((row) => [row[0], row]));
  return layout.table([...distinct.values()].toReversed(), '    ');
}
