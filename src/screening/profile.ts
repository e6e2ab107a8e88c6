import { z } from 'zod';
import { type IsoDate, isoDateSchema } from '../domain/date.ts';
import { periodSchema } from '../domain/designation.ts';
import { RedflagError } from '../domain/error.ts';
import { nameTypeSchema, type Party } from '../domain/party.ts';
import { forceOf, standingOn } from '../domain/standing.ts';
import {
  answeredDesignationSchema,
  citedDisagreementSchema,
  citedEffectSchema,
  citedSchema,
  partyReferenceSchema,
  stepSchema,
} from './answer.ts';
import { type Between, changesBetween, legalChangeSchema } from './legal-change.ts';
import type { Screener } from './screener.ts';

const citations = z.array(citedSchema).min(1);

/** A relation from the side of either party: `to` is the other end. */
export const profileRelationSchema = stepSchema.extend({
  other: partyReferenceSchema,
});

export const profilePeriodSchema = periodSchema
  .omit({ citations: true, disagreements: true })
  .extend({
    citations,
    disagreements: z.array(citedDisagreementSchema),
  });

/** One designation with every period that it ever had: what the law said when. */
export const profileDesignationSchema = z
  .object({
    list: answeredDesignationSchema.shape.list,
    entry: answeredDesignationSchema.shape.entry,
    standing: answeredDesignationSchema
      .pick({ status: true, force: true, from: true, to: true, seenOn: true })
      .nullable()
      .describe(
        'On the day asked about; null where it had neither begun nor been reported by then',
      ),
    periods: z.array(profilePeriodSchema),
    editions: z.array(z.object({ date: isoDateSchema, name: z.string(), citations })),
    effects: z.array(citedEffectSchema),
  })
  .meta({ id: 'PartyDesignation' });

export const partyProfileSchema = partyReferenceSchema
  .extend({
    asOf: isoDateSchema.describe('The day on which it stands so'),
    names: z.array(
      z.object({
        name: z.string(),
        type: nameTypeSchema,
        lang: z.string().nullable(),
        citations,
        disagreements: z.array(citedDisagreementSchema),
      }),
    ),
    addresses: z.array(z.object({ text: z.string(), country: z.string().nullable(), citations })),
    identifiers: z.array(z.object({ scheme: z.string(), value: z.string(), citations })),
    birthDates: z.array(z.object({ date: z.string(), citations })),
    relations: z.array(profileRelationSchema).describe('To the parties that this one belongs to'),
    relatedBy: z.array(profileRelationSchema).describe('From the parties that belong to this one'),
    designations: z.array(profileDesignationSchema),
    reached: z
      .array(answeredDesignationSchema)
      .describe('Designations of other parties that reach this one on that day'),
    notes: z.array(z.object({ text: z.string(), citations })),
    changes: z
      .array(legalChangeSchema)
      .nullable()
      .describe('With `from` or `to`: what the law changed after the first day, to the second'),
  })
  .meta({ id: 'Party' });
export type PartyProfile = z.infer<typeof partyProfileSchema>;

/**
 * Everything that the catalogue holds about a party.
 *
 * @throws RedflagError `not-found`
 */
export function describeParty(
  screener: Pick<Screener, 'catalogue' | 'disclosure' | 'today'>,
  id: string,
  { asOf = screener.today(), ...between }: Between & { readonly asOf?: IsoDate | undefined } = {},
): PartyProfile {
  const { catalogue, disclosure } = screener;
  const party = catalogue.party(id);
  if (!party) throw new RedflagError('not-found', `There is no party "${id}".`);
  const relation = (from: Party, other: Party, index: number) => {
    const {
      type,
      party: to,
      disagreements,
      citations,
      note,
      ...rest
    } = from.relations[index] ?? missing();
    return {
      ...rest,
      ...{ relation: type, from: from.id, to },
      other: disclosure.reference(other),
      note: note ?? null,
      disagreements: disclosure.disagreements(disagreements),
      citations: disclosure.cite(citations),
    };
  };
  const asked = between.from !== undefined || between.to !== undefined;
  return {
    ...disclosure.reference(party),
    asOf,
    names: party.names.map(({ lang, ...name }) => ({
      ...disclosed(name),
      lang: lang ?? null,
      disagreements: disclosure.disagreements(name.disagreements),
    })),
    addresses: party.addresses.map(disclosed),
    identifiers: party.identifiers.map(disclosed),
    birthDates: party.birthDates.map(disclosed),
    relations: party.relations.flatMap(({ party: to }, index) => {
      const other = catalogue.party(to);
      return other ? [relation(party, other, index)] : [];
    }),
    relatedBy: catalogue
      .relatedTo(id)
      .flatMap((child) =>
        child.relations.flatMap(({ party: to }, index) =>
          to === id ? [relation(child, child, index)] : [],
        ),
      ),
    designations: party.designations.map((designation) => {
      const list = disclosure.list(designation.list);
      const standing = standingOn(designation, asOf);
      return {
        list: { id: list.id, name: list.name, agency: list.agency },
        entry: designation.entry,
        standing: standing && {
          ...{ status: standing.period.status, force: forceOf(standing) },
          ...{ from: standing.period.from, to: standing.period.to },
          seenOn: standing.period.seenOn,
        },
        periods: designation.periods.map((period) => ({
          ...disclosed(period),
          disagreements: disclosure.disagreements(period.disagreements),
        })),
        editions: designation.editions.map(disclosed),
        effects: disclosure.effects(designation),
      };
    }),
    reached: disclosure
      .designations(party, asOf)
      .flatMap(({ answered }) => (answered.via.length > 0 ? [answered] : [])),
    notes: party.notes.map(disclosed),
    changes: asked ? changesBetween(disclosure, party, between) : null,
  };

  function disclosed<T extends { citations: Parameters<typeof disclosure.cite>[0] }>(value: T) {
    return { ...value, citations: disclosure.cite(value.citations) };
  }
}

function missing(): never {
  throw new RangeError('a relation was asked for by an index that it does not have');
}
