import { createHash } from 'node:crypto';
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Consequence, consequences } from '../../domain/effect.ts';
import { PROGRAM_VERSION } from '../../screening/program-version.ts';
import { labelOf } from '../component.ts';
import type { Place } from '../place.ts';
import { bearers, type Finding } from '../screening/finding.ts';
import { sentenceOf } from '../screening/wording.ts';
import type { ReportWriter } from './writer.ts';

type Level = 'error' | 'warning' | 'note';

/** What a finding is a case of: its consequence, else its kind. */
const RULES: readonly { readonly id: string; readonly level: Level; readonly text: string }[] = [
  ...consequences.map((consequence) => ({
    id: consequence as string,
    level: levelOf(consequence),
    text: `A restricted-party list attaches the consequence "${consequence}" to this component`,
  })),
  {
    id: 'match',
    level: 'note',
    text: 'The component is of a listed party, and nothing follows for the activities asked about',
  },
  {
    id: 'possible-match',
    level: 'warning',
    text: 'The component may be of a listed party: a person must verify it',
  },
  {
    id: 'provenance',
    level: 'note',
    text: 'A listed party wrote or published this software: a note on provenance, not covered equipment by itself',
  },
  {
    id: 'lead',
    level: 'note',
    text: 'The maker is reported to relabel products of a listed party: nothing is determined',
  },
];

function levelOf(consequence: Consequence): Level {
  if (consequence === 'watch') return 'note';
  return consequence === 'red-flag' || consequence === 'restricted' ? 'warning' : 'error';
}

/** SARIF 2.1.0, as code scanning reads it. A waived finding is there, suppressed. */
export const sarifReport: ReportWriter = function* (examination) {
  const { files, findings, coverage, disclaimer, examinedAt, asOf } = examination;
  const driver = {
    name: 'Redflag',
    version: PROGRAM_VERSION,
    rules: RULES.map(({ id, level, text }) => ({
      id,
      shortDescription: { text },
      defaultConfiguration: { level },
    })),
  };
  yield '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[';
  yield JSON.stringify({
    tool: { driver },
    invocations: [{ executionSuccessful: true, endTimeUtc: examinedAt }],
    columnKind: 'utf16CodeUnits',
    artifacts: files.map(({ name, sha256, bytes }) => ({
      ...{ location: { uri: uriOf(name) }, length: bytes, hashes: { 'sha-256': sha256 } },
    })),
    properties: {
      asOf,
      catalogue: coverage.catalogue,
      notChecked: coverage.notChecked,
      disclaimer,
    },
  }).slice(0, -1);
  yield ',"results":[';
  const indexes = new Map(files.map(({ name }, index) => [name, index]));
  for (const [at, finding] of findings.entries()) {
    yield `${at === 0 ? '' : ','}\n${JSON.stringify(resultOf(finding, indexes))}`;
  }
  yield ']}]}\n';
};

function resultOf(finding: Finding, indexes: ReadonlyMap<string, number>) {
  const { consequence, kind, party, path, matched, waiver, place, notes, component } = finding;
  const rule = RULES.findIndex(({ id }) => id === (consequence ?? kind));
  const { id, level } = RULES[rule] ?? { id: kind, level: 'note' };
  const text = [sentenceOf(finding), ...notes.map((note) => `${note}.`)].join(' ');
  const index = indexes.get(place.file);
  const fingerprint = [
    place.file,
    place.pointer ?? '',
    party.id,
    labelOf(component),
    ...matched.map(({ field }) => field),
  ];
  return {
    ...{ ruleId: id, ruleIndex: rule, level, message: { text } },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(place.file), ...(index !== undefined && { index }) },
          ...(place.line !== undefined && { region: { startLine: place.line } }),
        },
        ...logicalLocations(place),
      },
    ],
    partialFingerprints: {
      'redflag/v1': createHash('sha256').update(fingerprint.join('\0')).digest('hex'),
    },
    ...(waiver && {
      suppressions: [
        {
          kind: 'external',
          status: 'accepted',
          justification: `${waiver.reason} (approved by ${waiver.approver}, until ${waiver.expires})`,
        },
      ],
    }),
    properties: { party: party.id, path, matched, consequence, documents: documentsOf(finding) },
  };
}

function logicalLocations({ pointer, sheet, cell }: Place) {
  const name = pointer ?? (cell === undefined ? undefined : `${sheet ?? ''}!${cell}`);
  return name === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: name }] };
}

/** Addresses of the documents on which the finding rests. */
function documentsOf({ answer }: Finding): string[] {
  const urls = bearers(answer.screening).flatMap(({ matchedOn, designations }) =>
    [...matchedOn.citations, ...designations.flatMap(({ citations }) => citations)].flatMap(
      ({ url }) => url ?? [],
    ),
  );
  return [...new Set(urls)];
}

/** A file name as the URI reference that SARIF wants. */
export function uriOf(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href;
  // The first segment must not look like a scheme.
  const encoded = file.split('/').map(encodeURIComponent).join('/');
  return encoded === '' ? './' : encoded;
}
