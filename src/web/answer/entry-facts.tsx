import type { Designation } from '../api/types.ts';
import { Text } from '../text/text.tsx';

const LABELS = [
  ['record', 'Record'],
  ['programme', 'Programme'],
  ['licenceRequirement', 'Licence for'],
  ['licencePolicy', 'Licence policy'],
  ['federalRegister', 'Register'],
] as const;

/** The entry as the list prints it. */
export function EntryFacts({ entry }: { readonly entry: Designation['entry'] }) {
  return (
    <>
      <div>
        <dt>Entry</dt>
        <dd>
          <Text of={entry.name} />
        </dd>
      </div>
      {LABELS.map(([field, label]) => {
        const value = entry[field];
        if (value === null) return null;
        return (
          <div key={field}>
            <dt>{label}</dt>
            <dd>
              <Text of={value} />
            </dd>
          </div>
        );
      })}
    </>
  );
}
