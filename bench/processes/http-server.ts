/**
 * One of the servers that the load is put on: `bare` is a Fastify route that
 * parses the same body and returns a ready string; `stubbed` is the service with
 * one ready screening for every query; `whole` is the service, recording
 * nothing; `recorded` writes each answer to the disk before it is given.
 */
import Fastify from 'fastify';
import { z } from 'zod';
import { buildApp } from '../../src/http/index.ts';
import { openScreener, Recorder } from '../../src/screening/index.ts';
import { openRecords } from '../../src/store/records/index.ts';
import { seedsFolder } from '../data/folders.ts';

const [what, data, bytes] = z
  .tuple([z.enum(['bare', 'stubbed', 'whole', 'recorded']), z.string(), z.coerce.number()])
  .parse(process.argv.slice(2));

const app = what === 'bare' ? bareApp() : await serviceApp();
console.log(await app.listen({ host: '127.0.0.1', port: 0 }));
process.once('SIGTERM', () => process.exit(0));

function bareApp() {
  const ready = JSON.stringify({ text: 'x'.repeat(Math.max(0, bytes - '{"text":""}'.length)) });
  const bare = Fastify();
  bare.post('/screen', (request, reply) => {
    if (typeof request.body !== 'object') throw new TypeError('no JSON body');
    return reply.type('application/json; charset=utf-8').send(ready);
  });
  return bare;
}

async function serviceApp() {
  const engine = openScreener({ data, seeds: seedsFolder });
  if (what === 'stubbed') {
    const ready = engine.screen({ name: 'Quiet Harbour Bakery' });
    engine.screener.screen = () => ready;
  }
  const records = what === 'recorded' ? openRecords({ data, mode: 'full' }) : null;
  const recorder = new Recorder({ records, affiliatesRule: 'by-terms', now: () => new Date() });
  return buildApp({ engine: () => engine, recorder });
}
