import type { Catalogue } from '../domain/catalogue.ts';
import type { Coverage } from './answer.ts';

/** Stands under every answer. */
export const DISCLAIMER =
  'Redflag cites documents; it gives no legal advice. A match is a lead for a person to verify, ' +
  'and "no match" means only that nothing was found in the lists named under coverage, as of their dates.';

/**
 * What was checked and what was not: every list with its date and whether its
 * parties are complete here, and what no search by name can answer.
 *
 * @param lists ids that the query is limited to; absent: every list
 */
export function coverageOf(catalogue: Catalogue, lists?: readonly string[]): Coverage {
  const asked = (id: string) => lists === undefined || lists.includes(id);
  const checked = catalogue.coverage.filter(({ id }) => asked(id));
  const notChecked = checked.flatMap(({ id, complete }) => {
    const list = catalogue.lists.get(id);
    if (!list) return [];
    const classes = list.classes.map(({ text }) => ({
      what: `${list.shortName}: ${text}`,
      reason: 'names no party: it covers a class of products, which no name can be compared with',
    }));
    if (complete) return classes;
    return [
      {
        what: `${list.shortName}: parties beyond the curated ones`,
        reason: list.coverage.note ?? 'only a curated part of the list is loaded',
      },
      ...classes,
    ];
  });
  const leftOut = catalogue.coverage.filter(({ id }) => !asked(id));
  return {
    catalogue: catalogue.version,
    lists: checked.map(({ id, parties, asOf, complete }) => ({
      id,
      parties,
      asOf,
      complete,
      classesNotAssessed: catalogue.lists.get(id)?.classes.length ?? 0,
    })),
    notChecked: [
      ...notChecked,
      ...leftOut.map(({ id }) => ({
        what: catalogue.lists.get(id)?.shortName ?? id,
        reason: 'left out by the query',
      })),
      {
        what: 'ownership and affiliation that no relation in the catalogue records',
        reason: 'no register of shareholders is searched',
      },
      { what: 'lists that are not named here', reason: 'not loaded' },
    ],
  };
}
