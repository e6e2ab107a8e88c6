import { timeOf } from '../words/dates.ts';

const MS_PER_YEAR = 365.25 * 86_400_000;

/** Days to places along a line. */
export interface TimeScale {
  readonly x: (date: string) => number;
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
}

/**
 * A scale over whole years that holds all the days, with as many year marks as
 * have room.
 *
 * @param width in pixels
 */
export function timeScale(days: readonly string[], width: number): TimeScale {
  const times = days.map(timeOf).filter((time) => !Number.isNaN(time));
  const first = new Date(Math.min(...times)).getUTCFullYear();
  const last = new Date(Math.max(...times)).getUTCFullYear() + 1;
  const start = Date.UTC(first, 0, 1);
  const span = Math.max(Date.UTC(last, 0, 1) - start, MS_PER_YEAR);
  const place = (time: number) => ((time - start) / span) * width;
  const step = [1, 2, 5, 10, 25, 50].find((step) => (width / (last - first)) * step >= 38) ?? 100;
  const ticks = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) {
    ticks.push({ x: place(Date.UTC(year, 0, 1)), label: String(year) });
  }
  return { x: (date) => Math.min(width, Math.max(0, place(timeOf(date)))), ticks };
}
