import type { Consequence, Coverage, Screening } from '../api/types.ts';

/** A line of a bill of materials that matched, as `POST /screen/bom` gives it. */
export interface Finding {
  readonly location: {
    readonly file?: string;
    readonly line?: number;
    readonly cell?: string;
    readonly sheet?: string;
    readonly pointer?: string;
  };
  readonly component: Readonly<Record<string, unknown>>;
  readonly kind?: string;
  readonly consequence: Consequence | null;
  readonly waived: unknown;
  readonly screening: Screening;
}

export interface BomReport {
  readonly findings: readonly Finding[];
  readonly summary: Readonly<Record<string, unknown>>;
  readonly coverage: Coverage;
}
