import type { RedflagError } from '../domain/error.ts';
import type { Keeping } from '../store/index.ts';
import type { Installation } from './build.ts';
import type { DownloadOptions } from './download.ts';
import type { Manifest } from './manifest.ts';
import type { OnStep } from './progress.ts';
import type { Waiver } from './rules.ts';

/** One version that is wanted. */
export interface ImportRequest {
  readonly format: string;
  /** Paths or addresses: the files of the layout, or one of them with the others beside it. */
  readonly from: readonly string[];
  /** Files among them that need not exist. */
  readonly optional?: ReadonlySet<string>;
  /** Name under which the list is kept; default the layout's. */
  readonly feed?: string;
  /** The day of the version, where the file does not state it. */
  readonly date?: string;
  /** Text of the mapping file of a company's own list. */
  readonly mapping?: string;
  /** The file holds a part of its lists: an entry that it lacks may still be on them. */
  readonly partial?: boolean;
  /** The files are changes to the version in use (FollowTheMoney deltas). */
  readonly delta?: boolean;
  readonly accept?: readonly Waiver[];
  /** Records below which a first version is not believed. */
  readonly atLeast?: number;
  /** The files of the version in use, read anew; `from` says nothing then. */
  readonly again?: boolean;
}

export interface ImportSettings extends Installation, Keeping {
  readonly download?: DownloadOptions;
  readonly onStep?: OnStep;
}

/** What became of one version. */
export type ImportOutcome =
  | { readonly feed: string; readonly outcome: 'imported'; readonly manifest: Manifest }
  | { readonly feed: string; readonly outcome: 'unchanged'; readonly manifest: Manifest }
  | { readonly feed: string; readonly outcome: 'failed'; readonly error: RedflagError };
