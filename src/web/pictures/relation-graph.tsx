import type { Party } from '../api/types.ts';
import { Scroll } from '../page/scroll.tsx';
import { hrefOf } from '../route/route.ts';
import { flat } from '../text/marks.ts';
import { Text } from '../text/text.tsx';
import { evidenceWords, relationWords, worded } from '../words/words.ts';
import { type Tie, tiesOf } from './relation-tree.ts';
import { useWidth } from './use-width.ts';

/** Where the picture is wide, the tie stands beside the name; else below it. */
const WIDE = { row: 27, from: 640 };
const NARROW_ROW = 42;
const INDENT = 30;

/**
 * The relations of a party as a tree read downwards: what it belongs to above
 * it, what belongs to it below; each tie with its share and its evidence.
 *
 *     CETC
 *     └ owned by 100 % · CETHIK
 *       └ owned by 36.5 % · Hikvision
 *         ├ brand of · HiLook
 *         └ subsidiary of 60 % · Hikrobot
 */
export function RelationGraph({
  party,
  forebears,
}: {
  readonly party: Party;
  readonly forebears: readonly Party[];
}) {
  const [box, width] = useWidth<HTMLDivElement>(720);
  const { up, down } = tiesOf(party, forebears);
  const rows = layOut(party, up, down);
  const wide = width >= WIDE.from;
  const pitch = wide ? WIDE.row : NARROW_ROW;
  const height = rows.length * pitch + 8;
  const title = `Relations of ${flat(party.name)}`;
  return (
    <figure class="relations">
      <div ref={box}>
        <svg viewBox={`0 0 ${width} ${height}`} height={height}>
          <title>{title}</title>
          {rows.map((row, index) => (
            <Node key={`${row.id} ${index}`} {...{ row, index, width, pitch }} />
          ))}
        </svg>
      </div>
      <figcaption>
        <ul class="legend">
          <li>
            <svg viewBox="0 0 24 8" width="24" height="8" aria-hidden="true">
              <path class="tie-line" data-evidence="registry" d="M0 4h24" />
            </svg>
            register, filing, official document
          </li>
          <li>
            <svg viewBox="0 0 24 8" width="24" height="8" aria-hidden="true">
              <path class="tie-line" data-evidence="press" d="M0 4h24" />
            </svg>
            press
          </li>
          <li>
            <svg viewBox="0 0 24 8" width="24" height="8" aria-hidden="true">
              <path class="tie-line" data-evidence="community" d="M0 4h24" />
            </svg>
            community
          </li>
        </ul>
        <details class="fold">
          <summary>The same as a table</summary>
          <TieTable ties={[...up, ...down]} />
        </details>
      </figcaption>
    </figure>
  );
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly depth: number;
  /** The row that the line comes from; -1: none. */
  readonly parent: number;
  readonly tie: Tie | null;
  readonly self: boolean;
}

/** Owners first, each below its own owner; then the party; then what belongs to it, the largest share first. */
function layOut(party: Party, up: readonly Tie[], down: readonly Tie[]): Row[] {
  const rows: Row[] = [];
  const chain = [...up].reverse();
  const indexOf = new Map<string, number>();
  for (const { to } of chain) {
    if (indexOf.has(to.id)) continue;
    const above = up.find(({ from }) => from.id === to.id);
    const parent = above ? (indexOf.get(above.to.id) ?? -1) : -1;
    const depth = parent === -1 ? 0 : (rows[parent]?.depth ?? 0) + 1;
    indexOf.set(to.id, rows.length);
    rows.push({ ...to, depth, parent, tie: above ?? null, self: false });
  }
  const own = up.filter(({ from }) => from.id === party.id);
  const parent = Math.max(-1, ...own.map(({ to }) => indexOf.get(to.id) ?? -1));
  const depth = parent === -1 ? 0 : (rows[parent]?.depth ?? 0) + 1;
  const self = rows.length;
  const nearest = own.find(({ to }) => indexOf.get(to.id) === parent) ?? null;
  rows.push({ id: party.id, name: party.name, depth, parent, tie: nearest, self: true });
  const byShare = [...down].sort(
    (a, b) => (b.percent ?? -1) - (a.percent ?? -1) || (a.from.name < b.from.name ? -1 : 1),
  );
  for (const tie of byShare) {
    rows.push({ ...tie.from, depth: depth + 1, parent: self, tie, self: false });
  }
  return rows;
}

interface NodeProperties {
  readonly row: Row;
  readonly index: number;
  readonly width: number;
  /** From row to row, in pixels. */
  readonly pitch: number;
}

function Node({ row, index, width, pitch }: NodeProperties) {
  const beside = pitch === WIDE.row;
  const x = row.depth * INDENT + 6;
  const y = index * pitch + 16;
  const trunk = x - INDENT + 4;
  const words = beside ? { x: width * 0.52, y: y + 4 } : { x: x + 15, y: y + 19 };
  const room = (beside ? words.x : width) - x - 24;
  const { tie } = row;
  return (
    <g class={row.self ? 'node self' : 'node'}>
      {tie && row.parent >= 0 && (
        <>
          <path class="trunk" d={`M${trunk} ${row.parent * pitch + 21}V${y}`} />
          <path class="tie-line" data-evidence={tie.evidence} d={`M${trunk} ${y}H${x}`} />
        </>
      )}
      <circle cx={x + 4} cy={y} r="4" />
      <a href={hrefOf({ page: 'party', id: row.id, on: '' })}>
        <text x={x + 15} y={y + 4}>
          {cut(flat(row.name), Math.floor(room / 7))}
        </text>
      </a>
      {tie && (
        <text class="tie-words" x={words.x} y={words.y}>
          {cut(tieWords(tie), Math.floor((width - words.x) / 6))}
        </text>
      )}
    </g>
  );
}

function tieWords({ relation, percent, evidence, since, until }: Tie): string {
  return [
    worded(relationWords, relation) + (percent === null ? '' : ` ${percent} %`),
    since === null ? '' : `since ${since}`,
    until === null ? '' : `until ${until}`,
    `evidence: ${worded(evidenceWords, evidence)}`,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function cut(text: string, room: number): string {
  return text.length <= room ? text : `${text.slice(0, Math.max(room - 1, 1))}…`;
}

function TieTable({ ties }: { readonly ties: readonly Tie[] }) {
  return (
    <Scroll label="Relations, as a table">
      <table>
        <thead>
          <tr>
            <th scope="col">Party</th>
            <th scope="col">Is</th>
            <th scope="col">Of</th>
            <th scope="col" class="number">
              Share
            </th>
            <th scope="col">Evidence</th>
            <th scope="col">Note</th>
          </tr>
        </thead>
        <tbody>
          {ties.map(({ from, to, relation, percent, evidence, note }) => (
            <tr key={`${from.id} ${relation} ${to.id}`}>
              <th scope="row">
                <a href={hrefOf({ page: 'party', id: from.id, on: '' })}>
                  <Text of={from.name} />
                </a>
              </th>
              <td>{worded(relationWords, relation)}</td>
              <td>
                <a href={hrefOf({ page: 'party', id: to.id, on: '' })}>
                  <Text of={to.name} />
                </a>
              </td>
              <td class="number">{percent === null ? 'not stated' : `${percent} %`}</td>
              <td>{worded(evidenceWords, evidence)}</td>
              <td>{note !== null && <Text of={note} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
