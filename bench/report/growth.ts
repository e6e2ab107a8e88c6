import type { SizeResult } from '../questions/size.ts';

const WIDTH = 640;
const HEIGHT = 400;
const MARGIN = { left: 70, right: 110, top: 30, bottom: 50 };

type Measured = Pick<SizeResult, 'names'> & {
  readonly latency: Pick<SizeResult['latency'], 'least'>;
};

interface Line {
  readonly label: string;
  readonly colour: string;
  readonly points: readonly (readonly [names: number, milliseconds: number])[];
}

/** Cost of a query against the size of the index, both axes logarithmic: a slope of 1 would be a scan. */
export function growthChart(sizes: readonly Measured[]): string {
  const line = (label: string, colour: string, cost: (size: Measured) => number): Line => ({
    label,
    colour,
    points: sizes.map((size) => [size.names, cost(size)] as const),
  });
  const lines = [
    line('p50', '#1a7f37', ({ latency }) => latency.least.p50),
    line('p99', '#b35900', ({ latency }) => latency.least.p99),
    line('max', '#a40e26', ({ latency }) => latency.least.max),
  ];
  const x = scale(
    lines.flatMap(({ points }) => points.map(([names]) => names)),
    MARGIN.left,
    WIDTH - MARGIN.right,
  );
  const y = scale(
    lines.flatMap(({ points }) => points.map(([, ms]) => ms)),
    HEIGHT - MARGIN.bottom,
    MARGIN.top,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    '<title>Milliseconds of a query against the number of names in the index</title>',
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    ...x.decades.map((value) => {
      const at = x.at(value);
      return (
        `<line x1="${at}" y1="${MARGIN.top}" x2="${at}" y2="${HEIGHT - MARGIN.bottom}" stroke="#dddddd"/>` +
        `<text x="${at}" y="${HEIGHT - MARGIN.bottom + 18}" text-anchor="middle" fill="#333333">${value.toLocaleString('en-US')}</text>`
      );
    }),
    ...y.decades.map((value) => {
      const at = y.at(value);
      return (
        `<line x1="${MARGIN.left}" y1="${at}" x2="${WIDTH - MARGIN.right}" y2="${at}" stroke="#dddddd"/>` +
        `<text x="${MARGIN.left - 8}" y="${at + 4}" text-anchor="end" fill="#333333">${value} ms</text>`
      );
    }),
    ...lines.map(({ label, colour, points }) => {
      const path = points.map(([names, ms]) => `${x.at(names)},${y.at(ms)}`).join(' ');
      const [names, ms] = points.at(-1) ?? [1, 1];
      return (
        `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>` +
        points
          .map(
            (point) =>
              `<circle cx="${x.at(point[0])}" cy="${y.at(point[1])}" r="3" fill="${colour}"/>`,
          )
          .join('') +
        `<text x="${x.at(names) + 8}" y="${y.at(ms) + 4}" fill="${colour}">${label} ${ms.toPrecision(2)} ms</text>`
      );
    }),
    `<text x="${(MARGIN.left + WIDTH - MARGIN.right) / 2}" y="${HEIGHT - 10}" text-anchor="middle" fill="#333333">names in the index</text>`,
    '</svg>',
    '',
  ].join('\n');
}

/** A logarithmic scale over whole decades. */
function scale(values: readonly number[], from: number, to: number) {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  const at = (value: number) =>
    round(from + ((Math.log10(value) - low) / (high - low)) * (to - from));
  const decades = Array.from({ length: high - low + 1 }, (_, step) =>
    Number((10 ** (low + step)).toPrecision(1)),
  );
  return { at, decades };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
