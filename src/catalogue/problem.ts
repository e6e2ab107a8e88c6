/**
 * Something wrong with an input of the catalogue, and where. `line` counts from
 * 1; `path` is the field, `designations.0.periods.1.from`.
 */
export interface Problem {
  readonly file: string;
  readonly line: number | null;
  readonly path: string;
  readonly message: string;
}

/** `seeds/parties/x.yaml:12: names.0.citations: a statement needs at least one citation` */
export function formatProblem({ file, line, path, message }: Problem): string {
  const place = line === null ? file : `${file}:${line}`;
  return path === '' ? `${place}: ${message}` : `${place}: ${path}: ${message}`;
}
