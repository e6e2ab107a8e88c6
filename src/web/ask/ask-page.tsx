import { useContext, useEffect, useRef } from 'preact/hooks';
import { AnswerView } from '../answer/answer-view.tsx';
import { screen } from '../answer/screen.ts';
import { type Background, BackgroundContext } from '../api/catalogue.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useSlow } from '../api/use-slow.ts';
import { TroubleNote } from '../page/trouble-note.tsx';
import { hasMoved } from '../route/navigation.ts';
import { hrefOf, NO_QUESTION, type Question } from '../route/route.ts';
import { flat } from '../text/marks.ts';
import { Text } from '../text/text.tsx';
import { counted, longDate, shortDate } from '../words/dates.ts';
import { headline } from '../words/headline.ts';
import { AskForm } from './ask-form.tsx';

/** The question and its answer. */
export function AskPage({ question }: { readonly question: Question }) {
  const key = question.text === '' ? null : JSON.stringify(question);
  const { value, trouble, loading, again } = useAnswer(key, (signal) => screen(question, signal));
  const slow = useSlow(loading);
  const results = useRef<HTMLDivElement>(null);
  useEffect(() => {
    document.title = question.text === '' ? 'Redflag' : `${flat(question.text)} – Redflag`;
  }, [question.text]);
  useEffect(() => {
    // One who asks by the form stays in it; one who came by a link is taken to the answer.
    if (loading || !hasMoved() || document.activeElement?.closest('form.ask')) return;
    results.current?.querySelector('h1')?.focus({ preventScroll: true });
  }, [value, loading, key]);
  return (
    <main id="main">
      <AskForm question={question} />
      <p class="sr" role="status">
        {loading ? slow && 'Screening' : value && flat(headline(value.screening))}
      </p>
      <div ref={results} aria-busy={loading} class={slow ? 'results slow' : 'results'}>
        {slow && (
          <p class="wait">
            <progress aria-label="Screening" /> Screening …
          </p>
        )}
        {trouble ? (
          <TroubleNote trouble={trouble} again={again} level={1} />
        ) : value && key !== null ? (
          <AnswerView answer={value} question={question} />
        ) : (
          key === null && <Opening />
        )}
      </div>
    </main>
  );
}

const EXAMPLES: readonly (Partial<Question> & { readonly text: string; readonly shows: string })[] =
  [
    { text: 'Hikvison Digital Technolgy', shows: 'a name with two slips of the pen' },
    { text: '海康威视', shows: 'a name in its own script' },
    { text: 'HiLook', shows: 'a brand, through the path to its owner' },
    { text: 'DS-2CD2042WD-I', shows: 'a model number' },
    { text: '44:19:b6:00:00:01', shows: 'a MAC address' },
    { text: 'Hikvision', on: '2019-08-01', shows: 'the law of an earlier day' },
  ];

/** What answers would stand on: the lists that name someone here, the newest first. */
function Loaded({ background }: { readonly background: Background | null }) {
  const lists = [...(background?.lists.values() ?? [])]
    .filter(({ parties }) => parties > 0)
    .sort((a, b) => (a.asOf < b.asOf ? 1 : -1));
  return (
    <>
      <p class="quiet loaded" aria-busy={background === null}>
        {background === null
          ? 'Reading what is loaded …'
          : `${counted(background.lists.size, 'list', 'lists')} loaded, catalogue of ${longDate(background.coverage.catalogue.builtAt.slice(0, 10))}. These name someone here:`}
      </p>
      <ul class="columns">
        {lists.map(({ id, shortName, parties, asOf }) => (
          <li key={id}>
            <a href={hrefOf({ page: 'list', id, on: '' })}>
              <Text of={shortName} />
            </a>{' '}
            <span class="quiet">
              {counted(parties, 'party', 'parties')}, {shortDate(asOf)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What stands here before a question is asked. */
function Opening() {
  const background = useContext(BackgroundContext);
  return (
    <div class="opening">
      <section>
        <h1 tabIndex={-1}>Who is it, and what does the law say of dealing with it?</h1>
        <p class="lead">
          Redflag compares a name or a sign on a device with restricted-party lists and says which
          party it may be, what each list forbids and to whom, since when, and which document says
          so.
        </p>
        <Loaded background={background} />
      </section>
      <section aria-labelledby="examples">
        <h2 id="examples">Try</h2>
        <ul class="examples">
          {EXAMPLES.map(({ shows, ...question }) => (
            <li key={question.text + question.on}>
              <a href={hrefOf({ page: 'ask', question: { ...NO_QUESTION, ...question } })}>
                {question.text}
                {question.on !== undefined && ` on ${longDate(question.on)}`}
              </a>
              <span class="quiet">{shows}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
