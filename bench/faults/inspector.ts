import { once } from 'node:events';
import type { Program } from '../../test/support/program.ts';

/** To be among the environment of a process that is to be looked into. */
export const INSPECTED = { NODE_OPTIONS: '--inspect=127.0.0.1:0' };

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly sessionId: string; readonly message: string };
  readonly result?: { readonly usedSize: number; readonly backingStorageSize: number };
}

/**
 * Looks into a running service through Node's own inspector, so that nothing of it is
 * changed for that.
 *
 * Reference: Chrome DevTools Protocol, domains HeapProfiler and Runtime; Node's NodeWorker.
 */
export class Inspector {
  readonly #socket: WebSocket;
  #last = 0;
  readonly #replies = new Map<number, (message: Message) => void>();
  /** Sessions of the threads beside the main one. */
  readonly #threads = new Set<string>();

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#take(JSON.parse(String(data))));
  }

  static async attach(program: Program): Promise<Inspector> {
    const [url] = /ws:\S+/.exec(program.errors()) ?? [];
    if (url === undefined) throw new Error('the service was not started with INSPECTED');
    const socket = new WebSocket(url);
    await once(socket, 'open');
    const inspector = new Inspector(socket);
    await inspector.#call('NodeWorker.enable', { waitForDebuggerOnStart: false });
    return inspector;
  }

  /** Bytes that all threads still refer to, in objects and array buffers, once the rest has been collected. */
  async referredTo(): Promise<number> {
    let bytes = 0;
    for (const thread of [null, ...this.#threads]) {
      await this.#call('HeapProfiler.collectGarbage', {}, thread);
      const { result } = await this.#call('Runtime.getHeapUsage', {}, thread);
      bytes += (result?.usedSize ?? 0) + (result?.backingStorageSize ?? 0);
    }
    return bytes;
  }

  /** Node waits for it before it ends. */
  close(): void {
    this.#socket.close();
  }

  #call(method: string, params: object, thread: string | null = null): Promise<Message> {
    const id = ++this.#last;
    const message = { id, method, params };
    return new Promise((resolve) => {
      this.#replies.set(id, resolve);
      if (thread === null) this.#socket.send(JSON.stringify(message));
      else {
        const wrapped = { sessionId: thread, message: JSON.stringify(message) };
        void this.#call('NodeWorker.sendMessageToWorker', wrapped);
      }
    });
  }

  #take(message: Message): void {
    const { id, method, params } = message;
    if (id !== undefined) {
      this.#replies.get(id)?.(message);
      this.#replies.delete(id);
    } else if (params !== undefined) {
      if (method === 'NodeWorker.attachedToWorker') this.#threads.add(params.sessionId);
      if (method === 'NodeWorker.detachedFromWorker') this.#threads.delete(params.sessionId);
      if (method === 'NodeWorker.receivedMessageFromWorker') this.#take(JSON.parse(params.message));
    }
  }
}
