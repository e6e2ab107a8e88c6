import { Fragment } from 'preact';
import { useListName } from '../api/catalogue.ts';
import type { Match, PartySummary, Screening } from '../api/types.ts';
import { Suggestion } from '../ask/suggestion.tsx';
import { Scroll } from '../page/scroll.tsx';
import { StatusMark } from '../page/status-mark.tsx';
import { hrefOf, type Question } from '../route/route.ts';
import { Text } from '../text/text.tsx';
import { counted, longDate } from '../words/dates.ts';
import { groundsOf, headline, metBy } from '../words/headline.ts';
import { activityWords, relationWords, worded } from '../words/words.ts';
import { Checked } from './checked.tsx';
import { DeterminationTable } from './determination-table.tsx';
import { about, MatchArticle } from './match-article.tsx';
import { namer } from './namer.ts';
import type { Answer } from './screen.ts';

const OUTCOMES = {
  match: 'Match',
  'possible-match': 'Possible match',
  'no-match': 'No match',
} as const;

/** An answer as a person reads it: first what it amounts to, then why, then on which documents. */
export function AnswerView({
  answer,
  question,
}: {
  readonly answer: Answer;
  readonly question: Question;
}) {
  const { screening, profiles, meant } = answer;
  const { outcome, asOf } = screening;
  const { shown, near } = sorted(screening);
  const foremost =
    groundsOf(screening)[0]?.determination.list ?? shown[0]?.designations[0]?.list.id ?? null;
  return (
    <div class="answer" data-outcome={outcome}>
      <section class="verdict" aria-labelledby="verdict">
        <p class="paper">
          Asked: <Text of={question.text} />
          {question.activity !== '' &&
            `, in order to ${worded(activityWords, question.activity).toLowerCase()}`}
        </p>
        <p class="outcome">
          {OUTCOMES[outcome]} <span class="quiet">on {longDate(asOf)}</span>
        </p>
        <h1 id="verdict" tabIndex={-1}>
          <Text of={headline(screening)} />
        </h1>
        <Ground answer={answer} shown={shown} />
        {outcome === 'possible-match' && shown[0] && <IfItIs match={shown[0]} />}
        <DeterminationTable answer={answer} />
      </section>
      {meant.length > 0 && <Meant parties={meant} question={question} />}
      <div class="matches">
        {shown.map((match, index) => (
          <MatchArticle
            key={`${screening.id} ${match.party.id}`}
            match={match}
            number={index + 1}
            screening={screening.id}
            profiles={profiles}
            asOf={asOf}
            foremost={foremost}
          />
        ))}
        {near.length > 0 && <NearMisses near={near} asOf={asOf} />}
      </div>
      <Checked screening={screening} />
    </div>
  );
}

/** The line under the headline: who it is, by which path, under which list, and on what the match rests. */
function Ground({
  answer: { screening, profiles },
  shown,
}: {
  readonly answer: Answer;
  readonly shown: readonly Match[];
}) {
  const listName = useListName();
  const [first] = groundsOf(screening);
  const match = first?.match ?? shown[0];
  if (!match) {
    return (
      <p class="ground">
        This says nothing about other names, other lists or the days after. See what was checked
        below.
      </p>
    );
  }
  const { words, listed } = metBy(match);
  const nameOf = namer(match, profiles);
  return (
    <p class="ground">
      <strong>
        <Text of={match.party.name} />
      </strong>
      {first?.designation.via.map(({ relation, to }) => (
        <Fragment key={to}>
          , {worded(relationWords, relation)}{' '}
          <strong>
            <Text of={nameOf(to)} />
          </strong>
        </Fragment>
      ))}
      {first && (
        <>
          , under{' '}
          <a href={hrefOf({ page: 'list', id: first.determination.list, on: '' })}>
            <Text of={listName(first.determination.list, first.designation.list.name)} />
          </a>
        </>
      )}
      {' · '}
      {words} <Text of={listed} />
      {match.leads.map(({ relation, party }) => (
        <Fragment key={party.id}>
          {' · to follow up: it '}
          {worded(relationWords, relation)}{' '}
          <a href={hrefOf({ page: 'party', id: party.id, on: screening.asOf })}>
            <Text of={party.name} />
          </a>
        </Fragment>
      ))}
    </p>
  );
}

/** A possible match determines nothing; but a reader must see what it would be about. */
function IfItIs({ match }: { readonly match: Match }) {
  const listName = useListName();
  const standings = new Map(
    match.designations.map(({ list, status }) => [`${list.id} ${status}`, { list, status }]),
  );
  if (standings.size === 0) return null;
  return (
    <div class="if-it-is">
      <p>If it is this party:</p>
      <ul class="standings">
        {[...standings].map(([key, { list, status }]) => (
          <li key={key}>
            <StatusMark status={status} />
            {': '}
            <a href={hrefOf({ page: 'list', id: list.id, on: '' })}>
              <Text of={listName(list.id, list.name)} />
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** No match is no end where the question may have been cut short. */
function Meant({
  parties,
  question,
}: {
  readonly parties: readonly PartySummary[];
  readonly question: Question;
}) {
  return (
    <section class="meant" aria-labelledby="meant">
      <h2 id="meant">Names that hold what was asked</h2>
      <p>If one of these is meant, ask for it whole.</p>
      <ul class="examples">
        {parties.map((party) => (
          <li key={party.id}>
            <a
              href={hrefOf({
                page: 'ask',
                question: { ...question, text: party.matched?.name ?? party.name, as: 'name' },
              })}
            >
              <Suggestion party={party} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NearMisses({ near, asOf }: { readonly near: readonly Match[]; readonly asOf: string }) {
  return (
    <details class="fold near">
      <summary>{counted(near.length, 'near miss', 'near misses')}: alike, but weaker</summary>
      <Scroll label="Near misses">
        <table>
          <thead>
            <tr>
              <th scope="col">Party</th>
              <th scope="col">Alike in</th>
              <th scope="col" class="number">
                Score
              </th>
              <th scope="col">On lists</th>
            </tr>
          </thead>
          <tbody>
            {near.map((match) => (
              <tr key={match.party.id}>
                <th scope="row">
                  <a href={hrefOf({ page: 'party', id: match.party.id, on: asOf })}>
                    <Text of={match.party.name} />
                  </a>{' '}
                  <span class="quiet">{about(match.party)}</span>
                </th>
                <td>
                  {metBy(match).words} <Text of={match.matchedOn.listed} />
                </td>
                <td class="number">{match.score.toFixed(2)}</td>
                <td>{match.designations.length === 0 ? 'none' : match.designations.length}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}

/** The matches on which the answer rests or that bear the name, and those that only resemble it. */
function sorted({ matches }: Screening): { shown: Match[]; near: Match[] } {
  const isNear = ({ counts, strength }: Match) => !counts && strength === 'possible';
  return { shown: matches.filter((match) => !isNear(match)), near: matches.filter(isNear) };
}
