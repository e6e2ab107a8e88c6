/** Measures one size in a process of its own: memory and compiled code of other sizes do not count. */
import { z } from 'zod';
import { measureSize, sizes } from '../questions/size.ts';

const [size, queries, fuzzRounds] = z
  .tuple([z.enum(sizes), z.coerce.number(), z.coerce.number()])
  .parse(process.argv.slice(2));
process.stdout.write(JSON.stringify(measureSize(size, queries, fuzzRounds)));
