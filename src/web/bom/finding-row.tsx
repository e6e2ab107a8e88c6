import { CitedBy } from '../answer/document-list.tsx';
import { useListName } from '../api/catalogue.ts';
import type { Match } from '../api/types.ts';
import { StatusMark } from '../page/status-mark.tsx';
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
  const { location, component, kind, consequence, party, path, notes, screening } = finding;
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
        <LevelMark level={consequence ?? kind} />
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
        <Waivers finding={finding} />
      </td>
    </tr>
  );
}

/** A level of findings: a consequence by colour and word, a kind by its word. */
export function LevelMark({ level }: { readonly level: string }) {
  return (
    <span class="consequence" data-consequence={level}>
      {levelWords(level)}
    </span>
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

/** Who accepted it, why, and until when; an expired waiver is shown as one that no longer holds. */
function Waivers({ finding: { waiver, expiredWaiver } }: { readonly finding: Finding }) {
  const named = waiver ?? expiredWaiver;
  if (named === null) return <span class="quiet no-waiver">none</span>;
  const { reason, approver, expires } = named;
  return (
    <>
      <strong class={waiver ? 'waived' : 'expired'}>{waiver ? 'Waived' : 'Waiver expired'}</strong>
      {waiver ? ' until ' : ': last day '}
      {longDate(expires)}
      <div>
        <Text of={reason} />
      </div>
      <div class="quiet">
        by <Text of={approver} />
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
