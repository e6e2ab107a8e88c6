import type { Configuration } from './configuration.ts';
import type { ExitStatus } from './exit-status.ts';
import type { Session } from './session.ts';

/** What a command has to work with. */
export interface Workplace extends Session {
  readonly configuration: Configuration;
}

/** The work of one command, given its arguments and options as commander parsed them. */
export type Work<Arguments extends unknown[]> = (
  workplace: Workplace,
  ...args: Arguments
) => Promise<ExitStatus>;

/** Turns work into a commander action. */
export type Act = <Arguments extends unknown[]>(
  work: Work<Arguments>,
) => (...args: Arguments) => Promise<void>;
