import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Activity } from '../domain/effect.ts';
import { type Coverage, coverageOf, DISCLAIMER, type OpenScreener } from '../screening/index.ts';
import type { BomLine } from './component.ts';
import type { BomFormat } from './formats.ts';
import type { BomInput } from './input/input.ts';
import type { BomLimits } from './limits.ts';
import { placeWords } from './place.ts';
import { DEFAULT_FAIL_LEVEL, type FailLevel, type Policy } from './policy/policy.ts';
import { NOT_WAIVED, type WaiverReport, Waivers } from './policy/waivers.ts';
import { openBom } from './read-bom.ts';
import { Answers, type Ask, askOf } from './screening/answers.ts';
import { assess, type Finding } from './screening/finding.ts';
import { isTooLong, Questions } from './screening/questions.ts';
import type { ChosenColumns } from './table/columns.ts';

/** What is asked about a bill of materials. What is left out here, the policy of the file says, else the default. */
export interface Inquiry {
  /** Default: every activity. */
  readonly activities?: readonly Activity[] | undefined;
  readonly lists?: readonly string[] | undefined;
  readonly threshold?: number | undefined;
  readonly failOn?: FailLevel | undefined;
  /** The day whose law is asked about; default today. */
  readonly asOf?: string | undefined;
}

/** A file to be examined. */
export interface BomFile {
  readonly input: BomInput;
  readonly format?: BomFormat | null;
  readonly columns?: ChosenColumns;
  readonly policy?: Policy | null;
}

export interface ExamineOptions {
  readonly inquiry?: Inquiry;
  readonly limits?: BomLimits;
  /** The clock by which waivers expire and the record is dated. */
  readonly now: () => Date;
  /** Who answers; default: the engine, and nothing is recorded. */
  readonly ask?: Ask;
  /** Waited for now and then, so that what is recorded keeps up with what is asked. */
  readonly settled?: () => Promise<void> | undefined;
  /** Told after every line that was read. */
  readonly onProgress?: (progress: Progress) => void;
}

/** How far an examination has come, over all its files. */
export interface Progress {
  readonly components: number;
  readonly bytes: number;
  readonly of: number;
}

/** What became of one file. */
export interface FileReport {
  readonly name: string;
  readonly format: BomFormat;
  readonly bytes: number;
  readonly sha256: string;
  readonly components: number;
  /** What a reader must know about how it was read. */
  readonly notes: readonly string[];
  /** The policy that it was examined by; null: none. */
  readonly policy: string | null;
  readonly activities: readonly Activity[] | null;
  readonly lists: readonly string[] | null;
  readonly failOn: FailLevel;
}

/** A whole examination: what was asked, what was found, what was not checked. */
export interface Examination {
  readonly examinedAt: string;
  readonly asOf: string;
  readonly files: readonly FileReport[];
  readonly findings: readonly Finding[];
  readonly components: number;
  /** Distinct questions that were put to the screener. */
  readonly questions: number;
  readonly waivers: readonly WaiverReport[];
  readonly coverage: Coverage;
  readonly disclaimer: string;
}

/** The longest that other work waits, in milliseconds. */
const SLICE = 10;

/**
 * Examines bills of materials: every component becomes the fewest questions, and
 * every distinct question is asked once for all files together.
 *
 *     lines -> questions -> one answer for each distinct one -> findings, grouped by answer
 *
 * @throws RedflagError `invalid-bom`, `too-large`, `invalid-request`
 * @example
 * const input = await fileInput('bom.csv');
 * const { findings } = await examine(openScreener(), [{ input }], { now: () => new Date() });
 */
