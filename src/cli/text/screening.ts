import type { Match, Screening } from '../../screening/answer.ts';
import { coverageLines } from './coverage.ts';
import { designationLines, disagreementRows } from './designation.ts';
import { Footnotes } from './footnotes.ts';
import { type Layout, printable, printableWithin } from './layout.ts';
import {
  explanationRows,
  relationWords,
  styledConsequence,
  styledOutcome,
  verdict,
} from './words.ts';

/**
 * An answer as a person reads it: the outcome, the parties with the reasons,
 * what the lists say, the documents, and what was not checked.
 */
export function screeningText(name: string, answer: Screening, layout: Layout): string {
  const screening = printableWithin(answer);
  const notes = new Footnotes();
  const matches = screening.matches.flatMap((match, index) => [
    '',
    ...matchLines(match, index + 1, notes, layout),
  ]);
  const documents = notes.lines(layout);
  return [
    layout.style('bold', printable(name)),
    ...layout.paragraph(verdict(screening), `${styledOutcome(layout, screening.outcome)}: `),
    ...determinationLines(screening, layout),
    ...matches,
    ...(documents.length > 0 ? ['', layout.style('bold', 'Documents'), ...documents] : []),
    '',
    ...coverageLines(screening.coverage, layout),
    '',
    ...layout.paragraph(screening.disclaimer),
    layout.style('dim', `${screening.id}, ${screening.screenedAt}`),
    '',
  ].join('\n');
}

function determinationLines({ determinations }: Screening, layout: Layout): string[] {
  if (determinations.length === 0) return [];
  const head = ['ACTIVITY', 'CONSEQUENCE', 'LIST', 'LISTED PARTY', 'SINCE'];
  const rows = determinations.map(({ activity, consequence, from, to, list, party }) => [
    activity,
    styledConsequence(layout, consequence),
    list,
    party,
    `${from ?? 'not stated'}${to === null ? '' : ` until ${to}`}`,
  ]);
  return ['', ...layout.table([head.map((cell) => layout.style('dim', cell)), ...rows], '  ')];
}

/** What a person decided before on this query and party. */
function decidedRows({ decided }: Match): string[][] {
  if (decided === undefined) return [];
  const { decision, by, at, reason } = decided;
  return [['decided', `${relationWords(decision)}, says ${by} (${at.slice(0, 10)}): ${reason}`]];
}

function matchLines(match: Match, number: number, notes: Footnotes, layout: Layout): string[] {
  const { party, matchedOn, reach } = match;
  const indent = '   ';
  const country = party.country ?? 'country not stated';
  const about = `${party.kind}, ${country}; score ${match.score.toFixed(2)}, ${match.strength}`;
  const title = `${layout.style('bold', party.name)} (${party.id}): ${about}`;
  const type = matchedOn.nameType === null ? '' : ` (${relationWords(matchedOn.nameType)})`;
  const rows = [
    [
      'matched',
      `${matchedOn.field} "${matchedOn.listed}"${type} ${notes.refer(matchedOn.citations)}`,
    ],
    ...(matchedOn.note === null ? [] : [['', matchedOn.note]]),
    ...disagreementRows(matchedOn.disagreements, notes),
    ...explanationRows(match.explanation),
    ...(reach.note === null ? [] : [['reach', reach.note]]),
    ...decidedRows(match),
    ...match.leads.map((lead) => {
      const other = `${relationWords(lead.relation)} ${lead.party.name} (${lead.party.id})`;
      const note = lead.note === null ? '' : `; ${lead.note}`;
      return ['lead', `${other}, evidence: ${lead.evidence}${note} ${notes.refer(lead.citations)}`];
    }),
  ];
  const designations = match.designations.flatMap((designation) => [
    '',
    ...designationLines(designation, notes, layout, indent),
  ]);
  return [
    ...layout.paragraph(title, `${number}. `),
    ...layout.table(rows, indent),
    ...(designations.length > 0
      ? designations
      : [`${indent}No designation of this party was asked about or had begun by that day.`]),
  ];
}
