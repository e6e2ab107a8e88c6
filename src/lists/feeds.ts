import { type Attested, makeList, versionId, type Witness } from '../catalogue/join/index.ts';
import { ieee, officialLayouts, officialRecordSchema } from '../catalogue/official/index.ts';
import { parseMapping } from '../catalogue/official/watchlist-csv/mapping.ts';
import { RedflagError } from '../domain/error.ts';
import { sha256 } from '../domain/hash.ts';
import type { List } from '../domain/list.ts';
import { macRegistrationSchema } from '../domain/original-record.ts';
import type { Source } from '../domain/source.ts';
import { type KeptRecord, ListRecords } from '../store/index.ts';
import { type Manifest, recordsPath } from './manifest.ts';

/** What a layout is called, whether it holds parties or blocks of addresses. */
export interface Layout {
  readonly format: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly parts: readonly string[];
}

/** Every layout that can be imported. */
export const layouts: readonly Layout[] = [...officialLayouts.values(), ieee];

/** @throws RedflagError `not-found` with the layouts that there are */
export function layoutOf(format: string): Layout {
  const layout = layouts.find((one) => one.format === format);
  if (layout) return layout;
  const known = layouts.map((one) => one.format).join(', ');
  throw new RedflagError('not-found', `there is no layout "${format}": there are ${known}`);
}

/** Hash of the list files in use: with the seeds' it tells whether a catalogue is still theirs. */
export function hashFeeds(seeds: string, manifests: readonly Manifest[]): string {
  if (manifests.length === 0) return seeds;
  const parts = manifests.flatMap((one) => [one.feed, one.sha256, one.date]);
  return sha256([seeds, ...parts]);
}

export interface OpenFeeds {
  readonly witnesses: readonly Witness[];
  close(): void;
}

/**
 * Opens the versions in use as witnesses for the join.
 *
 * @throws RedflagError `invalid-catalogue` when what was read from a file is missing or of another schema
 */
export function openFeeds(data: string, manifests: readonly Manifest[]): OpenFeeds {
  const open: ListRecords[] = [];
  const close = () => {
    for (const records of open) records.close();
  };
  try {
    const witnesses = manifests.map((manifest) => {
      const records = new ListRecords(recordsPath(data, manifest));
      open.push(records);
      return witnessOf(manifest, records);
    });
    return { witnesses, close };
  } catch (error) {
    close();
    throw error;
  }
}

const blockSchema = macRegistrationSchema.omit({ source: true });

function witnessOf(manifest: Manifest, records: ListRecords): Witness {
  const source = sourceOf(manifest);
  return {
    feed: manifest.feed,
    date: manifest.date,
    source,
    earlier: manifest.earlier,
    lists: new Set(Object.keys(manifest.lists)),
    complete: new Set(manifest.complete),
    ownLists: ownListOf(manifest, source.id),
    *records(): Generator<Attested> {
      for (const kept of records.records()) yield attested(kept);
    },
    recordAt: (seq) => attested(records.recordAt(seq)),
    *blocks() {
      for (const block of records.blocks()) yield blockSchema.parse(block);
    },
  };
}

function attested({ body, ...kept }: KeptRecord): Attested {
  return { ...kept, record: officialRecordSchema.parse(body) };
}

/** The version of a list file as a source that statements can cite. */
export function sourceOf(manifest: Manifest): Source {
  const [file] = manifest.files;
  const files = manifest.files.map(({ name, sha256: hash }) => `${name} (SHA-256 ${hash})`);
  return {
    id: versionId(manifest.feed, manifest.date),
    type: 'official-list',
    title: manifest.title,
    publisher: manifest.publisher,
    date: manifest.date,
    url: file?.url ?? null,
    note: `${files.join(', ')}. ${DATED[manifest.dated]}`,
  };
}

const DATED: Readonly<Record<Manifest['dated'], string>> = {
  given: 'The date is that given at the import; the file states none.',
  stated: 'The date is the one that the file states.',
  'last-modified': 'The date is that of the last change that the server stated.',
  'file-name': 'The date is the one in the name of the file.',
};

/** A company's own list says itself what it means; FollowTheMoney files only have a title. */
function ownListOf(manifest: Manifest, source: string): List[] {
  if (manifest.mapping === null) return [];
  const { title, effect } = parseMapping(manifest.mapping);
  const sketch = {
    name: title,
    shortName: title,
    agency: manifest.publisher ?? 'own list',
    jurisdiction: 'ZZ',
  };
  const means = effect ?? {
    activity: 'procure' as const,
    consequence: 'watch' as const,
    summary: title,
  };
  const binds = 'whoever keeps the list';
  return [makeList(manifest.feed, sketch, source, manifest.date, { ...means, binds })];
}
