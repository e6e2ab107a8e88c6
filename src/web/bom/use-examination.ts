import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { path } from '../api/client.ts';
import { asTrouble, type Trouble } from '../api/trouble.ts';
import type { BomReport } from './report.ts';
import { type Progress, reportIn, save, send, type Upload } from './send.ts';

/** What is asked about a file. */
export interface Inquiry extends Upload {
  readonly asOf: string;
  readonly activity: string;
  /** The format of the file; empty: what it looks like. */
  readonly input: string;
}

/** What became of a file so far. */
export interface Examination {
  readonly asked: Inquiry | null;
  readonly progress: Progress | null;
  readonly report: BomReport | null;
  readonly trouble: Trouble | null;
  readonly examine: (inquiry: Inquiry) => void;
  readonly stop: () => void;
  /** Asks once more, for the answer in another format, and saves it. */
  readonly download: (format: string, ending: string) => Promise<void>;
}

type State = Pick<Examination, 'asked' | 'progress' | 'report' | 'trouble'>;
const NOTHING: State = { asked: null, progress: null, report: null, trouble: null };

/** What was found last: one who looks up a party and comes back finds the findings still there. */
let kept = NOTHING;

/** Has a file examined. Another file, or another question about it, ends the one before. */
export function useExamination(): Examination {
  const [state, setState] = useState(kept);
  const running = useRef<AbortController | null>(null);
  const stop = () => {
    running.current?.abort();
    setState(NOTHING);
  };
  useEffect(() => () => running.current?.abort(), []);
  // At once: a reader may leave before the page has been drawn.
  useLayoutEffect(() => {
    kept = state.progress === null ? state : NOTHING;
  }, [state]);

  const examine = async (asked: Inquiry) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    setState({ ...NOTHING, asked, progress: { sent: 0 } });
    try {
      const answer = await send(
        asked,
        addressOf(asked),
        (progress) => !signal.aborted && setState((state) => ({ ...state, progress })),
        signal,
      );
      const report = await reportIn<BomReport>(answer);
      if (!signal.aborted) setState({ ...NOTHING, asked, report });
    } catch (error) {
      if (!signal.aborted) setState({ ...NOTHING, asked, trouble: asTrouble(error) });
    }
  };

  const download = async (format: string, ending: string) => {
    const { asked } = state;
    if (!asked) return;
    setState((state) => ({ ...state, trouble: null }));
    try {
      const report = await send(asked, addressOf(asked, format), () => {}, neverAborted);
      save(report, `${asked.file.name}.${ending}`);
    } catch (error) {
      setState((state) => ({ ...state, trouble: asTrouble(error) }));
    }
  };
  return { ...state, examine: (inquiry) => void examine(inquiry), stop, download };
}

const neverAborted = new AbortController().signal;

function addressOf({ asOf, activity, input }: Inquiry, format?: string): string {
  return path('/screen/bom', { asOf, activity, input, format });
}
