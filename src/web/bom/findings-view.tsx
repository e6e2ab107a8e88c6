import { useState } from 'preact/hooks';
import { Scroll } from '../page/scroll.tsx';
import { Text } from '../text/text.tsx';
import { counted, longDate } from '../words/dates.ts';
import { FindingRow, levelWords } from './finding-row.tsx';
import { type BomReport, type Finding, matchesOf } from './report.ts';

/** Rows that are drawn at first, and again with each "More". */
const DRAWN = 200;

interface Properties {
  readonly report: BomReport;
  readonly name: string;
  readonly download: (format: string, ending: string) => void;
}

/** The findings of a file, with filters, and the ways to take them along. */
export function FindingsView({ report, name, download }: Properties) {
  const { findings, summary, coverage } = report;
  const [level, setLevel] = useState('');
  const [words, setWords] = useState('');
  const [waived, setWaived] = useState(true);
  const [drawn, setDrawn] = useState(DRAWN);
  const shown = findings.filter(
    (finding) =>
      (level === '' || levelOf(finding) === level) &&
      (waived || !finding.waived) &&
      (words === '' || textOf(finding).includes(words.toLowerCase())),
  );
  const levels = [...new Set(findings.map(levelOf))];
  const [file] = summary.files;
  return (
    <section class="findings" aria-labelledby="findings">
      <h2 id="findings">
        {findings.length === 0
          ? `No line of ${summary.components.toLocaleString('en')} matched`
          : `${counted(findings.length, 'finding', 'findings')} in ${counted(summary.components, 'line', 'lines')}`}
      </h2>
      <p class="quiet">
        <Text of={name} />, asked as of {longDate(summary.asOf)} in{' '}
        {counted(coverage.lists.length, 'list', 'lists')}, catalogue{' '}
        <code>{coverage.catalogue.version}</code>
        {file && (
          <>
            {', '}SHA-256 <code class="hash">{file.sha256}</code>
          </>
        )}
        . {findings.length === 0 && 'Nothing found is not "clear": see what was not checked.'}
      </p>
      {file?.notes.map((note) => (
        <p key={note} class="caution">
          <Text of={note} />
        </p>
      ))}
      <div class="filters">
        <label>
          Words{' '}
          <input
            type="search"
            dir="auto"
            onInput={(event) => setWords(event.currentTarget.value)}
          />
        </label>
        <label>
          Level{' '}
          <select value={level} onChange={(event) => setLevel(event.currentTarget.value)}>
            <option value="">any</option>
            {levels.map((each) => (
              <option key={each} value={each}>
                {levelWords(each)}
              </option>
            ))}
          </select>
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={waived}
            onChange={(event) => setWaived(event.currentTarget.checked)}
          />{' '}
          Waived ones too
        </label>
        <p class="quiet" role="status">
          {shown.length === findings.length ? '' : `${shown.length} shown`}
        </p>
        <div class="downloads">
          <button type="button" onClick={() => download('sarif', 'sarif')}>
            SARIF
          </button>
          <button type="button" onClick={() => download('csv', 'findings.csv')}>
            CSV
          </button>
          <button type="button" onClick={() => download('evidence', 'evidence.html')}>
            Record for paper
          </button>
        </div>
      </div>
      {findings.length > 0 && (
        <Scroll label="Findings">
          <table class="wide finding-table">
            <thead>
              <tr>
                <th scope="col">Where</th>
                <th scope="col">Component</th>
                <th scope="col">Is</th>
                <th scope="col">Party</th>
                <th scope="col">Waiver</th>
              </tr>
            </thead>
            <tbody>
              {shown.slice(0, drawn).map((finding, index) => (
                <FindingRow key={index} finding={finding} matches={matchesOf(finding, report)} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {shown.length > drawn && (
        <button type="button" onClick={() => setDrawn(drawn + DRAWN)}>
          More
        </button>
      )}
      <details class="fold">
        <summary>{counted(coverage.notChecked.length, 'thing', 'things')} not checked</summary>
        <ul class="prose">
          {coverage.notChecked.map(({ what, reason }) => (
            <li key={what}>
              <Text of={what} />{' '}
              <span class="quiet">
                <Text of={reason} />
              </span>
            </li>
          ))}
        </ul>
      </details>
      <p class="disclaimer">{report.disclaimer}</p>
    </section>
  );
}

/** What a finding is filtered by: its consequence, else its kind. */
export function levelOf({ consequence, kind }: Finding): string {
  return consequence ?? kind;
}

function textOf({ component, party }: Finding): string {
  const values = Object.values(component).join(' ');
  return `${values} ${party.name}`.toLowerCase();
}
