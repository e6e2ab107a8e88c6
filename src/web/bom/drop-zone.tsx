import { useId, useState } from 'preact/hooks';
import { Text } from '../text/text.tsx';
import { activityWords } from '../words/words.ts';
import type { Inquiry } from './use-examination.ts';

const FORMATS = [
  ['', 'what it looks like'],
  ['csv', 'CSV or TSV'],
  ['xlsx', 'Excel workbook (XLSX)'],
  ['cyclonedx', 'CycloneDX'],
  ['spdx', 'SPDX'],
  ['names', 'one name a line'],
] as const;

/** What has been chosen so far. */
type Draft = Omit<Inquiry, 'file'> & { readonly file: File | null };
const EMPTY: Draft = { file: null, policy: null, asOf: '', activity: '', input: '' };

/**
 * Takes a file that is dropped or chosen, the policy that goes with it, and the day
 * and the activity to ask about. It is asked at once, and again with every choice.
 */
export function DropZone({
  asked,
  onInquiry,
}: {
  /** What was asked before one came back. */
  readonly asked: Inquiry | null;
  readonly onInquiry: (inquiry: Inquiry) => void;
}) {
  const [draft, setDraft] = useState<Draft>(asked ?? EMPTY);
  const [over, setOver] = useState(false);
  const choose = (changes: Partial<Draft>) => {
    const next = { ...draft, ...changes };
    setDraft(next);
    const { file } = next;
    if (file) onInquiry({ ...next, file });
  };
  /** Of several files that are dropped together, one may be the policy. */
  const drop = (files: readonly File[]) => {
    const policy = files.find(({ name }) => /\.ya?ml$/i.test(name));
    const file = files.find((each) => each !== policy);
    if (file ?? policy) choose({ ...(file && { file }), ...(policy && { policy }) });
  };
  return (
    <form
      class="drop"
      data-over={over}
      onSubmit={(event) => event.preventDefault()}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        drop([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <FileField
        label="Drop a CSV, XLSX, CycloneDX or SPDX file here, or choose one"
        lead
        file={draft.file}
        onFile={(file) => choose({ file })}
      />
      <div class="filters">
        <label>
          As of, else today{' '}
          <input
            type="date"
            min="1900-01-01"
            max="2099-12-31"
            value={draft.asOf}
            onChange={(event) => choose({ asOf: event.currentTarget.value })}
          />
        </label>
        <label>
          In order to{' '}
          <select
            value={draft.activity}
            onChange={(event) => choose({ activity: event.currentTarget.value })}
          >
            <option value="">any, or the policy's</option>
            {Object.entries(activityWords).map(([activity, words]) => (
              <option key={activity} value={activity}>
                {words.toLowerCase()}
              </option>
            ))}
          </select>
        </label>
        <label>
          Read as{' '}
          <select
            value={draft.input}
            onChange={(event) => choose({ input: event.currentTarget.value })}
          >
            {FORMATS.map(([format, words]) => (
              <option key={format} value={format}>
                {words}
              </option>
            ))}
          </select>
        </label>
      </div>
      <FileField
        label="Policy with waivers (redflag.yaml), if there is one"
        accept=".yaml,.yml"
        file={draft.policy}
        onFile={(policy) => choose({ policy })}
        onRemove={() => choose({ policy: null })}
      />
    </form>
  );
}

interface FileFieldProperties {
  readonly label: string;
  readonly lead?: boolean;
  readonly accept?: string;
  readonly file: File | null;
  readonly onFile: (file: File) => void;
  readonly onRemove?: () => void;
}

/** The browser's own field tells nothing of what was dropped: it is there for the keyboard, and the name stands beside it. */
function FileField({ label, lead = false, accept, file, onFile, onRemove }: FileFieldProperties) {
  const id = useId();
  return (
    <div class={lead ? 'file lead-file' : 'file'}>
      <label for={id} class="file-label">
        {label}
      </label>
      <input
        id={id}
        class="sr"
        type="file"
        accept={accept}
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? [];
          if (chosen) onFile(chosen);
          event.currentTarget.value = '';
        }}
      />
      <label for={id} class="button" aria-hidden="true">
        {file === null ? 'Choose a file' : 'Choose another'}
      </label>
      {file !== null && <Text of={file.name} />}
      {file !== null && onRemove && (
        <button type="button" onClick={onRemove}>
          Without it
        </button>
      )}
    </div>
  );
}