export async function examine(
  engine: OpenScreener,
  files: readonly BomFile[],
  { inquiry = {}, limits, now, ask = askOf(engine), settled, onProgress }: ExamineOptions,
): Promise<Examination> {
  const started = now();
  const today = started.toISOString().slice(0, 10);
  const asOf = inquiry.asOf ?? today;
  const answers = new Answers(ask);
  const words = new Answers(askOf(engine));
  const isPartyName = (word: string) =>
    words
      .to({ product: { brand: word } })
      .screening.matches.some(({ strength }) => strength === 'exact');
  const questions = new Questions(engine.catalogue.devices(), isPartyName);
  const waiversOf = new Map<Policy, Waivers>();
  const findings: Finding[] = [];
  const reports: FileReport[] = [];
  const of = files.reduce((sum, { input }) => sum + input.size, 0);
  let components = 0;
  let bytes = 0;
  let turn = performance.now();

  for (const { input, format, columns, policy } of files) {
    const activities = inquiry.activities ?? policy?.activities ?? null;
    const lists = inquiry.lists ?? policy?.lists ?? null;
    const threshold = inquiry.threshold ?? policy?.threshold;
    const failOn = inquiry.failOn ?? policy?.failOn ?? DEFAULT_FAIL_LEVEL;
    const waivers = policy ? (waiversOf.get(policy) ?? new Waivers(policy, today)) : null;
    if (policy && waivers) waiversOf.set(policy, waivers);
    const [only, ...others] = activities ?? [];
    const asked = {
      asOf,
      ...(lists && { lists: [...lists] }),
      ...(threshold !== undefined && { threshold }),
      // One activity narrows designations as it does for a single name; several are told apart here.
      ...(only !== undefined && others.length === 0 && { activity: only }),
    };
    const notes = new Set<string>();
    let here = 0;
    const take = ({ place, component }: BomLine) => {
      here++;
      for (const question of questions.of(component)) {
        if (isTooLong(question)) {
          notes.add(`${placeWords(place)}: a name of more than 512 characters was not screened`);
          continue;
        }
        const answer = answers.to({ ...question.query, ...asked });
        const assessed = assess(question, answer.screening, activities);
        if (!assessed) continue;
        const alternative =
          component.alternative === undefined
            ? []
            : [`alternative ${component.alternative} of the makers approved for this line`];
        findings.push({
          ...{ place, component, failOn, answer, ...assessed },
          notes: [...question.notes, ...alternative],
          ...(waivers?.for(component, answer.screening) ?? NOT_WAIVED),
        });
      }
    };
    const before = bytes;
    const open = await openBom(input, {
      ...(format !== undefined && { format }),
      ...(columns && { columns }),
      ...(limits && { limits }),
      onBytes: (count) => {
        // A reader may read its input more than once: that does not count as progress.
        bytes = Math.min(bytes + count, before + input.size);
      },
    });
    for await (const item of open.items) {
      if (item.kind === 'note') notes.add(item.note);
      else {
        take(item.line);
        components++;
        onProgress?.({ components, bytes, of });
      }
      if (performance.now() - turn > SLICE) {
        await nextTurn();
        await settled?.();
        turn = performance.now();
      }
    }
    await settled?.();
    bytes = before + input.size;
    const sha256 = await hashOf(input);
    reports.push({
      ...{ name: input.name, format: open.format, bytes: input.size, sha256 },
      ...{ components: here, notes: [...notes], policy: policy?.file ?? null },
      ...{ activities, lists, failOn },
    });
  }

  const lists = listsOf(reports);
  return {
    examinedAt: started.toISOString(),
    asOf,
    files: reports,
    findings,
    components,
    questions: answers.distinct,
    waivers: [...waiversOf.values()].flatMap((waivers) => waivers.reports()),
    coverage: coverageOf(engine.catalogue, lists),
    disclaimer: DISCLAIMER,
  };
}

/** The lists that were asked about in any file; undefined: all. */
function listsOf(reports: readonly FileReport[]): string[] | undefined {
  if (reports.some(({ lists }) => lists === null)) return undefined;
  return [...new Set(reports.flatMap(({ lists }) => lists ?? []))];
}

async function hashOf(input: BomInput): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of input.bytes()) hash.update(piece);
  return hash.digest('hex');
}
