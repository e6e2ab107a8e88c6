/** Measures the other matchers in a process of their own. */
import { z } from 'zod';
import { ordinaryCompanies } from '../data/ordinary.ts';
import { rivals } from '../questions/rivals.ts';
import { corpusOfSize, sizes } from '../questions/size.ts';

const [size, share] = z.tuple([z.enum(sizes), z.coerce.number()]).parse(process.argv.slice(2));
const corpus = corpusOfSize(size);
const measured = corpus.names.length > 0 ? rivals(corpus, ordinaryCompanies().names, share) : [];
process.stdout.write(JSON.stringify(measured));
