import { useContext } from 'preact/hooks';
import { BackgroundContext } from '../api/catalogue.ts';
import { Page } from '../page/page.tsx';
import { DataAge } from '../pictures/data-age.tsx';
import { Text } from '../text/text.tsx';
import { counted, longDate } from '../words/dates.ts';

/** What answers stand on: the version of the catalogue, the age of each list, and what is not checked. */
export function DataPage() {
  const coverage = useContext(BackgroundContext)?.coverage;
  if (!coverage) return <main id="main" class="waiting" aria-busy="true" />;
  const { catalogue, lists, notChecked, disclaimer } = coverage;
  return (
    <Page
      title="Data"
      heading="How old the data is, and what is missing"
      lead={`Catalogue built ${longDate(catalogue.builtAt.slice(0, 10))}.`}
    >
      <p class="quiet">
        Version <code>{catalogue.version}</code>, SHA-256{' '}
        <code class="hash">{catalogue.sha256}</code>
      </p>
      <DataAge lists={lists} today={new Date().toISOString().slice(0, 10)} />
      <section>
        <h2>{counted(notChecked.length, 'thing', 'things')} not checked</h2>
        <ul class="prose">
          {notChecked.map(({ what, reason }) => (
            <li key={what}>
              <Text of={what} />{' '}
              <span class="quiet">
                <Text of={reason} />
              </span>
            </li>
          ))}
        </ul>
      </section>
      <p class="disclaimer">{disclaimer}</p>
    </Page>
  );
}
