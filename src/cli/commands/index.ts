import type { Command } from 'commander';
import type { Act } from '../act.ts';
import { registerBatch } from './batch.ts';
import { registerBom } from './bom.ts';
import { registerCompare } from './compare.ts';
import { registerKeys } from './keys.ts';
import { registerLists } from './lists.ts';
import { registerParty } from './party.ts';
import { registerRecords } from './records.ts';
import { registerScreen } from './screen.ts';
import { registerSeeds } from './seeds.ts';
import { registerServe } from './serve.ts';

/** Every command, in the order of the help. */
const registrations: readonly ((program: Command, act: Act) => void)[] = [
  registerScreen,
  registerBatch,
  registerBom,
  registerCompare,
  registerParty,
  registerLists,
  registerSeeds,
  registerServe,
  registerRecords,
  registerKeys,
];

export function registerCommands(program: Command, act: Act): void {
  for (const register of registrations) register(program, act);
}
