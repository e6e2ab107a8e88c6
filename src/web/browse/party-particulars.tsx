import { SourceLinks } from '../answer/source-links.tsx';
import type { Party } from '../api/types.ts';
import { Scroll } from '../page/scroll.tsx';
import { Text } from '../text/text.tsx';
import { longDate } from '../words/dates.ts';
import { nameTypeWords, worded } from '../words/words.ts';

/** Every name of a party, and where it is printed. */
export function Names({ party }: { readonly party: Party }) {
  return (
    <section>
      <h2>Names</h2>
      <Scroll label="Names">
        <table class="wide stacks">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Is a</th>
              <th scope="col">Printed in</th>
            </tr>
          </thead>
          <tbody>
            {party.names.map(({ name, type, lang, citations }) => (
              <tr key={`${name} ${type}`}>
                <th scope="row">
                  <Text of={name} lang={lang} />
                </th>
                <td>{worded(nameTypeWords, type)}</td>
                <td>
                  <SourceLinks citations={citations} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

/** Addresses, identifiers, dates of birth and notes. */
export function Particulars({ party }: { readonly party: Party }) {
  const { addresses, identifiers, birthDates, notes } = party;
  const facts = [
    ...addresses.map(({ text, citations }) => ({ label: 'Address', text, citations })),
    ...identifiers.map(({ scheme, value, citations }) => ({
      ...{ label: scheme, text: value, citations },
    })),
    ...birthDates.map(({ date, citations }) => ({
      label: 'Born',
      text: longDate(date),
      citations,
    })),
    ...notes.map(({ text, citations }) => ({ label: 'Note', text, citations })),
  ];
  if (facts.length === 0) return null;
  return (
    <section>
      <h2>Particulars</h2>
      <Scroll label="Particulars">
        <table class="wide stacks">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">As printed</th>
              <th scope="col">Printed in</th>
            </tr>
          </thead>
          <tbody>
            {facts.map(({ label, text, citations }) => (
              <tr key={`${label} ${text}`}>
                <th scope="row">
                  <Text of={label} />
                </th>
                <td>
                  <Text of={text} />
                </td>
                <td>
                  <SourceLinks citations={citations} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
