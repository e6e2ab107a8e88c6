import { RedflagError } from '../domain/error.ts';
import { type OfficialAddress, officialAddresses } from './addresses.ts';
import { type ImportResult, importLists } from './import.ts';
import type { ImportRequest, ImportSettings } from './import-request.ts';
import { type Manifest, readManifests } from './manifest.ts';

export interface RefreshSettings extends ImportSettings {
  /** Addresses that stand in place of the official ones; tests fetch from their own server. */
  readonly addresses?: readonly OfficialAddress[];
}

/**
 * Fetches lists from their addresses, all in one new catalogue version. Without
 * names: the US lists, and whatever else was once imported from an address.
 *
 * @throws RedflagError `not-found` for a feed that has no address
 */
export async function refreshLists(
  feeds: readonly string[],
  settings: RefreshSettings,
): Promise<ImportResult> {
  const official = settings.addresses ?? officialAddresses;
  const known = new Map(readManifests(settings.data).map((one) => [one.feed, one]));
  const fetched = [...known.values()].filter(hasAddress).map(({ feed }) => feed);
  const byDefault = official.filter((one) => one.byDefault).map(({ feed }) => feed);
  const wanted = feeds.length > 0 ? feeds : [...new Set([...byDefault, ...fetched])];
  const requests = wanted.map((feed) => {
    const address = official.find((one) => one.feed === feed);
    const manifest = known.get(feed);
    if (address) return ofAddress(address);
    if (manifest && hasAddress(manifest)) return again(manifest);
    const names = official.map((one) => one.feed).join(', ');
    throw new RedflagError('not-found', `no address is known for "${feed}": known are ${names}`);
  });
  return importLists(requests, settings);
}

function hasAddress({ files }: Manifest): boolean {
  return files.every(({ url }) => url !== null);
}

function ofAddress({ feed, format, files, atLeast }: OfficialAddress): ImportRequest {
  const optional = files.filter((file) => file.optional).map(({ url }) => url);
  return { feed, format, atLeast, from: files.map(({ url }) => url), optional: new Set(optional) };
}

function again({ feed, format, files }: Manifest): ImportRequest {
  return { feed, format, from: files.flatMap(({ url }) => url ?? []) };
}
