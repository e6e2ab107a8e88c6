import type { ListProfile, ListSummary } from '../../screening/list-profile.ts';
import { effectWords } from './designation.ts';
import { Footnotes } from './footnotes.ts';
import { type Layout, printableWithin } from './layout.ts';
import { counted, periodWords, relationWords, statusWords } from './words.ts';

/** The lists loaded, one a line. */
export function listsText(answer: readonly ListSummary[], layout: Layout): string {
  const head = ['LIST', 'PARTIES', 'AS OF', 'NAME'];
  const rows = printableWithin(answer).map(({ id, parties, asOf, complete, name }) => [
    id,
    `${parties}${complete ? '' : ' (part)'}`,
    asOf,
    name,
  ]);
  return [...layout.table([head.map((cell) => layout.style('dim', cell)), ...rows]), ''].join('\n');
}

/** One list: what it does, to whom, since when, how far it reaches, on which documents. */
export function listText(answer: ListProfile, layout: Layout): string {
  const list = printableWithin(answer);
  const notes = new Footnotes();
  const part = list.complete ? 'all that it names' : 'a curated part of those that it names';
  const rows = [
    ['agency', `${list.agency} (${list.jurisdiction})`],
    ['authority', list.authority],
    ['about', `${list.summary} ${notes.refer(list.citations)}`],
    ['binds', list.binds],
    ...list.periods.map(({ status, note, citations, ...period }, index) => [
      index === 0 ? 'status' : '',
      `${statusWords(status)} ${periodWords(period)}${note === undefined ? '' : `; ${note}`} ${notes.refer(citations)}`,
    ]),
    ...list.effects.map((effect) => [effect.activity, effectWords(effect, notes, layout)]),
    ...list.reach.flatMap((reach) => [
      ['reach', `${relationWords(reach.rule)}: ${reach.summary} ${notes.refer(reach.citations)}`],
      ...reach.periods.map(({ status, confirmed, note, citations, ...period }) => {
        const doubt = confirmed ? '' : ' (no document confirms it)';
        const why = note === undefined ? '' : `; ${note}`;
        const words = `${statusWords(status)} ${periodWords(period)}${doubt}${why}`;
        return ['', `${words} ${notes.refer(citations)}`];
      }),
    ]),
    ...list.editions.map(({ date, complete, withdrawn, note, citations }, index) => {
      const state = `${complete ? 'complete' : 'in part'}${withdrawn ? ', withdrawn' : ''}`;
      const why = note === undefined ? '' : `; ${note}`;
      return [index === 0 ? 'editions' : '', `${date}, ${state}${why} ${notes.refer(citations)}`];
    }),
    ...list.classes.map(({ text, from, exceptions, citations }) => {
      const except = exceptions.length === 0 ? '' : `; except: ${exceptions.join('; ')}`;
      const since = from === null ? '' : `, since ${from}`;
      return ['class', `${text}${since}${except} ${notes.refer(citations)}`];
    }),
    [
      'parties',
      `${counted(list.parties, 'party', 'parties')} loaded, ${part}, as of ${list.asOf}: ${list.members.join(', ')}`,
    ],
  ];
  return [
    ...layout.paragraph(`${layout.style('bold', list.name)} (${list.id})`),
    ...layout.table(rows, '  '),
    '',
    layout.style('bold', 'Documents'),
    ...notes.lines(layout),
    '',
  ].join('\n');
}
