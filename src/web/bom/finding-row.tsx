import { CitedBy } from '../answer/document-list.tsx';
import { useListName } from '../api/catalogue.ts';
import type { Match } from '../api/types.ts';
import { ConsequenceMark, StatusMark } from '../page/status-mark.tsx';
import { hrefOf } from '../route/route.ts';
import { AlignedNames } from '../text/aligned-names.tsx';
import { Text } from '../text/text.tsx';
import { longDate, periodWords } from '../words/dates.ts';
import {
  consequenceWords,
  fieldWords,
  nameTypeWords,
  plain,
  strengthWords,
  worded,
} from '../words/words.ts';
import { type Finding, labelOf, placeWords } from './report.ts';

/** One finding: where, what, how strong, of whom; unfolded with its reasons and documents. */
export function FindingRow({
  finding,
  matches,
}: {
  readonly finding: Finding;
  readonly matches: readonly Match[];
}) {
  const { location, component, kind, consequence, waiver, party, path, notes, screening } = finding;
  const match = matches.find((each) => each.party.id === party.id);
  return (
    <tr data-waived={finding.waived}>
      <td class="date">{placeWords(location)}</td>
      <th scope="row">
        <Text of={labelOf(component)} />
        <div class="quiet">
          <Fields component={component} />
        </div>
      </th>
      <td>
        {consequence === null ? (
          <span class="consequence">{levelWords(kind)}</span>
        ) : (
          <ConsequenceMark consequence={consequence} />
        )}
      </td>
      <td>
        <a href={hrefOf({ page: 'party', id: party.id, on: screening.asOf })}>
          <Text of={party.name} />
        </a>
        {path !== '' && (
          <div class="quiet">
            <Text of={path} />
          </div>
        )}
        {notes.map((note) => (
          <div key={note} class="quiet">
            <Text of={note} />
          </div>
        ))}
        {match && <Reasons match={match} />}
      </td>
      <td>
        {waiver === null ? <span class="quiet no-waiver">none</span> : <Waiver waiver={waiver} />}
      </td>
    </tr>
  );
}

/** A level of findings in words: a consequence, or a kind that has none. */
export function levelWords(level: string): string {
  const words: Readonly<Record<string, string>> = {
    ...consequenceWords,
    match: 'Match, nothing follows',
    'possible-match': 'Possible match',
    provenance: 'Provenance',
    lead: 'Lead',
  };
  return words[level] ?? plain(level);
}

/** Who accepted it, why, and until when. */
function Waiver({ waiver }: { readonly waiver: NonNullable<Finding['waiver']> }) {
  const { reason = '', approver = '', expires = '' } = waiver;
  return (
    <>
      <Text of={reason} />
      <div class="quiet">
        <Text of={approver} />, until {longDate(expires)}
      </div>
    </>
  );
}

function Fields({ component }: { readonly component: Finding['component'] }) {
  const label = labelOf(component);
  const fields = Object.entries(component).filter(
    ([field, value]) => field !== 'kind' && String(value) !== label,
  );
  return (
    <>
      {fields.map(([field, value], index) => (
        <span key={field}>
          {index > 0 && ' · '}
          {plain(field)} <Text of={String(value)} />
        </span>
      ))}
    </>
  );
}

function Reasons({ match }: { readonly match: Match }) {
  const listName = useListName();
  const { matchedOn, strength, score, designations } = match;
  const { nameType, field, query, listed, citations } = matchedOn;
  const sign = nameType === null ? fieldWords[field] : worded(nameTypeWords, nameType);
  return (
    <details class="fold">
      <summary>
        {worded(strengthWords, strength)} {score.toFixed(2)}
      </summary>
      <AlignedNames asked={query} listed={listed} sign={sign} />
      <CitedBy citations={citations} />
      <ul class="plain">
        {designations.map((designation) => (
          <li key={`${designation.list.id} ${designation.entry.name} ${designation.via.length}`}>
            <StatusMark status={designation.status} />{' '}
            <a href={hrefOf({ page: 'list', id: designation.list.id, on: '' })}>
              <Text of={listName(designation.list.id, designation.list.name)} />
            </a>{' '}
            <span class="quiet">{periodWords(designation)}</span>
            <CitedBy citations={designation.citations} />
          </li>
        ))}
      </ul>
    </details>
  );
}
