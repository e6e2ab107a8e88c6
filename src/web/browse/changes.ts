import { askFor, path } from '../api/client.ts';
import type { CoverageStatement, Status } from '../api/types.ts';

interface NameReference {
  readonly name: string;
  readonly type: string;
}

interface DesignationReference {
  readonly list: string;
  readonly entry: string;
  readonly record: string | null;
  readonly status: Status;
}

/** What differs about one party between two versions of the catalogue. */
export interface PartyChange {
  readonly party: { readonly id: string; readonly name: string };
  readonly change: 'added' | 'removed' | 'changed';
  readonly names: { readonly added: NameReference[]; readonly removed: NameReference[] };
  readonly designations: {
    readonly added: DesignationReference[];
    readonly removed: DesignationReference[];
    readonly changed: (DesignationReference & { readonly fields: string[] })[];
  };
  readonly fields: string[];
}

/** A page of the answer of `GET /changes`. */
export interface Changes {
  readonly before: CoverageStatement['catalogue'];
  readonly after: CoverageStatement['catalogue'];
  readonly changes: readonly PartyChange[];
  readonly next: string | null;
}

export function loadChanges(since: string, cursor: string, signal: AbortSignal): Promise<Changes> {
  return askFor<Changes>(path('/changes', { since, cursor }), { signal });
}
