import { useId } from 'preact/hooks';
import { useListName } from '../api/catalogue.ts';
import type { Status } from '../api/types.ts';
import { Scroll } from '../page/scroll.tsx';
import { StatusMark } from '../page/status-mark.tsx';
import { flat } from '../text/marks.ts';
import { Text } from '../text/text.tsx';
import { longDate, periodWords, shortDate } from '../words/dates.ts';
import { activityWords, statusWords, worded } from '../words/words.ts';
import { timeScale } from './time-scale.ts';
import type { Bar, TimelineRow } from './timeline-rows.ts';
import { useWidth } from './use-width.ts';

const ROW = 40;
const HEAD = 26;
const BAR = 12;

interface Properties {
  readonly rows: readonly TimelineRow[];
  /** The day asked about. */
  readonly asked: string;
  /** What that day is; default "asked". */
  readonly dayWords?: string;
  readonly title: string;
}

/** Every designation of a party by its status over time, with the day asked about as a line; the same as a table behind. */
export function Timeline({ rows, asked, dayWords = 'asked', title }: Properties) {
  const listName = useListName();
  const [box, width] = useWidth<HTMLDivElement>(720);
  const id = useId();
  const scale = timeScale([asked, ...rows.flatMap(daysOf)], width);
  const height = HEAD + rows.length * ROW + 6;
  const askedAt = scale.x(asked);
  const atRight = askedAt > width - 110;
  const mixed = new Set(rows.map(({ through }) => through)).size > 1;
  /** What the list alone does not tell apart: whose entry it is, and which of several. */
  const labelOf = (row: TimelineRow) =>
    [
      listName(row.list, row.listName),
      ...(mixed && row.through !== null ? [row.through] : []),
      ...(rows.some((other) => other !== row && isBeside(other, row)) ? [row.entry] : []),
    ].join(' · ');
  const statuses = [...new Set(rows.flatMap(({ bars }) => bars.map(({ status }) => status)))];
  return (
    <figure class="timeline">
      <div ref={box}>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          height={height}
          role="img"
          aria-labelledby={`${id}-title ${id}-table`}
        >
          <title id={`${id}-title`}>{flat(title)}</title>
          <defs>
            <pattern
              id={`${id}-hatch`}
              width="5"
              height="5"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect class="hatch-ground" width="5" height="5" />
              <rect class="hatch-line" width="2" height="5" />
            </pattern>
          </defs>
          {scale.ticks.map(({ x, label }) => (
            <g key={label} class="tick">
              <line x1={x} x2={x} y1={16} y2={height} />
              <text x={Math.min(Math.max(x, 0), width - 30) + (x > 0 ? 0 : 1)} y={11}>
                {label}
              </text>
            </g>
          ))}
          {rows.map((row, index) => {
            const y = HEAD + index * ROW;
            return (
              <g key={`${row.list} ${row.entry} ${index}`}>
                <text class="row-label" x={0} y={y + 11}>
                  {fitting(flat(labelOf(row)), width)}
                </text>
                {row.bars.map((bar) => (
                  <BarShape
                    key={`${bar.status} ${bar.from}`}
                    bar={bar}
                    y={y + 17}
                    x={scale.x}
                    width={width}
                    hatch={`url(#${id}-hatch)`}
                  />
                ))}
                {row.marks.map(({ date, activity }) => (
                  <path
                    key={`${date} ${activity}`}
                    class="effect-mark"
                    d={`M${scale.x(date)} ${y + 15}v${BAR + 4}`}
                  />
                ))}
              </g>
            );
          })}
          <g class="asked">
            <line x1={askedAt} x2={askedAt} y1={14} y2={height} />
            <text
              x={atRight ? askedAt - 5 : askedAt + 5}
              y={24}
              text-anchor={atRight ? 'end' : 'start'}
            >
              {dayWords}: {shortDate(asked)}
            </text>
          </g>
        </svg>
      </div>
      <figcaption>
        <ul class="legend">
          {statuses.map((status) => (
            <li key={status}>
              <svg viewBox="0 0 22 12" width="22" height="12" aria-hidden="true">
                <rect
                  class="bar"
                  data-status={status}
                  x="0.500"
                  y="1"
                  width="21"
                  height="10"
                  fill={fillOf(status, `url(#${id}-hatch)`)}
                />
              </svg>
              {worded(statusWords, status)}
            </li>
          ))}
          {rows.some(({ marks }) => marks.length > 0) && (
            <li>
              <svg viewBox="0 0 6 12" width="6" height="12" aria-hidden="true">
                <path class="effect-mark" d="M3 0v12" />
              </svg>
              an effect begins
            </li>
          )}
        </ul>
        <details class="fold">
          <summary>The same as a table</summary>
          <Scroll label={`${flat(title)}, as a table`}>
            <table id={`${id}-table`}>
              <thead>
                <tr>
                  <th scope="col">List</th>
                  <th scope="col">Entry</th>
                  <th scope="col">Status</th>
                  <th scope="col">When</th>
                </tr>
              </thead>
              <tbody>
                {rows.flatMap((row, index) => [
                  ...row.bars.map((bar) => (
                    <tr key={`${index} ${bar.status} ${bar.from}`}>
                      <th scope="row">
                        <Text of={listName(row.list, row.listName)} />
                      </th>
                      <td>
                        <Text of={row.entry} />
                      </td>
                      <td>
                        <StatusMark status={bar.status} />
                      </td>
                      <td class="date">{periodWords(bar)}</td>
                    </tr>
                  )),
                  ...row.marks.map(({ date, activity }) => (
                    <tr key={`${index} ${activity} ${date}`}>
                      <th scope="row">
                        <Text of={listName(row.list, row.listName)} />
                      </th>
                      <td>
                        <Text of={row.entry} />
                      </td>
                      <td>Effect: {worded(activityWords, activity)}</td>
                      <td class="date">from {longDate(date)}</td>
                    </tr>
                  )),
                ])}
              </tbody>
            </table>
          </Scroll>
        </details>
      </figcaption>
    </figure>
  );
}

