import { z } from 'zod';
import { refusal } from '../failure/complaints.ts';
import { PAGE_DEFAULT, PAGE_LIMIT } from '../limits.ts';

/** The parameters of every collection. */
export const pageParameters = {
  cursor: z.string().max(512).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(PAGE_LIMIT).default(PAGE_DEFAULT),
};

export const nextSchema = z
  .string()
  .nullable()
  .describe('Cursor of the next page; null: this is the last');

/** A cursor is opaque: inside is the last id (or the count) of the page before. */
export function cursorAfter(last: string): string {
  return Buffer.from(last).toString('base64url');
}

/**
 * What a cursor holds, where it has the form expected.
 *
 * @throws RedflagError `invalid-request`
 */
export function readCursor(cursor: string, form: RegExp): string {
  const last = Buffer.from(cursor, 'base64url').toString();
  if (form.test(last)) return last;
  throw refusal([{ path: 'cursor', message: 'is not a cursor of this collection' }]);
}

/** Ids as the catalogue has them. */
export const ID_FORM = /^[a-z0-9-]{1,120}$/;

/** A page of ids in ascending order. A page begins after an id, so that it stays right when ids are added. */
export function pageOfIds(
  ids: readonly string[],
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): { page: string[]; next: string | null } {
  const after = cursor === undefined ? '' : readCursor(cursor, ID_FORM);
  const start = after === '' ? 0 : firstAfter(ids.length, (at) => ids[at] ?? '', after);
  const page = ids.slice(start, start + limit);
  const last = page.at(-1);
  return {
    page,
    next: last !== undefined && start + limit < ids.length ? cursorAfter(last) : null,
  };
}

/** The first place in an ascending sequence whose id lies after `after`. */
export function firstAfter(length: number, idAt: (at: number) => string, after: string): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (idAt(middle) <= after) low = middle + 1;
    else high = middle;
  }
  return low;
}
