import { Page } from '../page/page.tsx';
import { TroubleNote } from '../page/trouble-note.tsx';
import { flat } from '../text/marks.ts';
import { Text } from '../text/text.tsx';
import { DropZone } from './drop-zone.tsx';
import { FindingsView } from './findings-view.tsx';
import { findingsWords } from './report.ts';
import type { Progress } from './send.ts';
import { useExamination } from './use-examination.ts';

/** A file goes in, findings come out, line by line. The file is not kept. */
export function BomPage() {
  const { asked, progress, report, trouble, examine, stop, download } = useExamination();
  return (
    <Page
      title="Bills of materials"
      lead="A spreadsheet or an SBOM goes in; every line that may stand for a restricted party comes back with its reasons and documents."
    >
      <DropZone asked={asked} onInquiry={examine} />
      <div class="progress" aria-busy={progress !== null}>
        {progress !== null && asked !== null && (
          <>
            <ProgressBar progress={progress} name={asked.file.name} />
            <button type="button" onClick={stop}>
              Stop
            </button>
          </>
        )}
      </div>
      {trouble && <TroubleNote trouble={trouble} {...(asked && { again: () => examine(asked) })} />}
      <p class="sr" role="status">
        {report ? findingsWords(report) : ''}
      </p>
      {report && asked && (
        <FindingsView report={report} name={asked.file.name} download={download} />
      )}
    </Page>
  );
}

function ProgressBar({ progress, name }: { readonly progress: Progress; readonly name: string }) {
  const screening = progress === 'screening';
  const words = screening ? 'Screening every line of' : 'Sending';
  return (
    <>
      <progress
        {...(screening ? {} : { value: progress.sent })}
        max={1}
        aria-label={`${words} ${flat(name)}`}
      />
      <span role="status">
        {words} <Text of={name} /> …
      </span>
    </>
  );
}
