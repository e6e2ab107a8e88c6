import { useMemo, useState } from 'preact/hooks';
import { NotChecked, notCheckedWords } from '../page/not-checked.tsx';
import { Scroll } from '../page/scroll.tsx';
import { Text } from '../text/text.tsx';
import { counted, longDate } from '../words/dates.ts';
import { allFindings, FindingFilters, filtered } from './finding-filters.tsx';
import { FindingRow } from './finding-row.tsx';
import { PartiesFound } from './parties-found.tsx';
import { type BomReport, findingsWords, matchesOf } from './report.ts';
import { WaiversToSee } from './waivers-to-see.tsx';

/** Rows that are drawn at first, and again with each "More". */
const DRAWN = 100;

interface Properties {
  readonly report: BomReport;
  readonly name: string;
  readonly download: (format: string, ending: string) => void;
}

/** The findings of a file, with filters, and the ways to take them along. */
export function FindingsView({ report, name, download }: Properties) {
  const { findings, summary, coverage } = report;
  const [filter, setFilter] = useState(allFindings);
  const [drawn, setDrawn] = useState(DRAWN);
  const shown = useMemo(() => filtered(findings, filter), [findings, filter]);
  const [file] = summary.files;
  return (
    <section class="findings" aria-labelledby="findings">
      <h2 id="findings">{findingsWords(report)}</h2>
      <p class="quiet">
        <Text of={name} />, asked as of {longDate(summary.asOf)} in{' '}
        {counted(coverage.lists.length, 'list', 'lists')}, catalogue{' '}
        <code>
          <Text of={coverage.catalogue.version} />
        </code>
        {file && (
          <>
            {', '}SHA-256 <code class="hash">{file.sha256}</code>
          </>
        )}
        {file && file.policy !== null && (
          <>
            {', '}policy <Text of={file.policy} />
          </>
        )}
        . {findings.length === 0 && 'Nothing found is not "clear": see what was not checked.'}
      </p>
      {file?.notes.map((note) => (
        <p key={note} class="caution">
          <Text of={note} />
        </p>
      ))}
      <WaiversToSee waivers={summary.waivers} />
      <PartiesFound summary={summary} />
      <div class="downloads">
        <span class="quiet">Take along as</span>
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
      {findings.length > 0 && (
        <>
          <FindingFilters
            findings={findings}
            filter={filter}
            onFilter={(next) => {
              setFilter(next);
              setDrawn(DRAWN);
            }}
          />
          <p class="quiet" role="status">
            {shown.length === findings.length
              ? ''
              : `${shown.length.toLocaleString('en')} of ${counted(findings.length, 'finding', 'findings')}`}
          </p>
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
                {shown.slice(0, drawn).map(({ finding, at }) => (
                  <FindingRow key={at} finding={finding} matches={matchesOf(finding, report)} />
                ))}
              </tbody>
            </table>
          </Scroll>
        </>
      )}
      {shown.length > drawn && (
        <p class="more">
          <button type="button" onClick={() => setDrawn(drawn + DRAWN)}>
            {Math.min(DRAWN, shown.length - drawn)} more
          </button>{' '}
          <span class="quiet">
            {drawn.toLocaleString('en')} of {shown.length.toLocaleString('en')} are shown; downloads
            hold all
          </span>
        </p>
      )}
      <details class="fold">
        <summary>{notCheckedWords(coverage)}</summary>
        <NotChecked {...coverage} />
      </details>
      <p class="disclaimer">
        <Text of={report.disclaimer} />
      </p>
    </section>
  );
}
