import { keyHeaders } from '../api/key.ts';
import { Trouble, troubleOf, unreachable } from '../api/trouble.ts';
import type { Problem } from '../api/types.ts';

/** How far a file has come: how much of it is sent, then that it is being screened. */
export type Progress = { readonly sent: number } | 'screening';

/** Content types by the ending of a file's name; the service tells the rest by the content. */
const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
  xml: 'application/xml',
  spdx: 'text/spdx',
};

/**
 * Sends a file. `fetch` tells nothing of the way up, so that this is the older interface.
 *
 * @throws Trouble for anything but an answer
 */
export function send(
  file: File,
  address: string,
  progressed: (progress: Progress) => void,
): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.responseType = 'blob';
    request.setRequestHeader('content-type', typeOf(file.name));
    for (const [name, value] of Object.entries(keyHeaders())) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) =>
      progressed({ sent: total === 0 ? 1 : loaded / total });
    request.upload.onload = () => progressed('screening');
    request.onerror = () => reject(unreachable());
    request.onload = () => {
      const answer = request.response as Blob;
      if (request.status === 200) resolve(answer);
      else problemIn(answer).then((problem) => reject(troubleOf(request.status, problem)), reject);
    };
    request.send(file);
  });
}

/** A report as JSON. */
export async function reportIn<T>(answer: Blob): Promise<T> {
  try {
    return JSON.parse(await answer.text()) as T;
  } catch {
    throw new Trouble(
      'The answer cannot be read',
      'It broke off on its way.',
      'Send the file again.',
    );
  }
}

/** Saves an answer as a file of the reader's. */
export function save(answer: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(answer);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function typeOf(name: string): string {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return TYPES[ending] ?? 'application/octet-stream';
}

async function problemIn(answer: Blob): Promise<Partial<Problem>> {
  try {
    const problem: unknown = JSON.parse(await answer.text());
    return typeof problem === 'object' && problem !== null ? problem : {};
  } catch {
    return {};
  }
}
