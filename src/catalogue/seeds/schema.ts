import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { devicesSchema } from '../../domain/device.ts';
import { listSchema } from '../../domain/list.ts';
import { partySchema } from '../../domain/party.ts';
import { sourceSchema } from '../../domain/source.ts';

/** The JSON Schemas by which editors complete and check seed files, by file name. */
export function seedSchemas(): Record<string, string> {
  const schemas = {
    'source.json': sourceSchema,
    'list.json': listSchema,
    'party.json': partySchema,
    'devices.json': devicesSchema,
  };
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      name,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`,
    ]),
  );
}

/** Writes them to `schema/` below the seeds. */
export function writeSeedSchemas(folder: string): void {
  mkdirSync(join(folder, 'schema'), { recursive: true });
  for (const [name, text] of Object.entries(seedSchemas())) {
    writeFileSync(join(folder, 'schema', name), text);
  }
}
