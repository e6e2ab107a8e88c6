import { labelOf } from '../component.ts';
import { placeWords } from '../place.ts';
import { countsOf } from '../screening/counts.ts';
import { type FindingGroup, groupFindings } from '../screening/groups.ts';
import { matchedWords, partyWords, verdictWords } from '../screening/wording.ts';
import type { ReportWriter } from './writer.ts';

/** Lines of a group and groups that are printed: a job summary holds a megabyte. */
const LINES = 20;
const GROUPS = 100;

/** GitHub-flavoured Markdown for a job summary; nothing in a file can become markup, a link or a mention. */
export const markdownReport: ReportWriter = function* (examination) {
  const { files, findings, components, questions, asOf, coverage, waivers, disclaimer } =
    examination;
  const counts = countsOf(findings);
  yield '## Redflag: bill of materials\n\n';
  yield `${findings.length} findings in ${components} components (${counts.failing} at or above the fail level, ${counts.waived} waived), ` +
    `${questions} distinct questions, law of ${asOf}.\n\n`;
  yield '| File | Format | Components | SHA-256 |\n| --- | --- | ---: | --- |\n';
  for (const { name, format, components: count, sha256 } of files) {
    yield `| ${escapeMarkdown(name)} | ${format} | ${count} | \`${sha256.slice(0, 16)}\` |\n`;
  }
  const groups = groupFindings(findings);
  if (groups.length === 0) {
    yield `\nNo match in ${coverage.lists.length} lists as of ${asOf}. That is not "clear": see what was not checked.\n`;
  }
  for (const group of groups.slice(0, GROUPS)) yield* groupMarkdown(group);
  if (groups.length > GROUPS) yield `\n… and ${groups.length - GROUPS} more groups.\n`;
  if (waivers.length > 0) {
    yield '\n### Waivers to look at\n\n';
    for (const { file, line, waiver, state } of waivers) {
      yield `- ${state}: ${escapeMarkdown(`${waiver.party} in ${waiver.component} (until ${waiver.expires}), ${file}:${line}`)}\n`;
    }
  }
  const notes = files.flatMap(({ name, notes }) => notes.map((note) => `${name}: ${note}`));
  if (notes.length > 0) {
    yield '\n### How the files were read\n\n';
    for (const note of notes) yield `- ${escapeMarkdown(note)}\n`;
  }
  yield `\n<details><summary>What was checked, and what was not</summary>\n\n`;
  yield `Catalogue ${escapeMarkdown(coverage.catalogue.version)}; lists: ${coverage.lists.map(({ id, asOf }) => escapeMarkdown(`${id} (${asOf})`)).join(', ')}.\n\n`;
  for (const { what, reason } of coverage.notChecked) {
    yield `- ${escapeMarkdown(`${what}: ${reason}`)}\n`;
  }
  yield `\n</details>\n\n${escapeMarkdown(disclaimer)}\n`;
};

function* groupMarkdown({ sample, findings }: FindingGroup): Generator<string> {
  const waived = sample.waiver ? ', waived' : '';
  yield `\n### ${escapeMarkdown(partyWords(sample))}: ${escapeMarkdown(verdictWords(sample))}${waived}\n\n`;
  yield '| Where | Component | Matched on | Note |\n| --- | --- | --- | --- |\n';
  for (const finding of findings.slice(0, LINES)) {
    const { waiver, notes } = finding;
    const reason = waiver
      ? [`waived: ${waiver.reason} (${waiver.approver}, until ${waiver.expires})`]
      : [];
    const cells = [
      placeWords(finding.place),
      labelOf(finding.component),
      matchedWords(finding),
      [...reason, ...notes].join('; '),
    ];
    yield `| ${cells.map(escapeMarkdown).join(' | ')} |\n`;
  }
  if (findings.length > LINES) yield `\n… and ${findings.length - LINES} more.\n`;
}

const LONGEST = 300;

/** Text that Markdown shows as it stands: no markup, HTML, link or mention. */
export function escapeMarkdown(text: string): string {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return short
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/[&<>@:]/g, (mark) => `&#${mark.codePointAt(0)};`)
    .replace(/www\./gi, (mark) => `${mark.slice(0, 3)}&#46;`)
    .replace(/[\\`*_{}[\]()#+!|~$-]/g, '\\$&')
    .replace(/&\\#/g, '&#');
}
