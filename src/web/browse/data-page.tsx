import { useContext } from 'preact/hooks';
import { BackgroundContext } from '../api/catalogue.ts';
import { NotChecked, notCheckedWords } from '../page/not-checked.tsx';
import { Page } from '../page/page.tsx';
import { DataAge } from '../pictures/data-age.tsx';
import { Text } from '../text/text.tsx';
import { longDate } from '../words/dates.ts';

/** What answers stand on: the version of the catalogue, the age of each list, and what is not checked. */
export function DataPage() {
  const coverage = useContext(BackgroundContext)?.coverage;
  if (!coverage) return <main id="main" class="waiting" aria-busy="true" />;
  const { catalogue, lists, disclaimer } = coverage;
  return (
    <Page
      title="Data"
      heading="How old the data is, and what is missing"
      lead={`Catalogue built ${longDate(catalogue.builtAt.slice(0, 10))}.`}
    >
      <p class="quiet">
        Version{' '}
        <code>
          <Text of={catalogue.version} />
        </code>
        , SHA-256{' '}
        <code class="hash">
          <Text of={catalogue.sha256} />
        </code>
      </p>
      <DataAge lists={lists} today={new Date().toISOString().slice(0, 10)} />
      <section>
        <h2>{notCheckedWords(coverage)}</h2>
        <NotChecked {...coverage} />
      </section>
      <p class="disclaimer">
        <Text of={disclaimer} />
      </p>
    </Page>
  );
}
