import type { Readable } from 'node:stream';
import {
  type BomFormat,
  type BomInput,
  bufferInput,
  contentTypes,
  formatOf,
  POLICY_FILE,
  REQUEST_POLICY_BYTES,
  requestLimits,
  streamInput,
} from '../../bom/index.ts';
import { RedflagError } from '../../domain/error.ts';
import { refusal } from '../failure/complaints.ts';

export const MULTIPART = 'multipart/form-data';

/** A policy as it was sent. */
export interface SentPolicy {
  readonly file: string;
  readonly text: string;
}

/** What a request carries: a bill of materials, its content type, and the policy that came with it. */
export interface BomUpload {
  readonly bom: BomInput;
  readonly type: string | undefined;
  readonly policy: SentPolicy | null;
}

/** Bytes that the heads and boundaries of the parts may take. */
const ENVELOPE = 16_384;
const UNNAMED = 'bom';
const partNames: readonly string[] = ['file', 'policy'];

/**
 * Reads what a request carries: the bill of materials as the body, or as the part
 * `file` of a form, beside which a part `policy` may stand.
 *
 * @param name what locations call the bill of materials; default: the name of the part
 * @throws RedflagError `invalid-request`, `too-large`
 */
export async function readUpload(
  body: Readable,
  type: string | undefined,
  name: string | undefined,
): Promise<BomUpload> {
  const { bytes } = requestLimits;
  if (mediaTypeOf(type) !== MULTIPART) {
    return { bom: await streamInput(name ?? UNNAMED, body, bytes), type, policy: null };
  }
  const whole = await streamInput(
    name ?? 'the form',
    body,
    bytes + REQUEST_POLICY_BYTES + ENVELOPE,
  );
  const parts = await partsOf(await bytesOf(whole), type ?? '');
  const file = parts.get('file');
  if (file === undefined) {
    throw refusal([
      { path: 'file', message: 'is missing: send the bill of materials as this part' },
    ]);
  }
  const given = file.name === '' ? UNNAMED : file.name.slice(0, 255);
  const content = new Uint8Array(await file.arrayBuffer());
  const sent = parts.get('policy');
  return {
    bom: bufferInput(name ?? given, content),
    type: file.type,
    policy: sent === undefined ? null : await policyTextOf(sent),
  };
}

/** The parts of a form, each at most once. The platform parses it; their number is looked at before. */
async function partsOf(body: Buffer, type: string): Promise<Map<string, File>> {
  const [, quoted, bare] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined) {
    throw refusal([{ path: '', message: `the content type ${MULTIPART} names no boundary` }]);
  }
  // One at the start of each part, and one at the end.
  if (holdsMore(body, `--${boundary}`, partNames.length + 1)) throw strangePart();
  let form: FormData;
  try {
    form = await new Response(body, { headers: { 'content-type': type } }).formData();
  } catch (error) {
    const message = 'is not a whole form: it broke off, or its boundary is another';
    throw new RedflagError(
      'invalid-request',
      `The body ${message}.`,
      [{ path: '', message }],
      error,
    );
  }
  const parts = new Map<string, File>();
  for (const [name, value] of form) {
    if (!partNames.includes(name)) throw strangePart(name);
    if (parts.has(name)) throw refusal([{ path: name, message: 'came twice' }]);
    parts.set(name, typeof value === 'string' ? new File([value], '') : value);
  }
  return parts;
}

function strangePart(name = ''): RedflagError {
  return refusal([{ path: name, message: 'the parts of the form are file and policy, each once' }]);
}

function holdsMore(body: Buffer, text: string, times: number): boolean {
  let at = body.indexOf(text);
  for (let seen = 1; at !== -1; seen++) {
    if (seen > times) return true;
    at = body.indexOf(text, at + text.length);
  }
  return false;
}

async function policyTextOf(part: File): Promise<SentPolicy> {
  const file = part.name === '' ? POLICY_FILE : part.name.slice(0, 255);
  if (part.size > REQUEST_POLICY_BYTES) {
    const message = `is larger than ${REQUEST_POLICY_BYTES} bytes`;
    throw new RedflagError('too-large', `${file}: ${message}`, [{ path: 'policy', message }]);
  }
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    return { file, text: decoder.decode(await part.arrayBuffer()) };
  } catch {
    throw refusal([{ path: 'policy', message: `${file} is not text in UTF-8` }]);
  }
}

async function bytesOf(input: BomInput): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of input.bytes()) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The format that the parameter says, else the content type; null: the content decides. */
export function formatIn(input: string | undefined, type: string | undefined): BomFormat | null {
  if (input !== undefined) return formatOf(input) ?? null;
  return contentTypes[mediaTypeOf(type)] ?? null;
}

function mediaTypeOf(type: string | undefined): string {
  return type?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

const itself = { schema: { type: 'string', description: 'The bill of materials itself' } };

/** The body as the document has it, by content type. */
export const bodyContent = {
  ...Object.fromEntries(Object.keys(contentTypes).map((type) => [type, itself])),
  [MULTIPART]: {
    schema: {
      type: 'object',
      required: ['file'],
      additionalProperties: false,
      properties: {
        file: {
          type: 'string',
          contentMediaType: 'application/octet-stream',
          description: 'The bill of materials',
        },
        policy: {
          type: 'string',
          description:
            'What is asked about, the fail level and the waivers, as YAML: `redflag.yaml` of the command line',
        },
      },
    },
  },
};
