import { RedflagError } from '../domain/error.ts';
import { type ApartSettings, importApart } from './apart.ts';
import type { ImportResult } from './import.ts';
import type { ImportRequest } from './import-request.ts';
import { listProblems, type ProblemPage } from './problems.ts';
import { type FeedStatus, listsStatus } from './status.ts';
import { type Upload, withUpload } from './upload.ts';

/** What an administrator may do with the list files of an installation while it serves. */
export interface ListAdministration {
  status(): FeedStatus[];
  /** What was wrong with rows of the version in use. @throws RedflagError `not-found` */
  problems(feed: string, from: number, limit: number): ProblemPage;
  /** Fetches lists from their addresses. */
  refresh(feeds: readonly string[]): Promise<ImportResult>;
  /** Brings in one version from addresses. */
  import(request: ImportRequest): Promise<ImportResult>;
  /** Brings in one version from a file that is sent. */
  receive(upload: Upload, request: Omit<ImportRequest, 'from'>): Promise<ImportResult>;
  rebuild(): Promise<ImportResult>;
  forget(feed: string): Promise<void>;
}

export interface AdministrationSettings extends Omit<ApartSettings, 'allowPrivate'> {
  readonly staleAfter: number;
  /** Takes the new catalogue into use. */
  readonly reload: () => Promise<void>;
  /** The most bytes of an upload; default 1 GiB. */
  readonly uploadLimit?: number;
}

/** All that changes a list is done on a thread of its own, and answered from when it has ended. */
export function listAdministration(settings: AdministrationSettings): ListAdministration {
  const { data, now, staleAfter, reload, uploadLimit } = settings;
  const apart = async (task: Parameters<typeof importApart>[0]) => {
    const result = await importApart(task, settings);
    const { outcomes } = result;
    if (outcomes.length === 0 || outcomes.some(({ outcome }) => outcome === 'imported')) {
      await reload();
    }
    return result;
  };
  return {
    status: () => listsStatus(data, now(), staleAfter),
    problems: (feed, from, limit) => listProblems(data, feed, { from, limit }),
    refresh: (feeds) => apart({ task: 'refresh', feeds }),
    import: (request) => apart({ task: 'import', request }),
    receive: (upload, request) => {
      const task = (path: string) =>
        apart({ task: 'import', request: { ...request, from: [path] } });
      return withUpload(data, upload, task, uploadLimit);
    },
    rebuild: () => apart({ task: 'rebuild' }),
    forget: async (feed) => {
      await apart({ task: 'forget', feed });
    },
  };
}

const refuse = () => {
  throw new RedflagError('unavailable', 'This service looks after no list files.');
};

/** Of a service that has no data folder. */
export const noLists: ListAdministration = {
  status: () => [],
  problems: refuse,
  refresh: refuse,
  import: refuse,
  receive: refuse,
  rebuild: refuse,
  forget: refuse,
};
