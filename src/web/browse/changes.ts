import { askFor, path } from '../api/client.ts';
import type { components } from '../api/schema.ts';

/** A page of what differs between two versions of the catalogue. */
export type Changes = components['schemas']['Changes'];
export type PartyChange = components['schemas']['PartyChange'];
/** The versions that can be compared. */
export type Versions = components['schemas']['CatalogueVersions'];

export function loadChanges(since: string, cursor: string, signal: AbortSignal): Promise<Changes> {
  return askFor<Changes>(path('/changes', { since, cursor }), { signal });
}

export function loadVersions(signal: AbortSignal): Promise<Versions> {
  return askFor<Versions>('/changes/versions', { signal });
}
