import { PROGRAM_VERSION } from '../../screening/program-version.ts';
import { labelOf } from '../component.ts';
import type { Examination } from '../examine.ts';
import { placeWords } from '../place.ts';
import { countsOf } from '../screening/counts.ts';
import { bearers } from '../screening/finding.ts';
import { type FindingGroup, groupFindings } from '../screening/groups.ts';
import { matchedWords, partyWords, verdictWords } from '../screening/wording.ts';
import { type Html, html, table } from './html.ts';
import { SourceNotes } from './source-notes.ts';

/** The name of the record's file: by time and input, so that none overwrites another. */
export function evidenceName({ examinedAt, files }: Examination): string {
  const time = examinedAt.replace(/\.\d+Z$/, 'Z').replace(/:/g, '-');
  return `redflag-inquiry-${time}-${files[0]?.sha256.slice(0, 8) ?? 'none'}.html`;
}

/**
 * The record of an inquiry, as one HTML document that needs nothing else and
 * prints on paper: what was asked, of which lists and versions, when, what was
 * found and not found, what was not checked, and every document cited.
 *
 * @param by who or what asked, where that is known
 */
export function* evidenceRecord(examination: Examination): Generator<string> {
  const notes = new SourceNotes();
  yield HEAD;
  yield String(opening(examination));
  yield String(inputs(examination));
  yield String(lists(examination));
  const groups = groupFindings(examination.findings);
  yield String(html`<h2>4. What was found</h2>`);
  if (groups.length === 0) {
    yield String(
      html`<p>No component matched a party in the lists of section 3 as of ${examination.asOf}. This is not a statement that the components are clear of restrictions: section 6 says what was not checked.</p>`,
    );
  }
  for (const [index, group] of groups.entries()) yield* groupSection(group, index + 1, notes);
  yield String(notFound(examination));
  yield String(notChecked(examination));
  yield String(waivers(examination));
  yield String(html`<h2>8. Documents cited</h2><ol class="sources">${notes.list()}</ol>`);
  yield String(html`<p class="disclaimer">${examination.disclaimer}</p></body></html>\n`);
}

function opening({ examinedAt, asOf, files, findings, components, questions }: Examination): Html {
  const counts = countsOf(findings);
  return html`<h1>Record of an inquiry into a bill of materials</h1>
<h2>1. What was asked</h2>
${table([
  ['Made at', examinedAt],
  ['Law of', asOf],
  ['Made with', `Redflag ${PROGRAM_VERSION}`],
  [
    'Activities',
    [...new Set(files.map(({ activities }) => activities?.join(', ') ?? 'all'))].join('; '),
  ],
  ['Fail level', [...new Set(files.map(({ failOn }) => failOn))].join('; ')],
  ['Policy', [...new Set(files.map(({ policy }) => policy ?? 'none'))].join('; ')],
  ['Components read', String(components)],
  ['Distinct questions', String(questions)],
  [
    'Findings',
    `${counts.findings}, of which ${counts.failing} at or above the fail level and ${counts.waived} waived`,
  ],
])}
<p>For each component the names of its maker, brand, supplier, publisher and author as far as stated, its model number, MAC address, FCC id, CPE name and package URL, and model numbers in its description were compared with the lists of section 3.</p>`;
}

function inputs({ files }: Examination): Html {
  return html`<h2>2. The files</h2>
${files.map(
  ({ name, format, bytes, sha256, components, notes }) => html`<h3>${name}</h3>
${table([
  ['Format', format],
  ['Bytes', String(bytes)],
  ['SHA-256', sha256],
  ['Components', String(components)],
])}
${notes.length > 0 ? html`<ul>${notes.map((note) => html`<li>${note}</li>`)}</ul>` : ''}`,
)}`;
}

function lists({ coverage }: Examination): Html {
  const { version, sha256, builtAt } = coverage.catalogue;
  return html`<h2>3. The lists</h2>
<p>Catalogue ${version}, built ${builtAt}, SHA-256 <code>${sha256}</code>.</p>
<table><thead><tr><th>List</th><th>As of</th><th>Parties</th><th>Complete here</th></tr></thead><tbody>
${coverage.lists.map(({ id, asOf, parties, complete }) => html`<tr><td>${id}</td><td>${asOf}</td><td>${String(parties)}</td><td>${complete ? 'yes' : 'no: see section 6'}</td></tr>`)}
</tbody></table>`;
}

