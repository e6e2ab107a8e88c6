import { z } from 'zod';
import { isoDateSchema } from '../domain/date.ts';
import { RedflagError } from '../domain/error.ts';
import { idSchema } from '../domain/id.ts';
import { listSchema, reachRules } from '../domain/list.ts';
import { type Source, sourceSchema } from '../domain/source.ts';
import { citedEffectSchema, citedSchema } from './answer.ts';
import type { Screener } from './screener.ts';

const citations = z.array(citedSchema).min(1);

/** A list in one line of an overview. */
export const listSummarySchema = z
  .object({
    id: idSchema,
    name: z.string(),
    shortName: z.string(),
    agency: z.string(),
    jurisdiction: z.string(),
    parties: z.int(),
    asOf: z.string(),
    complete: z.boolean(),
  })
  .meta({ id: 'ListSummary' });
export type ListSummary = z.infer<typeof listSummarySchema>;

const listShape = listSchema.shape;
const reachShape = listShape.reach.element.shape;

/** A list with its effects, reach, editions and classes, each cited. */
export const listProfileSchema = listSummarySchema
  .extend({
    authority: z.string(),
    summary: z.string(),
    binds: z.string(),
    periods: z.array(listShape.periods.element.extend({ citations })),
    effects: z.array(citedEffectSchema),
    reach: z.array(
      z.object({
        rule: z.enum(reachRules),
        aggregate: z.boolean(),
        exceptCountries: z.array(z.string()),
        summary: z.string(),
        periods: z.array(reachShape.periods.element.extend({ citations })),
        citations,
      }),
    ),
    editions: z.array(
      z.object({
        date: isoDateSchema,
        complete: z.boolean(),
        withdrawn: z.boolean(),
        note: z.string().optional(),
        citations,
      }),
    ),
    classes: z.array(
      z.object({
        id: idSchema,
        text: z.string(),
        from: isoDateSchema.nullable(),
        exceptions: z.array(z.string()),
        citations,
      }),
    ),
    citations,
    members: z.array(idSchema).describe('Ids of the parties that the list names here'),
  })
  .meta({ id: 'List' });
export type ListProfile = z.infer<typeof listProfileSchema>;

/** A source and what it supports. */
export const sourceProfileSchema = sourceSchema
  .extend({ supports: z.object({ parties: z.array(idSchema), lists: z.array(idSchema) }) })
  .meta({ id: 'SourceProfile' });
export type SourceProfile = Source & z.infer<typeof sourceProfileSchema>;

/** All lists of the catalogue, by id. */
export function summariseLists({ catalogue }: Pick<Screener, 'catalogue'>): ListSummary[] {
  return catalogue.coverage.flatMap(({ id, parties, asOf, complete }) => {
    const list = catalogue.lists.get(id);
    if (!list) return [];
    const { name, shortName, agency, jurisdiction } = list;
    return [{ id, name, shortName, agency, jurisdiction, parties, asOf, complete }];
  });
}

/** One list, whole. @throws RedflagError `not-found` */
export function describeList(
  screener: Pick<Screener, 'catalogue' | 'disclosure'>,
  id: string,
): ListProfile {
  const list = screener.catalogue.lists.get(id);
  const summary = summariseLists(screener).find((summary) => summary.id === id);
  if (!list || !summary) throw new RedflagError('not-found', `There is no list "${id}".`);
  const { disclosure } = screener;
  const cited = <T extends { citations: Parameters<typeof disclosure.cite>[0] }>(value: T) => ({
    ...value,
    citations: disclosure.cite(value.citations),
  });
  const { authority, binds } = list;
  return {
    ...summary,
    ...{ authority, binds, summary: list.summary },
    periods: list.periods.map(cited),
    effects: list.effects.map(cited),
    reach: list.reach.map((reach) => ({ ...cited(reach), periods: reach.periods.map(cited) })),
    editions: list.editions.map(cited),
    classes: list.classes.map(cited),
    citations: disclosure.cite(list.citations),
    members: screener.catalogue.members(id),
  };
}

/** One source with the parties and lists whose statements it supports. @throws RedflagError `not-found` */
export function describeSource(
  { catalogue }: Pick<Screener, 'catalogue'>,
  id: string,
): SourceProfile {
  const source = catalogue.source(id);
  if (!source) throw new RedflagError('not-found', `There is no source "${id}".`);
  return { ...source, supports: catalogue.citedBy(id) };
}
