import { componentRecord } from '../component-record.ts';
import type { Examination } from '../examine.ts';
import type { Answer } from '../screening/answers.ts';
import { countsOf } from '../screening/counts.ts';
import type { Finding } from '../screening/finding.ts';
import { groupFindings } from '../screening/groups.ts';
import type { ReportWriter } from './writer.ts';

/**
 * Findings in which one answer stands whole; an answer has up to 100 kB, and
 * 100,000 lines may have the same.
 */
const WHOLE = 20;
/** Places that a group prints; each finding has its own. */
const PLACES = 10;

/** The answer of `POST /screen/bom` and of `--format json`. */
export const jsonReport: ReportWriter = function* (examination) {
  yield '{"findings":[';
  const written = new Map<Answer, Written>();
  for (const [index, finding] of examination.findings.entries()) {
    const { first, times } = written.get(finding.answer) ?? { first: index, times: 0 };
    written.set(finding.answer, { first, times: times + 1 });
    const screening = times < WHOLE ? finding.answer.json() : briefly(finding, first);
    yield `${index === 0 ? '' : ','}\n${findingJson(finding, screening)}`;
  }
  const { coverage, disclaimer } = examination;
  const rest = { summary: summaryOf(examination), coverage, disclaimer };
  yield `],\n${JSON.stringify(rest).slice(1)}\n`;
};

/** Where an answer first stood, and how often it stands so far. */
interface Written {
  readonly first: number;
  readonly times: number;
}

/** An answer that stands in many findings already: its result, and the finding that has it whole. */
function briefly({ answer }: Finding, first: number): string {
  const { id, outcome, asOf, determinations } = answer.screening;
  return JSON.stringify({ id, outcome, asOf, determinations, wholeIn: `/findings/${first}` });
}

function findingJson(finding: Finding, screening: string): string {
  const { place, component, consequence, kind, role, party, path, matched, notes } = finding;
  const { waiver, expiredWaiver } = finding;
  const own = JSON.stringify({
    location: place,
    component: componentRecord(component),
    ...{ kind, role, consequence, waived: waiver !== null, waiver, expiredWaiver },
    ...{ party, path, matched, notes },
  });
  return `${own.slice(0, -1)},"screening":${screening}}`;
}

export function summaryOf(examination: Examination) {
  const { examinedAt, asOf, files, components, questions, findings, waivers } = examination;
  const groups = groupFindings(findings).map(({ sample, findings }) => ({
    party: sample.party,
    ...{ kind: sample.kind, role: sample.role, consequence: sample.consequence },
    ...{ path: sample.path, waived: sample.waiver !== null },
    findings: findings.length,
    locations: findings.slice(0, PLACES).map(({ place }) => place),
  }));
  return { examinedAt, asOf, components, questions, ...countsOf(findings), groups, files, waivers };
}