function* groupSection(
  { sample, findings }: FindingGroup,
  number: number,
  notes: SourceNotes,
): Generator<string> {
  const { answer, waiver } = sample;
  yield String(html`<section><h3>4.${String(number)} ${partyWords(sample)}: ${verdictWords(sample)}</h3>
${waiver ? html`<p class="waived">Waived: ${waiver.reason} (approved by ${waiver.approver}, until ${waiver.expires})</p>` : ''}
<table><thead><tr><th>Where</th><th>Component</th><th>Matched on (evidence)</th><th>Notes</th></tr></thead><tbody>\n`);
  for (const finding of findings) {
    yield String(
      html`<tr><td>${placeWords(finding.place)}</td><td>${labelOf(finding.component)}</td><td>${matchedWords(finding)}</td><td>${finding.notes.join('; ')}</td></tr>\n`,
    );
  }
  yield '</tbody></table>\n';
  for (const { party, strength, score, matchedOn, designations, leads } of bearers(
    answer.screening,
  )) {
    yield String(html`<h4>${party.name} (${party.id}), ${strength}, score ${score.toFixed(2)}</h4>
<p>Known by ${matchedOn.field} “${matchedOn.listed}” ${notes.refer(matchedOn.citations)}${matchedOn.note ? html`; ${matchedOn.note}` : ''}. Screening ${answer.screening.id}.</p>
<ul>${leads.map((lead) => html`<li>Lead: ${lead.relation} ${lead.party.name}, evidence ${lead.evidence} ${notes.refer(lead.citations)}; determines nothing.</li>`)}
${designations.map(
  ({
    list,
    entry,
    status,
    from,
    to,
    via,
    effects,
    citations,
  }) => html`<li><b>${list.name}</b> (${list.agency}), entry “${entry.name}”, ${status}${from ? html`, from ${from}` : ''}${to ? html`, to ${to}` : ''} ${notes.refer(citations)}
${via.length > 0 ? html`<br>by ${via.map((step) => html`${step.from} ${step.relation} ${step.to} (evidence: ${step.evidence}) ${notes.refer(step.citations)} `)}` : ''}
<ul>${effects.map((effect) => html`<li>${effect.activity}: ${effect.consequence}${effect.from ? html`, from ${effect.from}` : ''}${effect.to ? html`, to ${effect.to}` : ''}. ${effect.summary} ${notes.refer(effect.citations)}</li>`)}</ul></li>`,
)}</ul>`);
  }
  yield '</section>\n';
}

function notFound({ findings, files, coverage, asOf }: Examination): Html {
  const rows = files.map(({ name, components }) => {
    const here = findings.filter(({ place }) => place.file === name);
    const places = new Set(here.map(({ place }) => placeWords(place)));
    return html`<tr><td>${name}</td><td>${String(components)}</td><td>${String(places.size)}</td></tr>`;
  });
  return html`<h2>5. What was not found</h2>
<p>Of the components below, those at places that section 4 does not name matched no party in ${String(coverage.lists.length)} lists as of ${asOf}.</p>
<table><thead><tr><th>File</th><th>Components</th><th>Places with findings</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function notChecked({ coverage }: Examination): Html {
  return html`<h2>6. What was not checked</h2>
<ul>${coverage.notChecked.map(({ what, reason }) => html`<li>${what}: ${reason}</li>`)}
<li>components that the files do not list, and who made the parts inside those they do</li></ul>`;
}

function waivers({ waivers }: Examination): Html {
  const rows = waivers.map(
    ({ file, line, waiver, state }) =>
      html`<tr><td>${state}</td><td>${waiver.party}</td><td>${waiver.component}</td><td>${waiver.expires}</td><td>${file}:${String(line)}</td></tr>`,
  );
  return html`<h2>7. Waivers to look at</h2>
${rows.length === 0 ? html`<p>None is expired or unused.</p>` : html`<table><thead><tr><th>State</th><th>Party</th><th>Component</th><th>Until</th><th>Where</th></tr></thead><tbody>${rows}</tbody></table>`}`;
}

const HEAD = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Redflag: record of an inquiry</title>
<style>
body { font: 15px/1.45 system-ui, sans-serif; color: #111; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; border-bottom: 1px solid #999; margin-top: 2rem; } h3 { font-size: 1.05rem; } h4 { margin-bottom: 0; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; } th, td { border: 1px solid #bbb; padding: .25rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead { background: #eee; } code { overflow-wrap: anywhere; } .waived { border-left: 4px solid #666; padding-left: .6rem; } .disclaimer { margin-top: 2rem; font-style: italic; }
.sources li { overflow-wrap: anywhere; }
@media print { body { max-width: none; margin: 0; font-size: 10.5pt; } thead { display: table-header-group; } tr, li { break-inside: avoid; } h2, h3, h4 { break-after: avoid; } @page { margin: 18mm; } }
</style></head><body>
`;
