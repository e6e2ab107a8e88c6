import type { Progress } from '../../bom/index.ts';
import { counted } from '../text/words.ts';

const MS_PER_SECOND = 1000;
/** A rest shorter than this is not worth a word. */
const LEAST_REST = 1;

/**
 * `12,000 components, 8,412/s, about 12 s left`: the rest by the bytes that are
 * still to be read.
 *
 * @param elapsed milliseconds since the beginning
 */
export function progressText({ components, bytes, of }: Progress, elapsed: number): string {
  const seconds = Math.max(elapsed, 1) / MS_PER_SECOND;
  const rate = Math.round(components / seconds).toLocaleString('en');
  const left = bytes > 0 ? (seconds * (of - bytes)) / bytes : 0;
  const rest = left >= LEAST_REST ? `, about ${Math.round(left)} s left` : '';
  return `${counted(components, 'component', 'components')}, ${rate}/s${rest}`;
}
