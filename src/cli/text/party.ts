import type { PartyProfile } from '../../screening/profile.ts';
import {
  designationLines,
  disagreementRows,
  effectWords,
  entryWords,
  reportWords,
  stepWords,
} from './designation.ts';
import { Footnotes } from './footnotes.ts';
import { type Layout, printableWithin } from './layout.ts';
import { relationWords, statusWords } from './words.ts';

type Designation = PartyProfile['designations'][number];
type Period = Designation['periods'][number];
type Between = { readonly from?: string | undefined; readonly to?: string | undefined };

/** A party as a person reads it: who it is, whom it belongs to, what the law said when, and the documents. */
export function partyText(answer: PartyProfile, between: Between, layout: Layout): string {
  const party = printableWithin(answer);
  const notes = new Footnotes();
  const heading = (text: string) => ['', layout.style('bold', text)];
  const section = (title: string, lines: string[]) =>
    lines.length === 0 ? [] : [...heading(title), ...lines];
  const table = (rows: string[][]) => layout.table(rows, '  ');
  const country = party.country ?? 'country not stated';
  const body = [
    ...layout.paragraph(
      `${layout.style('bold', party.name)} (${party.id}): ${party.kind}, ${country}`,
    ),
    ...section(
      'Names',
      table(
        party.names.flatMap(({ name, type, citations, disagreements }) => [
          [relationWords(type), `${name} ${notes.refer(citations)}`],
          ...disagreementRows(disagreements, notes),
        ]),
      ),
    ),
    ...section(
      'Identifiers, dates and addresses',
      table([
        ...party.identifiers.map(({ scheme, value, citations }) => [
          scheme,
          `${value} ${notes.refer(citations)}`,
        ]),
        ...party.birthDates.map(({ date, citations }) => [
          'born',
          `${date} ${notes.refer(citations)}`,
        ]),
        ...party.addresses.map(({ text, citations }) => [
          'address',
          `${text} ${notes.refer(citations)}`,
        ]),
      ]),
    ),
    ...section('Belongs to', relationLines(party.relations, notes, layout)),
    ...section('Belonging to it', relationLines(party.relatedBy, notes, layout)),
    ...section('Timeline', table(timelineRows(party.designations, layout))),
    ...party.designations.flatMap((designation) => ['', ...ownLines(designation, notes, layout)]),
    ...section(
      'Reached today through others',
      party.reached.flatMap((designation, index) => [
        ...(index === 0 ? [] : ['']),
        ...designationLines(designation, notes, layout, '  '),
      ]),
    ),
    ...(party.changes === null
      ? []
      : [...heading(changesTitle(between)), ...table(changeRows(party.changes, notes))]),
    ...section(
      'Notes',
      party.notes.flatMap(({ text, citations }) =>
        layout.paragraph(`${text} ${notes.refer(citations)}`, '  '),
      ),
    ),
  ];
  return [...body, ...section('Documents', notes.lines(layout)), ''].join('\n');
}

function relationLines(
  relations: PartyProfile['relations'],
  notes: Footnotes,
  layout: Layout,
): string[] {
  return relations.flatMap((relation) => [
    ...layout.paragraph(`${relation.other.name}: ${stepWords(relation, notes)}`, '  - '),
    ...layout.table(disagreementRows(relation.disagreements, notes), '    '),
  ]);
}

/** Every period of every designation by date: the whole of what the law said when, on a few lines. */
function timelineRows(designations: readonly Designation[], layout: Layout): string[][] {
  return designations
    .flatMap(({ list, periods }) => periods.map((period) => ({ list: list.id, period })))
    .sort((a, b) => startOf(a.period).localeCompare(startOf(b.period)))
    .map(({ list, period }) => [
      startOf(period),
      period.to ?? '',
      layout.style(period.status === 'in-force' ? 'bold' : 'dim', statusWords(period.status)),
      list,
    ]);
}

/** The day from which a period is known: its start, or `seen` and the first document that shows it. */
function startOf({ from, seenOn }: Period): string {
  return from ?? `${seenOn ?? ''} seen`;
}

function ownLines(designation: Designation, notes: Footnotes, layout: Layout): string[] {
  const { list, entry, periods, editions, effects } = designation;
  const rows = [
    ['entry', entryWords(entry)],
    ...periods.flatMap((period) => periodRows(period, notes, layout)),
    ...editions.map(({ date, name, citations }) => [
      'edition',
      `${date}, as "${name}" ${notes.refer(citations)}`,
    ]),
    ...effects.map((effect) => [effect.activity, effectWords(effect, notes, layout)]),
  ];
  const title = `${layout.style('bold', list.name)} (${list.id}), ${list.agency}`;
  return [...layout.paragraph(title), ...layout.table(rows, '  ')];
}

function periodRows(period: Period, notes: Footnotes, layout: Layout): string[][] {
  const { status, to, scope, report, note, citations, disagreements } = period;
  const words = [
    `${layout.style('bold', statusWords(status))}${to === null ? '' : ` until ${to}`}`,
    scope === null ? '' : `scope: ${scope}`,
    note ?? '',
    report === undefined ? '' : reportWords(report),
  ];
  return [
    [
      startOf(period),
      `${words.filter((word) => word !== '').join('; ')} ${notes.refer(citations)}`,
    ],
    ...disagreementRows(disagreements, notes),
  ];
}

function changesTitle({ from, to }: Between): string {
  const after = from === undefined ? '' : ` after ${from}`;
  const until = to === undefined ? '' : ` up to ${to}`;
  return `What the law changed${after}${until}`;
}

function changeRows(changes: NonNullable<PartyProfile['changes']>, notes: Footnotes): string[][] {
  if (changes.length === 0) return [['nothing in the catalogue']];
  return changes.map(({ date, list, change, summary, citations }) => [
    date,
    list,
    `${change === 'status' ? '' : `${relationWords(change)}: `}${summary} ${notes.refer(citations)}`,
  ]);
}
