import type { AnsweredDesignation } from '../../screening/answer.ts';
import type { Footnotes } from './footnotes.ts';
import type { Layout } from './layout.ts';
import { periodWords, relationWords, statusWords, styledConsequence } from './words.ts';

type Effect = AnsweredDesignation['effects'][number];
type Step = AnsweredDesignation['via'][number];
type Disagreement = AnsweredDesignation['disagreements'][number];

/** One designation: the list, how the entry stands, by which path it reaches, what it does, on which documents. */
export function designationLines(
  designation: AnsweredDesignation,
  notes: Footnotes,
  layout: Layout,
  indent: string,
): string[] {
  const { list, status, scope, note, report, reach, editions } = designation;
  const standing = `${layout.style('bold', statusWords(status))} ${periodWords(designation)}`;
  const rows = [
    ['status', `${standing} ${notes.refer(designation.citations)}`],
    ['entry', entryWords(designation.entry)],
    ...(scope === null ? [] : [['scope', scope]]),
    ...(note === null ? [] : [['note', note]]),
    ...(report === null ? [] : [['reported', reportWords(report)]]),
    ...designation.via.flatMap((step) => [
      ['via', stepWords(step, notes)],
      ...disagreementRows(step.disagreements, notes),
    ]),
    ...(reach === null ? [] : [['reach', reachWords(reach, notes)]]),
    ...(editions.length === 0 ? [] : [['editions', editions.map(({ date }) => date).join(', ')]]),
    ...designation.effects.map((effect) => [effect.activity, effectWords(effect, notes, layout)]),
    ...disagreementRows(designation.disagreements, notes),
  ];
  const title = `${layout.style('bold', list.name)} (${list.id}), ${list.agency}`;
  return [...layout.paragraph(title, indent), ...layout.table(rows, `${indent}  `)];
}

/** The entry as the list prints it. */
export function entryWords(entry: AnsweredDesignation['entry']): string {
  return [
    `"${entry.name}"`,
    entry.record === null ? '' : `record ${entry.record}`,
    entry.programme === null ? '' : `programme ${entry.programme}`,
    entry.licenceRequirement === null ? '' : `licence requirement: ${entry.licenceRequirement}`,
    entry.licencePolicy === null ? '' : `licence policy: ${entry.licencePolicy}`,
    entry.federalRegister ?? '',
  ]
    .filter((part) => part !== '')
    .join('; ');
}

/** Who reported a measure, on whose word, and what became of it. */
export function reportWords(report: NonNullable<AnsweredDesignation['report']>): string {
  const word = report.attributedTo === null ? '' : `, on the word of ${report.attributedTo}`;
  return `by ${report.by}${word}; ${report.outcome}`;
}

/** `ezviz -- subsidiary of --> hikvision (60 %), since 2019, evidence: filing [3]`. */
export function stepWords(step: Omit<Step, 'disagreements'>, notes: Footnotes): string {
  const share = step.percent === null ? '' : ` (${step.percent} %)`;
  const since = step.since === null ? '' : `, since ${step.since}`;
  const until = step.until === null ? '' : `, until ${step.until}`;
  const note = step.note ? `; ${step.note}` : '';
  const relation = `${step.from} -- ${relationWords(step.relation)} --> ${step.to}`;
  const limits = `${share}${since}${until}, evidence: ${step.evidence}${note}`;
  return `${relation}${limits} ${notes.refer(step.citations)}`;
}

function reachWords(reach: NonNullable<AnsweredDesignation['reach']>, notes: Footnotes): string {
  const confirmed = reach.confirmed ? '' : ', which no document confirms for this day';
  const standing = `${relationWords(reach.rule)}, ${statusWords(reach.status)}${confirmed}`;
  return `${standing}: ${reach.summary} ${notes.refer(reach.citations)}`;
}

/** What a list does for one activity: consequence, dates, summary, limits, documents. */
export function effectWords(effect: Effect, notes: Footnotes, layout: Layout): string {
  const consequence = styledConsequence(layout, effect.consequence);
  // An effect without dates of its own holds as long as the designation.
  const dated = effect.from !== null || effect.to !== null;
  const dates = dated ? `, ${periodWords(effect)}` : '';
  const parts = [
    `${consequence}${dates}: ${effect.summary}`,
    effect.scope === null ? '' : `Scope: ${effect.scope}`,
    effect.exceptions.length === 0 ? '' : `Except: ${effect.exceptions.join('; ')}`,
    `Binds ${effect.binds}`,
  ];
  const sentences = parts.filter((part) => part !== '').map(closed);
  return `${sentences.join(' ')} ${notes.refer(effect.citations)}`;
}

/** The other witnesses: what they say, what is followed instead, and why. */
export function disagreementRows(
  disagreements: readonly Disagreement[],
  notes: Footnotes,
): string[][] {
  return disagreements.map(({ field, value, followed, reason, citations }) => {
    const instead = followed === null ? '' : `; followed: ${followed}`;
    return ['but', closed(`${field}: ${value} ${notes.refer(citations)}${instead}; ${reason}`)];
  });
}

function closed(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
