import { useState } from 'preact/hooks';
import { askFor } from '../api/client.ts';
import { asTrouble, type Trouble } from '../api/trouble.ts';
import type { Decision, Disposition, Match } from '../api/types.ts';
import { TroubleNote } from '../page/trouble-note.tsx';
import { Text } from '../text/text.tsx';
import { longDate } from '../words/dates.ts';
import { decisionWords, worded } from '../words/words.ts';

/** Who decides is asked once for a tab. */
const DECIDER = 'redflag:decider';

interface Properties {
  readonly match: Match;
  /** Id of the screening that the match is part of. */
  readonly screening: string;
}

/** What was decided on a match before, and the form in which a person decides now. */
export function Decided({ match, screening }: Properties) {
  const [made, setMade] = useState<Disposition | null>(null);
  const earlier = match.decided;
  return (
    <section class="decision">
      <div role="status">
        {made ? (
          <DecisionNote {...made} now />
        ) : (
          earlier && <DecisionNote {...earlier} now={false} />
        )}
      </div>
      <details class="fold">
        <summary>{made || earlier ? 'Decide anew' : 'Record a decision on this match'}</summary>
        <DecisionForm party={match.party.id} screening={screening} onMade={setMade} />
      </details>
    </section>
  );
}

type Note = Pick<Disposition, 'decision' | 'by' | 'at' | 'reason' | 'screening'>;

function DecisionNote(properties: Note & { readonly now: boolean }) {
  const { decision, by, at, reason, screening, now } = properties;
  return (
    <p class="caution">
      <strong>{worded(decisionWords, decision)}</strong>. {now ? 'Recorded' : 'Decided'} by{' '}
      <Text of={by} /> on {longDate(at.slice(0, 10))}: <Text of={reason} />{' '}
      <span class="quiet">
        {!now && (
          <>
            on <code>{screening}</code>;{' '}
          </>
        )}
        shown with every later answer to this question, until the names or designations of the party
        change. The match stays in the answer.
      </span>
    </p>
  );
}

function DecisionForm(properties: {
  readonly party: string;
  readonly screening: string;
  readonly onMade: (made: Disposition) => void;
}) {
  const { party, screening, onMade } = properties;
  const [sending, setSending] = useState<Decision | null>(null);
  const [trouble, setTrouble] = useState<{ of: Trouble; decision: Decision } | null>(null);
  const decide = async (decision: Decision) => {
    setSending(decision);
    setTrouble(null);
    try {
      const address = `/screenings/${encodeURIComponent(screening)}/dispositions`;
      const body = JSON.stringify(decision);
      onMade(
        await askFor<Disposition>(address, { method: 'POST', body, type: 'application/json' }),
      );
      sessionStorage.setItem(DECIDER, decision.by);
    } catch (error) {
      setTrouble({ of: asTrouble(error), decision });
    } finally {
      setSending(null);
    }
  };
  return (
    <>
      <form
        class="decision-form"
        onSubmit={(event) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget);
          const field = (name: string) => String(data.get(name) ?? '');
          const decision = field('decision') as Decision['decision'];
          void decide({ party, decision, reason: field('reason'), by: field('by') });
        }}
      >
        <fieldset>
          <legend>Decision</legend>
          {Object.entries(decisionWords).map(([decision, words]) => (
            <label key={decision}>
              <input type="radio" name="decision" value={decision} required /> {words}
            </label>
          ))}
        </fieldset>
        <label>
          Because
          <textarea name="reason" rows={2} maxLength={2000} required dir="auto" />
        </label>
        <label>
          Decided by
          <input
            name="by"
            type="text"
            maxLength={200}
            required
            dir="auto"
            autocomplete="name"
            defaultValue={sessionStorage.getItem(DECIDER) ?? ''}
          />
        </label>
        <p>
          <button type="submit" disabled={sending !== null}>
            {sending === null ? 'Record this decision' : 'Recording …'}
          </button>{' '}
          <span class="quiet">
            It is kept with the screening and cannot be taken back, only replaced.
          </span>
        </p>
      </form>
      {trouble && <TroubleNote trouble={trouble.of} again={() => void decide(trouble.decision)} />}
    </>
  );
}