interface BarProperties {
  readonly bar: Bar;
  readonly y: number;
  readonly x: (date: string) => number;
  readonly width: number;
  readonly hatch: string;
}

/** A bar; without a stated start it begins at the first document that shows it, with a dotted line before. */
function BarShape({ bar, y, x, width, hatch }: BarProperties) {
  const { status, from, to, seenOn } = bar;
  const start = x(from ?? seenOn ?? to ?? '');
  const end = to === null ? width : x(to);
  return (
    <>
      {from === null && (
        <line class="unstated" x1={0} x2={start} y1={y + BAR / 2} y2={y + BAR / 2} />
      )}
      <rect
        class="bar"
        data-status={status}
        x={start + 0.5}
        y={y + 0.5}
        width={Math.max(end - start - 1, 2)}
        height={BAR - 1}
        fill={fillOf(status, hatch)}
      />
    </>
  );
}

/** Patterns tell the statuses apart where there is no colour. */
function fillOf(status: Status, hatch: string): string | undefined {
  return status === 'announced' || status === 'suspended' ? hatch : undefined;
}

/** Whether two rows are entries of one party on one list. */
function isBeside(a: TimelineRow, b: TimelineRow): boolean {
  return a.list === b.list && a.through === b.through;
}

function daysOf({ bars, marks }: TimelineRow): string[] {
  return [
    ...bars.flatMap(({ from, to, seenOn }) => [from, to, seenOn].filter((day) => day !== null)),
    ...marks.map(({ date }) => date),
  ];
}

/** SVG text does not wrap: what is too long for the picture is cut; the table has it whole. */
function fitting(label: string, width: number): string {
  const room = Math.floor(width / 7);
  return label.length <= room ? label : `${label.slice(0, room - 1)}…`;
}
