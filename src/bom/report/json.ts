import { componentRecord } from '../component-record.ts';
import type { Examination } from '../examine.ts';
import { countsOf } from '../screening/counts.ts';
import type { Finding } from '../screening/finding.ts';
import { groupFindings } from '../screening/groups.ts';
import type { ReportWriter } from './report.ts';

/** Places that a group prints; each finding has its own. */
const PLACES = 10;

/** The answer of `POST /screen/bom` and of `--format json`. */
export const jsonReport: ReportWriter = function* (examination) {
  yield '{"findings":[';
  for (const [index, finding] of examination.findings.entries()) {
    yield `${index === 0 ? '' : ','}\n${findingJson(finding)}`;
  }
  const { coverage, disclaimer } = examination;
  const rest = { summary: summaryOf(examination), coverage, disclaimer };
  yield `],\n${JSON.stringify(rest).slice(1)}\n`;
};

function findingJson(finding: Finding): string {
  const { place, component, consequence, kind, role, party, path, matched, notes, waiver } =
    finding;
  const own = JSON.stringify({
    location: place,
    component: componentRecord(component),
    ...{ kind, role, consequence, waived: waiver !== null, waiver },
    ...{ party, path, matched, notes },
  });
  // The same answer stands at many lines: it is serialised once.
  return `${own.slice(0, -1)},"screening":${finding.answer.json()}}`;
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
