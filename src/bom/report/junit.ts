import { labelOf } from '../component.ts';
import type { Examination, FileReport } from '../examine.ts';
import { placeWords } from '../place.ts';
import { type Finding, fails } from '../screening/finding.ts';
import { sentenceOf } from '../screening/wording.ts';
import type { ReportWriter } from './writer.ts';
import { escapeToken, escapeXml } from './xml-text.ts';

/**
 * JUnit XML, as the Ant task's schema has it: a suite for each file, a test case
 * for each finding. What is at or above the fail level failed, what is waived was
 * skipped, the rest passed. A file without findings has one case that passed, and
 * says in which lists nothing was found.
 */
export const junitReport: ReportWriter = function* (examination) {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n';
  const byFile = new Map<string, Finding[]>();
  for (const finding of examination.findings) {
    const known = byFile.get(finding.place.file);
    if (known) known.push(finding);
    else byFile.set(finding.place.file, [finding]);
  }
  for (const [id, file] of examination.files.entries()) {
    yield* suite(examination, file, id, byFile.get(file.name) ?? []);
  }
  yield '</testsuites>\n';
};

function* suite(
  { examinedAt, asOf, coverage, disclaimer }: Examination,
  file: FileReport,
  id: number,
  findings: readonly Finding[],
): Generator<string> {
  const failures = findings.filter(fails).length;
  const skipped = findings.filter(({ waiver }) => waiver !== null).length;
  const name = escapeToken(file.name);
  yield `<testsuite id="${id}" name="${name}" package="redflag" timestamp="${examinedAt.slice(0, 19)}" hostname="localhost" ` +
    `tests="${Math.max(findings.length, 1)}" failures="${failures}" errors="0" skipped="${skipped}" time="0">\n`;
  const properties = {
    asOf,
    failOn: file.failOn,
    sha256: file.sha256,
    components: String(file.components),
    catalogue: coverage.catalogue.version,
  };
  yield '<properties>\n';
  for (const [key, value] of Object.entries(properties)) {
    yield `<property name="${key}" value="${escapeXml(value)}"/>\n`;
  }
  yield '</properties>\n';
  for (const finding of findings) yield testCase(finding, name);
  if (findings.length === 0) {
    const lists = coverage.lists.map(({ id }) => id).join(', ');
    yield `<testcase name="${escapeToken(`no match in ${lists} as of ${asOf}`)}" classname="${name}" time="0"/>\n`;
  }
  yield `<system-out>${escapeXml([disclaimer, ...file.notes].join('\n'))}</system-out>\n`;
  yield '<system-err></system-err>\n</testsuite>\n';
}

function testCase(finding: Finding, file: string): string {
  const { place, component, waiver, notes, consequence, kind } = finding;
  const name = escapeToken(`${placeWords(place)}: ${labelOf(component)}`);
  const open = `<testcase name="${name}" classname="${file}" time="0"`;
  if (waiver) return `${open}><skipped/></testcase>\n`;
  if (!fails(finding)) return `${open}/>\n`;
  const message = escapeXml(sentenceOf(finding));
  const detail = escapeXml([sentenceOf(finding), ...notes].join('\n'));
  return `${open}><failure message="${message}" type="${consequence ?? kind}">${detail}</failure></testcase>\n`;
}
