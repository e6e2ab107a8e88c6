import { levelWords } from './finding-row.tsx';
import type { Finding } from './report.ts';

/** Which findings are to be seen. */
export interface FindingFilter {
  readonly words: string;
  /** A consequence, or a kind that has none; empty: any. */
  readonly level: string;
  readonly waiver: keyof typeof WAIVERS;
}

export const allFindings: FindingFilter = { words: '', level: '', waiver: 'any' };

const WAIVERS = {
  any: 'waived or not',
  waived: 'waived',
  open: 'not waived',
  expired: 'waiver expired',
} as const;

/** A finding with its place in the report, which stays its own whatever the filter. */
export interface Placed {
  readonly finding: Finding;
  readonly at: number;
}

export function filtered(findings: readonly Finding[], filter: FindingFilter): Placed[] {
  const words = filter.words.toLowerCase().split(/\s+/).filter(Boolean);
  return findings
    .map((finding, at) => ({ finding, at }))
    .filter(
      ({ finding }) =>
        (filter.level === '' || levelOf(finding) === filter.level) &&
        (filter.waiver === 'any' || filter.waiver === waiverOf(finding)) &&
        (words.length === 0 || holds(finding, words)),
    );
}

function waiverOf({ waived, expiredWaiver }: Finding): FindingFilter['waiver'] {
  if (waived) return 'waived';
  return expiredWaiver === null ? 'open' : 'expired';
}

/** What a finding is filtered by: its consequence, else its kind. */
function levelOf({ consequence, kind }: Finding): string {
  return consequence ?? kind;
}

function holds({ component, party }: Finding, words: readonly string[]): boolean {
  const text = `${Object.values(component).join(' ')} ${party.name}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

interface Properties {
  readonly findings: readonly Finding[];
  readonly filter: FindingFilter;
  readonly onFilter: (filter: FindingFilter) => void;
}

export function FindingFilters({ findings, filter, onFilter }: Properties) {
  const levels = countedBy(findings, levelOf);
  const waivers = countedBy(findings, waiverOf);
  return (
    <div class="filters">
      <label>
        Words{' '}
        <input
          type="search"
          dir="auto"
          value={filter.words}
          onInput={(event) => onFilter({ ...filter, words: event.currentTarget.value })}
        />
      </label>
      <label>
        Level{' '}
        <select
          value={filter.level}
          onChange={(event) => onFilter({ ...filter, level: event.currentTarget.value })}
        >
          <option value="">any</option>
          {[...levels].map(([level, count]) => (
            <option key={level} value={level}>
              {levelWords(level)} ({count.toLocaleString('en')})
            </option>
          ))}
        </select>
      </label>
      <label>
        Waivers{' '}
        <select
          value={filter.waiver}
          onChange={(event) => {
            const waiver = event.currentTarget.value as FindingFilter['waiver'];
            onFilter({ ...filter, waiver });
          }}
        >
          {Object.entries(WAIVERS).map(([waiver, words]) => (
            <option key={waiver} value={waiver}>
              {words}
              {waiver !== 'any' && ` (${(waivers.get(waiver) ?? 0).toLocaleString('en')})`}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function countedBy(
  findings: readonly Finding[],
  key: (finding: Finding) => string,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    counts.set(key(finding), (counts.get(key(finding)) ?? 0) + 1);
  }
  return counts;
}
