import { keyHeaders } from '../api/key.ts';
import { Trouble, troubleOf, unreachable } from '../api/trouble.ts';
import type { Problem } from '../api/types.ts';

/** How far a file has come: how much of it is sent, then that it is being screened. */
export type Progress = { readonly sent: number } | 'screening';

/** A bill of materials, and the policy that goes with it. */
export interface Upload {
  readonly file: File;
  readonly policy: File | null;
}

/**
 * Sends a file as a form. `fetch` tells nothing of the way up, so that this is the older interface.
 *
 * @throws Trouble for anything but an answer; `AbortError` when aborted
 */
export function send(
  { file, policy }: Upload,
  address: string,
  progressed: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.responseType = 'blob';
    for (const [name, value] of Object.entries(keyHeaders())) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) =>
      progressed({ sent: total === 0 ? 1 : loaded / total });
    request.upload.onload = () => progressed('screening');
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    request.onload = () => {
      const answer = request.response as Blob;
      if (request.status === 200) resolve(answer);
      else problemIn(answer).then((problem) => reject(troubleOf(request.status, problem)), reject);
    };
    signal.addEventListener('abort', () => request.abort());
    const form = new FormData();
    // Without a type of the system's guess: the service tells the format by the content.
    form.append('file', file.slice(), file.name);
    if (policy) form.append('policy', policy.slice(), policy.name);
    request.send(form);
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

async function problemIn(answer: Blob): Promise<Partial<Problem>> {
  try {
    const problem: unknown = JSON.parse(await answer.text());
    return typeof problem === 'object' && problem !== null ? problem : {};
  } catch {
    return {};
  }
}
