/**
 * Bundles the command: `node src/cli/write-command.ts dist/cli`, after the compiler. A start then reads a
 * dozen files instead of eight hundred. What is compiled stays beside it, for whoever imports the library.
 */
import { rm } from 'node:fs/promises';
import { build } from 'esbuild';
import { hashOfRooms } from '../screening/index-code.ts';

const folder = process.argv[2] ?? 'dist/cli';
await rm(folder, { recursive: true, force: true });
const { metafile } = await build({
  // The command, and the threads that it starts: each is looked for beside the file that starts it.
  entryPoints: [
    'src/cli/main.ts',
    'src/screening/reload-thread.ts',
    'src/screening/screening-thread.ts',
    'src/store/records/journal-thread.ts',
    'src/lists/worker.ts',
    'src/lists/changes-worker.ts',
  ],
  outdir: folder,
  entryNames: '[name]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22.14',
  // Native code, and packages that read files of their own.
  external: ['better-sqlite3', '@fastify/swagger-ui', 'esbuild'],
  define: { REDFLAG_INDEX_CODE: JSON.stringify(hashOfRooms()) },
  // Packages that are not modules yet expect these.
  banner: {
    js: [
      "import { createRequire as createRequireHere } from 'node:module';",
      'const require = createRequireHere(import.meta.url);',
      'const __dirname = import.meta.dirname;',
    ].join('\n'),
  },
  legalComments: 'eof',
  metafile: true,
  logLevel: 'warning',
});
const bytes = Object.values(metafile.outputs).map((output) => output.bytes);
process.stdout.write(
  `${folder}: ${bytes.length} files, ${bytes.reduce((sum, each) => sum + each, 0)} bytes\n`,
);
