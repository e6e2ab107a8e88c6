import { readdirSync, readFileSync } from 'node:fs';
import { sha256 } from '../domain/hash.ts';

/** Set where the program is bundled, and its files are no longer beside this one. */
declare const REDFLAG_INDEX_CODE: string | undefined;

/** The rooms by whose code and tables names become an index. */
const ROOMS = ['names', 'matching'];

/**
 * What an index depends on besides the names: the code and the tables that read them, and the Unicode of
 * this Node. An index of other code would be read without an error and answer wrongly.
 */
export function indexCode(): string {
  const code = typeof REDFLAG_INDEX_CODE === 'string' ? REDFLAG_INDEX_CODE : hashOfRooms();
  return `${code} ${process.versions.unicode}`;
}

/** @returns SHA-256 of the files of the rooms, as they lie beside this one */
export function hashOfRooms(): string {
  return sha256(
    ROOMS.flatMap((room) => {
      const folder = new URL(`../${room}/`, import.meta.url);
      const all = readdirSync(folder, { recursive: true, encoding: 'utf8' });
      const files = all.filter((name) => /\.(ts|js)$/.test(name)).sort();
      return files.map((name) => readFileSync(new URL(name, folder)));
    }),
  );
}
