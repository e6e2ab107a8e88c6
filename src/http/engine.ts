import type { OpenScreener, Recorder } from '../screening/index.ts';

/**
 * Gives the engine that answers now. A request takes it once and keeps it to its
 * end, so that a newer catalogue can be swapped in between two requests and one
 * batch is answered from one catalogue.
 *
 * @throws RedflagError `unavailable` while there is none
 */
export type EngineSource = () => OpenScreener;

/** What every group of routes is registered with. */
export interface RouteOptions {
  readonly engine: EngineSource;
  /** Answers and records; the routes of screening go through it. */
  readonly recorder: Recorder;
}
