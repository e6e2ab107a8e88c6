import type { Match } from '../api/types.ts';
import { Scroll } from '../page/scroll.tsx';
import { Text } from '../text/text.tsx';
import { plain, wordRelation } from '../words/words.ts';

type Step = Match['explanation']['steps'][number];

/** Why the score is what it is: word by word, then what was added or taken off. */
export function Reasons({ match }: { readonly match: Match }) {
  const { steps, adjustments, counterfactual } = match.explanation;
  return (
    <Scroll label="The score, word by word">
      <table class="reasons">
        <caption>
          Score <b>{match.score.toFixed(2)}</b>, word by word
        </caption>
        <thead>
          <tr>
            <th scope="col">Asked</th>
            <th scope="col">Listed</th>
            <th scope="col">Because</th>
            <th scope="col" class="number">
              Alike
            </th>
            <th scope="col" class="number">
              Weight
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <Row key={`${step.query} ${step.listed} ${step.relation}`} step={step} />
          ))}
          {adjustments.map(({ reason, delta }) => (
            <tr key={reason}>
              <td colSpan={4}>
                <Text of={reason} />
              </td>
              <td class="number">
                {delta === 0 ? '' : `${delta > 0 ? '+' : '−'}${Math.abs(delta).toFixed(2)}`}
              </td>
            </tr>
          ))}
          {counterfactual !== null && (
            <tr>
              <td colSpan={5}>
                <Text of={counterfactual} />
              </td>
            </tr>
          )}
          {match.matchedOn.evidence !== undefined && (
            <tr>
              <td colSpan={5}>Kind of evidence: {plain(match.matchedOn.evidence)}</td>
            </tr>
          )}
        </tbody>
      </table>
    </Scroll>
  );
}

function Row({ step }: { readonly step: Step }) {
  const { query, listed, relation, similarity, weight } = step;
  return (
    <tr>
      <td>{query === null ? '–' : <Text of={query} />}</td>
      <td>{listed === null ? '–' : <Text of={listed} />}</td>
      <td>{wordRelation(relation)}</td>
      <td class="number">{similarity.toFixed(2)}</td>
      <td class="number">
        <svg class="weight" viewBox="0 0 40 6" width="40" height="6" aria-hidden="true">
          <rect class="track" width="40" height="6" />
          <rect class="fill" width={40 * weight} height="6" />
        </svg>{' '}
        {weight.toFixed(2)}
      </td>
    </tr>
  );
}
