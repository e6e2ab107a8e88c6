import { csvLine } from '../../bom/index.ts';
import { RedflagError } from '../../domain/error.ts';
import type { AnsweredDesignation, Cited, Match, Screening } from '../../screening/answer.ts';
import { periodWords, statusWords } from '../text/words.ts';
import type { CsvFile, CsvRecord } from './records.ts';
import { type AnsweredRow, rowProblem } from './rows.ts';

/** The columns that an answer adds to those of the file. */
export const answerColumns = [
  'outcome',
  'party_id',
  'party_name',
  'matched_name',
  'score',
  'strength',
  'consequence',
  'activity',
  'list',
  'status',
  'citation',
  'note',
] as const;

type AnswerCells = Readonly<Partial<Record<(typeof answerColumns)[number], string>>>;

/** The file again, each row with its answer behind it. */
export class CsvAnswer {
  readonly #file: CsvFile;

  constructor(file: CsvFile) {
    this.#file = file;
  }

  get opening(): string {
    const { header, dialect } = this.#file;
    const taken = new Set(header);
    // A file that was answered before keeps its columns; ours are told apart by a prefix.
    const own = answerColumns.map((title) => {
      let name: string = title;
      while (taken.has(name)) name = `redflag_${name}`;
      return name;
    });
    return (dialect.byteOrderMark ? '\ufeff' : '') + this.#line([...header, ...own]);
  }

  row(row: AnsweredRow): string {
    const { answer, record } = row;
    const cells =
      answer instanceof RedflagError
        ? { outcome: 'error', note: refusedNote(row, answer, record) }
        : answerCells(answer);
    const kept = this.#file.header.map((_, at) => record.cells[at] ?? '');
    return this.#line([...kept, ...answerColumns.map((column) => cells[column] ?? '')]);
  }

  get closing(): string {
    return '';
  }

  #line(cells: readonly string[]): string {
    const { delimiter, newline } = this.#file.dialect;
    return csvLine(cells, delimiter, newline);
  }
}

/** Nothing of a row is lost: what could not be put into its columns stands in the note. */
function refusedNote(row: AnsweredRow, error: RedflagError, record: CsvRecord): string {
  const written =
    record.problem !== null && record.raw !== null
      ? `; it reads: ${record.raw}`
      : record.cells.length > 0 && error.complaints.every(({ path }) => path === '')
        ? `; it reads: ${record.cells.join(' | ')}`
        : '';
  return `not screened: ${rowProblem(row, error)}${written}`;
}

function answerCells(screening: Screening): AnswerCells {
  const { outcome, determinations, matches } = screening;
  const decisive = decisiveOf(screening);
  if (!decisive) return { outcome };
  const { match, designation } = decisive;
  const strongest = determinations[0];
  const others = matches.filter((other) => other !== match && other.designations.length > 0);
  const notes = [
    designation.via.length > 0
      ? `reached through ${designation.via.map(({ to }) => to).join(', ')}`
      : '',
    match.strength === 'possible' ? 'a person must verify it' : '',
    [
      ...new Set(determinations.map(({ activity, consequence }) => `${activity} ${consequence}`)),
    ].join(', '),
    others.length > 0 ? `also ${others.map(({ party }) => party.id).join(', ')}` : '',
  ];
  const [citation] = designation.citations;
  return {
    outcome,
    party_id: match.party.id,
    party_name: match.party.name,
    matched_name: match.matchedOn.listed,
    score: match.score.toFixed(3),
    strength: match.strength,
    ...(strongest && { consequence: strongest.consequence, activity: strongest.activity }),
    list: designation.list.id,
    status: `${statusWords(designation.status)} ${periodWords(designation)}`,
    ...(citation && { citation: citationWords(citation) }),
    note: notes.filter((note) => note !== '').join('; '),
  };
}

/** The match and designation that decide a row: those on which the strongest determination stands, else the likeliest. */
function decisiveOf({
  determinations,
  matches,
}: Screening): { match: Match; designation: AnsweredDesignation } | undefined {
  const ground = determinations[0]?.grounds[0];
  const match = ground ? matches[ground.match] : matches.find(({ counts }) => counts);
  const designation = match?.designations[ground?.designation ?? 0];
  return match && designation && { match, designation };
}

function citationWords({ title, publisher, date, locator, url }: Cited): string {
  return [title, publisher, date, locator, url].filter((part) => part !== null).join(', ');
}
