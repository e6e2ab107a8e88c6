import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { faultsOf, inWords } from '../../domain/complaint.ts';
import { type Complaint, RedflagError } from '../../domain/error.ts';
import { type Policy, policySchema } from './policy.ts';

/** The name under which a policy is found beside a bill of materials. */
export const POLICY_FILE = 'redflag.yaml';

/** Errors that are named one by one. */
const NAMED = 20;

/** What a policy may name: an id that is not known is a misspelling, and a waiver with one would never hold. */
export interface KnownIds {
  isList(id: string): boolean;
  isParty(id: string): boolean;
}

/**
 * Reads a policy.
 *
 * @param file its name, as problems print it
 * @throws RedflagError `invalid-policy` that names line and field of everything that is wrong
 */
export function parsePolicy(file: string, text: string, known: KnownIds): Policy {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const complaints: Complaint[] = [];
  const complain = (line: number, path: string, message: string) =>
    complaints.push({ path: path === '' ? `line ${line}` : `line ${line}, ${path}`, message });
  for (const { linePos, message } of [...document.errors, ...document.warnings]) {
    complain(linePos?.[0].line ?? 1, '', plainly(message));
  }
  if (complaints.length > 0) throw refusal(file, complaints);
  const lineOf = (path: readonly PropertyKey[]) => lineOfPath(document, lines, path);
  let written: unknown;
  try {
    // Aliases are not needed in a policy; few of them cannot blow it up.
    written = document.toJS({ maxAliasCount: 100 }) ?? {};
  } catch (error) {
    throw refusal(file, [{ path: 'line 1', message: String(error) }]);
  }
  const parsed = policySchema.safeParse(written, { error: inWords });
  if (!parsed.success) {
    for (const { path, message } of faultsOf(parsed.error.issues)) {
      complain(lineOf(path), path.join('.'), message);
    }
    throw refusal(file, complaints);
  }
  const policy = parsed.data;
  for (const [at, id] of (policy.lists ?? []).entries()) {
    if (!known.isList(id))
      complain(lineOf(['lists', at]), `lists.${at}`, `there is no list "${id}"`);
  }
  for (const [at, { party }] of policy.waivers.entries()) {
    if (known.isParty(party)) continue;
    complain(
      lineOf(['waivers', at, 'party']),
      `waivers.${at}.party`,
      `there is no party "${party}"`,
    );
  }
  if (complaints.length > 0) throw refusal(file, complaints);
  return { ...policy, file, waiverLines: policy.waivers.map((_, at) => lineOf(['waivers', at])) };
}

/** Where it is stands in the complaint already. */
function plainly(message: string): string {
  const [first = ''] = message.split('\n', 1);
  if (/call stack/i.test(first)) return 'is nested too deeply';
  return first.replace(/ at line \d+, column \d+:?$/, '');
}

function refusal(file: string, all: readonly Complaint[]): RedflagError {
  const more = all.length - NAMED;
  const complaints =
    more > 0 ? [...all.slice(0, NAMED), { path: 'file', message: `${more} more errors` }] : all;
  const each = complaints.map(({ path, message }) => `${path}: ${message}`);
  return new RedflagError('invalid-policy', `${file}: ${each.join('; ')}`, complaints);
}

/** The line of the deepest part of a path that the file writes out. */
function lineOfPath(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
