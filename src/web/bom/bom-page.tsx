import { useState } from 'preact/hooks';
import { path } from '../api/client.ts';
import { Trouble } from '../api/trouble.ts';
import { Page } from '../page/page.tsx';
import { TroubleNote } from '../page/trouble-note.tsx';
import { DropZone } from './drop-zone.tsx';
import { FindingsView } from './findings-view.tsx';
import type { BomReport } from './report.ts';
import { type Progress, reportIn, save, send } from './send.ts';

/** What is asked about a file. */
interface Asked {
  readonly file: File;
  readonly asOf: string;
  readonly activity: string;
  readonly input: string;
}

interface State {
  readonly asked: Asked | null;
  readonly progress: Progress | null;
  readonly report: BomReport | null;
  readonly trouble: Trouble | null;
}

const NOTHING: State = { asked: null, progress: null, report: null, trouble: null };

/** A file goes in, findings come out, line by line. The file is not kept. */
export function BomPage() {
  const [state, setState] = useState<State>(NOTHING);
  const { asked, progress, report, trouble } = state;
  const examine = async (asked: Asked) => {
    setState({ ...NOTHING, asked, progress: { sent: 0 } });
    try {
      const answer = await send(asked.file, addressOf(asked), (progress) =>
        setState((state) => ({ ...state, progress })),
      );
      const report = await reportIn<BomReport>(answer);
      setState({ ...NOTHING, asked, report });
    } catch (error) {
      setState({ ...NOTHING, asked, trouble: asTrouble(error) });
    }
  };
  const download = async (format: string, ending: string) => {
    if (!asked) return;
    try {
      save(
        await send(asked.file, addressOf(asked, format), () => {}),
        `${asked.file.name}.${ending}`,
      );
    } catch (error) {
      setState((state) => ({ ...state, trouble: asTrouble(error) }));
    }
  };
  return (
    <Page
      title="Bills of materials"
      lead="A spreadsheet or an SBOM goes in; every line that may stand for a restricted party comes back with its reasons and documents."
    >
      <DropZone onFile={examine} busy={progress !== null} />
      <div role="status" class="progress">
        {progress !== null && asked !== null && (
          <ProgressLine progress={progress} name={asked.file.name} />
        )}
      </div>
      {trouble && (
        <TroubleNote trouble={trouble} {...(asked && { again: () => void examine(asked) })} />
      )}
      {report && asked && (
        <FindingsView report={report} name={asked.file.name} download={download} />
      )}
    </Page>
  );
}

function ProgressLine({ progress, name }: { readonly progress: Progress; readonly name: string }) {
  if (progress === 'screening') {
    return (
      <>
        <progress aria-label={`Screening ${name}`} /> Screening every line of {name} …
      </>
    );
  }
  return (
    <>
      <progress value={progress.sent} max={1} aria-label={`Sending ${name}`} /> Sending {name} …
    </>
  );
}

function addressOf({ asOf, activity, input, file }: Asked, format?: string): string {
  return path('/screen/bom', { asOf, activity, input, format, file: file.name });
}

function asTrouble(error: unknown): Trouble {
  return error instanceof Trouble
    ? error
    : new Trouble('The page has failed', String(error), 'Load it anew.');
}
