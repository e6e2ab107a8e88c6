import { hrefOf } from '../route/route.ts';
import { Text } from '../text/text.tsx';
import { plain } from '../words/words.ts';

/**
 * The report of `GET /changes`: groups of changed things. The page shows what the
 * service tells, whatever fields a group has, since nothing here depends on them.
 */
export function ChangeReport({ report }: { readonly report: unknown }) {
  const groups = groupsOf(report);
  if (groups.length === 0) return <p>Nothing has changed since.</p>;
  return (
    <>
      {groups.map(({ name, entries }) => (
        <section key={name}>
          <h2>
            {plain(name)} <span class="quiet">{entries.length}</span>
          </h2>
          <ul class="prose">
            {entries.map((entry, index) => (
              <li key={index}>
                <Entry entry={entry} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

interface Group {
  readonly name: string;
  readonly entries: readonly unknown[];
}

function groupsOf(report: unknown): Group[] {
  if (typeof report !== 'object' || report === null) return [];
  return Object.entries(report).flatMap(([name, value]): Group[] => {
    if (Array.isArray(value)) return value.length === 0 ? [] : [{ name, entries: value }];
    return groupsOf(value).map((group) => ({ ...group, name: `${name} ${group.name}` }));
  });
}

function Entry({ entry }: { readonly entry: unknown }) {
  if (typeof entry !== 'object' || entry === null) return <Text of={String(entry)} />;
  const fields = Object.entries(entry).filter(([, value]) => value !== null && value !== '');
  return (
    <>
      {fields.map(([field, value]) => (
        <span key={field} class="field">
          <span class="quiet">{plain(field)}</span>{' '}
          {field === 'party' && typeof value === 'string' ? (
            <a href={hrefOf({ page: 'party', id: value, on: '' })}>
              <Text of={value} />
            </a>
          ) : (
            <Text of={typeof value === 'object' ? JSON.stringify(value) : String(value)} />
          )}{' '}
        </span>
      ))}
    </>
  );
}
