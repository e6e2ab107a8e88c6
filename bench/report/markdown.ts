import type { Share } from '../measures/wilson.ts';

/** "97.3 %"; a dash where nothing was measured */
export function percent(value: number, digits = 1): string {
  return Number.isNaN(value) ? '–' : `${(100 * value).toFixed(digits)} %`;
}

/** "97.3 % (96.1–98.2)": the share with its 95 % interval */
export function shareText({ value, low, high, of }: Share, digits = 1): string {
  if (of === 0) return '–';
  return `${percent(value, digits)} (${(100 * low).toFixed(digits)}–${(100 * high).toFixed(digits)})`;
}

/** "1 in 1,480 (0.07 %)"; "none of 2,000" */
export function rateText({ hits, of, value }: Share): string {
  if (hits === 0) return `none of ${count(of)}`;
  return `1 in ${count(Math.round(of / hits))} (${percent(value, 3)})`;
}

/** "34,171" */
export function count(value: number): string {
  return value.toLocaleString('en-US');
}

/** A Markdown table; cells that would break it are escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  const rule = `|${head.map((_, at) => (at === 0 ? '---' : '---:')).join('|')}|`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}
