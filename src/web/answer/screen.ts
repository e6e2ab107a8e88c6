import { loadParties, loadParty } from '../api/catalogue.ts';
import { askFor } from '../api/client.ts';
import type { Party, PartySummary, Screening } from '../api/types.ts';
import { isReading, queryFields, readingOf } from '../ask/recognise.ts';
import type { Question } from '../route/route.ts';

/** An answer, with everything known of the parties that bear the designations. */
export interface Answer {
  readonly screening: Screening;
  readonly profiles: ReadonlyMap<string, Party>;
  /** Where nothing matched: parties with a name that holds what was typed, such as its beginning. */
  readonly meant: readonly PartySummary[];
}

/** Timelines are drawn for this many matches: beyond it nobody reads them. */
const PICTURED = 5;
/** Parties that are offered where nothing matched. */
const MEANT = '5';

/** Asks the service. The answer and its pictures come together, so that nothing moves afterwards. */
export async function screen(question: Question, signal: AbortSignal): Promise<Answer> {
  const { text, on, activity, as } = question;
  const query = {
    ...queryFields(text, isReading(as) ? as : readingOf(text)),
    ...(on !== '' && { asOf: on }),
    ...(activity !== '' && { activity }),
  };
  const screening = await askFor<Screening>('/screen', {
    ...{ method: 'POST', body: JSON.stringify(query), type: 'application/json', signal },
  });
  const isBorne = screening.matches.some(({ strength }) => strength !== 'possible');
  const meant =
    screening.outcome === 'no-match' && !isBorne ? await partiesMeant(text, signal) : [];
  const ids = new Set(
    screening.matches
      .slice(0, PICTURED)
      .flatMap(({ party, designations }) => [
        party.id,
        ...designations.flatMap(({ via }) => via.at(-1)?.to ?? []),
      ]),
  );
  const profiles = await Promise.all([...ids].map((id) => loadParty(id, screening.asOf, signal)));
  return { screening, meant, profiles: new Map(profiles.map((party) => [party.id, party])) };
}

/** A question that was cut short matches nothing. What fails here stays silent: the answer is known. */
async function partiesMeant(text: string, signal: AbortSignal): Promise<readonly PartySummary[]> {
  try {
    return (await loadParties({ q: text, limit: MEANT }, signal)).parties;
  } catch {
    return [];
  }
}
