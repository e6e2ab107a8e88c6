import { NAME_AGREES } from '../../devices/index.ts';
import { type Activity, type Consequence, severity } from '../../domain/effect.ts';
import type { Match, Screening } from '../../screening/index.ts';
import type { Component } from '../component.ts';
import type { Place } from '../place.ts';
import type { FailLevel, Waiver } from '../policy/policy.ts';
import type { Answer } from './answers.ts';
import type { Question, Role } from './questions.ts';

/**
 * How much a finding says: `match` a listed party or one that a list reaches;
 * `possible-match` for a person to verify; `provenance` of software; `lead` an OEM
 * relation that determines nothing.
 */
export const findingKinds = ['match', 'possible-match', 'provenance', 'lead'] as const;
export type FindingKind = (typeof findingKinds)[number];

/** A field on which a component matched, and how that is evidenced: `name`, or the grade of a device sign. */
export interface MatchedField {
  readonly field: string;
  readonly evidence: string;
}

/** What an answer says of a component. */
export interface Assessment {
  readonly kind: FindingKind;
  /** The strongest consequence for the activities asked about; null where nothing is determined. */
  readonly consequence: Consequence | null;
  readonly role: Role;
  readonly matched: readonly MatchedField[];
  /** The party that it is about in the first place. */
  readonly party: Match['party'];
  /**
   * From the party denoted to the listed one, each step with its evidence:
   * `ezviz -> hikvision (subsidiary-of, filing)`; empty where the party is listed itself.
   */
  readonly path: string;
}

/** A line of a bill of materials that matched. */
export interface Finding extends Assessment {
  readonly place: Place;
  readonly component: Component;
  readonly notes: readonly string[];
  /** The waiver that holds for it; null: none. */
  readonly waiver: Waiver | null;
  /** The one that would hold, had its last day not passed. */
  readonly expiredWaiver: Waiver | null;
  readonly answer: Answer;
  /** The level from which the file's policy fails. */
  readonly failOn: FailLevel;
}

/** Assesses an answer; null where nothing matched. */
export function assess(
  question: Question,
  screening: Screening,
  activities: readonly Activity[] | null,
): Assessment | null {
  const [first] = bearers(screening);
  if (!first) return null;
  const kind = kindOf(question, screening);
  // That a package bears a name like that of a party says nothing of where it comes from.
  if (question.role === 'provenance' && kind === 'possible-match') return null;
  // Determinations stand strongest first.
  const determining = screening.determinations.find(
    ({ activity }) => activities === null || activities.includes(activity),
  );
  return {
    kind,
    consequence: kind === 'match' ? (determining?.consequence ?? null) : null,
    role: question.role,
    matched: matchedFields(question, bearers(screening)),
    party: first.party,
    path: kind === 'lead' ? leadOf(first) : pathOf(first),
  };
}

function kindOf({ role, signs }: Question, { outcome }: Screening): FindingKind {
  if (outcome === 'no-match') return 'lead';
  // Who wrote it may be another of the same name; who publishes a package is certain.
  if (role === 'provenance' && (signs.length > 0 || outcome === 'match')) return 'provenance';
  return outcome;
}

/** The matches that make a finding: those on which the outcome rests, else strong ones with leads. */
export function bearers({ matches }: Screening): readonly Match[] {
  const counting = matches.filter(({ counts }) => counts);
  if (counting.length > 0) return counting;
  return matches.filter(({ strength, leads }) => strength !== 'possible' && leads.length > 0);
}

/** The fields that point to one of the bearers or to a party that it belongs to; those of others are not what matched. */
function matchedFields(
  { nameFields, signs }: Question,
  matches: readonly Match[],
): readonly MatchedField[] {
  const kin = new Set(matches.flatMap((match) => [...partiesOf(match)]));
  const byName = matches.some(
    ({ matchedOn: { field }, explanation }) =>
      field === 'name' ||
      field === 'brand' ||
      explanation.adjustments.some(({ reason }) => reason === NAME_AGREES),
  );
  return [
    ...(byName ? nameFields.map((field) => ({ field, evidence: 'name' })) : []),
    ...signs.flatMap(({ foundIn, hits }) => {
      const hit = hits.find(({ party }) => kin.has(party));
      return hit ? [{ field: foundIn, evidence: hit.sign.evidence }] : [];
    }),
  ];
}

/** Parties that a match points to: itself, those on the paths to the lists, those its leads name. */
export function partiesOf({ party, designations, leads }: Match): ReadonlySet<string> {
  const onPaths = designations.flatMap(({ via }) => via.map(({ to }) => to));
  return new Set([party.id, ...onPaths, ...leads.map(({ party }) => party.id)]);
}

function pathOf({ party, designations }: Match): string {
  if (designations.some(({ via }) => via.length === 0)) return '';
  const steps = (designations[0]?.via ?? []).map(
    ({ to, relation, evidence }) => `-> ${to} (${relation}, ${evidence})`,
  );
  return [party.id, ...steps].join(' ');
}

function leadOf({ party, leads: [lead] }: Match): string {
  return lead ? `${party.id} -> ${lead.party.id} (${lead.relation}, ${lead.evidence})` : '';
}

/** Whether a finding is at or above its level and not waived. A lead is no match at any level. */
export function fails({ kind, consequence, waiver, failOn }: Finding): boolean {
  if (waiver !== null) return false;
  if (failOn === 'possible-match') return kind !== 'lead';
  return consequence !== null && severity(consequence) >= severity(failOn);
}
