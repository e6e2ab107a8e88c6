import { enableCompileCache } from 'node:module';

// What Node compiled is kept from run to run; what is imported below is compiled after this.
enableCompileCache();
const { run } = await import('./program.ts');
const { processSession } = await import('./session.ts');

// The status is set, not forced: output that is still on its way gets out first.
process.exitCode = await run(process.argv.slice(2), processSession());
