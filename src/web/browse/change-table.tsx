import { useListName } from '../api/catalogue.ts';
import { Scroll } from '../page/scroll.tsx';
import { StatusMark } from '../page/status-mark.tsx';
import { hrefOf } from '../route/route.ts';
import { Text } from '../text/text.tsx';
import { plain } from '../words/words.ts';
import type { PartyChange } from './changes.ts';

/** What changed, party by party. */
export function ChangeTable({ changes }: { readonly changes: readonly PartyChange[] }) {
  return (
    <Scroll label="Changes">
      <table class="wide">
        <thead>
          <tr>
            <th scope="col">Party</th>
            <th scope="col">Was</th>
            <th scope="col">Designations</th>
            <th scope="col">Names</th>
            <th scope="col">Other</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <Row key={change.party.id} change={change} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Row({
  change: { party, change, names, designations, fields },
}: {
  readonly change: PartyChange;
}) {
  return (
    <tr>
      <th scope="row">
        <a href={hrefOf({ page: 'party', id: party.id, on: '' })}>
          <Text of={party.name} />
        </a>
      </th>
      <td>{change}</td>
      <td>
        <Designations sign="+" meaning="added" of={designations.added} />
        <Designations sign="−" meaning="removed" of={designations.removed} />
        <Designations sign="~" meaning="changed" of={designations.changed} />
      </td>
      <td>
        <ul class="plain">
          {names.added.map(({ name, type }) => (
            <li key={`+${name}${type}`}>
              <Sign of="+" meaning="added" /> <Text of={name} />
            </li>
          ))}
          {names.removed.map(({ name, type }) => (
            <li key={`-${name}${type}`}>
              <Sign of="−" meaning="removed" /> <Text of={name} />
            </li>
          ))}
        </ul>
      </td>
      <td>
        <Text of={fields.map(plain).join(', ')} />
      </td>
    </tr>
  );
}

function Designations(properties: {
  readonly sign: string;
  readonly meaning: string;
  readonly of: PartyChange['designations']['added'];
}) {
  const listName = useListName();
  return (
    <ul class="plain">
      {properties.of.map(({ list, entry, record, status }) => (
        <li key={`${list} ${entry} ${record}`}>
          <Sign of={properties.sign} meaning={properties.meaning} /> <Text of={listName(list)} />{' '}
          <StatusMark status={status} />
        </li>
      ))}
    </ul>
  );
}

function Sign({ of, meaning }: { readonly of: string; readonly meaning: string }) {
  return (
    <>
      <span aria-hidden="true">{of}</span>
      <span class="sr">{meaning}</span>
    </>
  );
}
