import type { Consequence, Coverage, PartyReference, Screening } from '../api/types.ts';

/** A line of a bill of materials that matched, as `POST /screen/bom` gives it. */
export interface Finding {
  readonly location: Location;
  /** What the file says of the component, field by field. */
  readonly component: Readonly<Record<string, string | number>>;
  readonly kind: 'match' | 'possible-match' | 'provenance' | 'lead';
  readonly consequence: Consequence | null;
  readonly waived: boolean;
  readonly waiver: {
    readonly reason: string;
    readonly approver: string;
    readonly expires: string;
  } | null;
  readonly party: PartyReference;
  readonly path: string;
  readonly notes: readonly string[];
  readonly screening: Pick<Screening, 'asOf' | 'outcome' | 'determinations' | 'matches'>;
}

export interface Location {
  readonly file: string;
  readonly line?: number;
  readonly cell?: string;
  readonly sheet?: string;
  readonly pointer?: string;
}

export interface BomReport {
  readonly findings: readonly Finding[];
  readonly summary: {
    readonly examinedAt: string;
    readonly asOf: string;
    readonly components: number;
    readonly findings: number;
    readonly waived: number;
    readonly files: readonly {
      readonly name: string;
      readonly format: string;
      readonly bytes: number;
      readonly sha256: string;
      readonly notes: readonly string[];
    }[];
  };
  readonly coverage: Coverage;
  readonly disclaimer: string;
}

/** Where in the file, without its name: `line 7`, `Parts!B5`, `/components/3`. */
export function placeWords({ line, cell, sheet, pointer }: Location): string {
  if (cell !== undefined) return sheet === undefined ? cell : `${sheet}!${cell}`;
  const at = line === undefined ? '' : `line ${line}`;
  return [at, pointer ?? ''].filter((part) => part !== '').join(' ');
}

/** What a person would call the component. */
export function labelOf(component: Finding['component']): string {
  const fields = ['name', 'model', 'purl', 'mac', 'fccId', 'description', 'manufacturer', 'brand'];
  const found = fields.map((field) => component[field]).find((value) => value !== undefined);
  return String(found ?? 'unnamed');
}
