import { run } from './program.ts';
import { processSession } from './session.ts';

// The status is set, not forced: output that is still on its way gets out first.
process.exitCode = await run(process.argv.slice(2), processSession());
