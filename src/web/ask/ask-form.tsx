import { useEffect, useState } from 'preact/hooks';
import type { Activity } from '../api/types.ts';
import { go } from '../route/navigation.ts';
import type { Question } from '../route/route.ts';
import { activityWords } from '../words/words.ts';
import { NameField } from './name-field.tsx';
import { isReading, readingOf, readings, readingWords } from './recognise.ts';

const ACTIVITIES = Object.entries(activityWords) as [Activity, string][];

/** The question: what, on which day, for which activity. The address holds it once it is asked. */
export function AskForm({ question }: { readonly question: Question }) {
  const [draft, setDraft] = useState(question);
  const { text, on, activity, as } = question;
  useEffect(() => setDraft({ text, on, activity, as }), [text, on, activity, as]);
  const ask = (changes: Partial<Question> = {}) => {
    const next = { ...draft, ...changes };
    setDraft(next);
    if (next.text.trim() !== '') go({ page: 'ask', question: { ...next, text: next.text.trim() } });
  };
  /** A choice beside a question that has been asked is a new question at once. */
  const choose = (changes: Partial<Question>) => {
    if (question.text === '') setDraft({ ...draft, ...changes });
    else ask(changes);
  };
  const recognised = draft.text.trim() === '' ? null : readingOf(draft.text);
  return (
    <search>
      <form
        class="ask"
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
      >
        <NameField
          value={draft.text}
          onInput={(text) => setDraft({ ...draft, text, as: '' })}
          onTake={(text) => ask({ text, as: 'name' })}
        />
        <label class="choice">
          <span>As of, else today</span>
          <input
            type="date"
            value={draft.on}
            min="1900-01-01"
            max="2099-12-31"
            onChange={(event) => choose({ on: event.currentTarget.value })}
          />
        </label>
        <label class="choice">
          <span>In order to</span>
          <select
            value={draft.activity}
            onChange={(event) => choose({ activity: event.currentTarget.value as Activity | '' })}
          >
            <option value="">any activity</option>
            {ACTIVITIES.map(([activity, words]) => (
              <option key={activity} value={activity}>
                {words.toLowerCase()}
              </option>
            ))}
          </select>
        </label>
        <label class="choice">
          <span>Read as</span>
          <select
            value={isReading(draft.as) ? draft.as : ''}
            onChange={(event) => choose({ as: event.currentTarget.value })}
          >
            <option value="">
              {recognised === null ? 'what it looks like' : readingWords[recognised]}
            </option>
            {readings
              .filter((reading) => reading !== recognised)
              .map((reading) => (
                <option key={reading} value={reading}>
                  {readingWords[reading]}
                </option>
              ))}
          </select>
        </label>
        <button type="submit" class="main-button">
          Screen
        </button>
      </form>
    </search>
  );
}
