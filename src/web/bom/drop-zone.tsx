import { useRef, useState } from 'preact/hooks';
import { activityWords } from '../words/words.ts';

interface Properties {
  readonly onFile: (asked: {
    readonly file: File;
    readonly asOf: string;
    readonly activity: string;
    readonly input: string;
  }) => void;
  readonly busy: boolean;
}

const FORMATS = [
  ['', 'what it looks like'],
  ['csv', 'CSV or TSV'],
  ['xlsx', 'Excel workbook (XLSX)'],
  ['cyclonedx', 'CycloneDX'],
  ['spdx', 'SPDX'],
  ['names', 'one name a line'],
] as const;

/** Takes a file that is dropped or chosen, with the day and the activity to ask about. */
export function DropZone({ onFile, busy }: Properties) {
  const form = useRef<HTMLFormElement>(null);
  const [over, setOver] = useState(false);
  const take = (file: File | undefined) => {
    if (!file || !form.current || busy) return;
    const data = new FormData(form.current);
    const chosen = (name: string) => String(data.get(name) ?? '');
    onFile({ file, asOf: chosen('asOf'), activity: chosen('activity'), input: chosen('input') });
  };
  return (
    <form
      ref={form}
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
        take(event.dataTransfer?.files[0]);
      }}
    >
      <label class="file">
        <span>Drop a CSV, XLSX, CycloneDX or SPDX file here, or choose one</span>
        <input
          type="file"
          disabled={busy}
          onChange={(event) => {
            take(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </label>
      <div class="filters">
        <label>
          As of, else today <input type="date" name="asOf" min="1900-01-01" max="2099-12-31" />
        </label>
        <label>
          In order to{' '}
          <select name="activity">
            <option value="">any activity</option>
            {Object.entries(activityWords).map(([activity, words]) => (
              <option key={activity} value={activity}>
                {words.toLowerCase()}
              </option>
            ))}
          </select>
        </label>
        <label>
          Read as{' '}
          <select name="input">
            {FORMATS.map(([format, words]) => (
              <option key={format} value={format}>
                {words}
              </option>
            ))}
          </select>
        </label>
      </div>
    </form>
  );
}
