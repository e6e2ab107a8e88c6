/** How far an import is. */
export interface Step {
  readonly feed: string;
  readonly phase: 'fetching' | 'reading' | 'building';
  /** Records read, or bytes fetched. */
  readonly done: number;
  /** What part of the phase is done, 0 to 1; null where nobody knows. */
  readonly share: number | null;
  /** Since the phase began. */
  readonly seconds: number;
}

export type OnStep = (step: Step) => void;

/** Milliseconds between two steps: enough to see that it lives. */
const BETWEEN_STEPS_MS = 500;

/** Reports a phase now and then, however often it is told. */
export function phase(
  feed: string,
  name: Step['phase'],
  onStep: OnStep,
): (done: number, share: number | null) => void {
  const began = performance.now();
  let last = began;
  return (done, share) => {
    const now = performance.now();
    if (now - last < BETWEEN_STEPS_MS) return;
    last = now;
    onStep({ feed, phase: name, done, share, seconds: (now - began) / 1000 });
  };
}

/** `csl: reading, 8,000 records, 45 %, 5,200/s, 2 s left` */
export function stepText({ feed, phase: name, done, share, seconds }: Step): string {
  const number = (value: number) => Math.round(value).toLocaleString('en-US');
  const rate = seconds > 0 ? done / seconds : 0;
  const parts =
    name === 'fetching'
      ? [`${number(done / 1024)} kB`, `${number(rate / 1024)} kB/s`]
      : [`${number(done)} records`, `${number(rate)}/s`];
  const left = share !== null && share > 0 ? (seconds * (1 - share)) / share : null;
  const far = share === null ? [] : [`${Math.round(share * 100)} %`];
  const time = left === null ? [] : [`${number(left)} s left`];
  return `${feed}: ${[name, ...parts, ...far, ...time].join(', ')}`;
}
