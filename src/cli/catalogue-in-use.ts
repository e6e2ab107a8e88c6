import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenScreener } from '../screening/index.ts';
import type { Workplace } from './act.ts';
import { openEngine, reportBuild } from './engine.ts';
import { failureLine } from './failure.ts';

const SECOND = 1000;

/**
 * The engine that a service answers from, and its successors. A replaced engine is
 * not closed: requests in flight still read it, and it goes when the last of them
 * lets go.
 */
export class CatalogueInUse {
  readonly #workplace: Workplace;
  #engine: OpenScreener;
  #seen: string;
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | null = null;
  #timer: NodeJS.Timeout | undefined;

  private constructor(engine: OpenScreener, workplace: Workplace) {
    this.#engine = engine;
    this.#workplace = workplace;
    this.#seen = this.#fileState();
  }

  /** Opens the catalogue, building it where it is missing or its inputs have changed. */
  static async open(workplace: Workplace): Promise<CatalogueInUse> {
    const engine = await openEngine(workplace);
    await reportBuild(engine, workplace);
    return new CatalogueInUse(engine, workplace);
  }

  get engine(): OpenScreener {
    return this.#engine;
  }

  /** Looks for a new catalogue.db from time to time: another process may have imported a list. */
  watch(): void {
    const { reload } = this.#workplace.configuration;
    if (reload === 0) return;
    this.#timer = setInterval(() => {
      if (this.#fileState() !== this.#seen) void this.reload();
    }, reload * SECOND).unref();
  }

  /**
   * Takes the catalogue of the inputs as they are now; keeps the one in use where they
   * cannot be read. One that is running may have read its inputs before they changed,
   * so another one follows it.
   */
  reload(): Promise<void> {
    this.#next ??= this.#running.then(() => {
      this.#next = null;
      this.#running = this.#replace();
      return this.#running;
    });
    return this.#next;
  }

  close(): void {
    clearInterval(this.#timer);
    this.#engine.close();
  }

  async #replace(): Promise<void> {
    const { err, configuration, now } = this.#workplace;
    const { data, seeds, affiliatesRule } = configuration;
    const before = this.#fileState();
    try {
      const { reloadScreener } = await import('../screening/index.ts');
      const next = await reloadScreener({ data, seeds, affiliatesRule, now });
      // A file that another process put there since must still be seen as a new one.
      this.#seen = next.build.outcome === 'built' ? this.#fileState() : before;
      await reportBuild(next, this.#workplace);
      const { version, sha256 } = next.catalogue.version;
      if (sha256 === this.#engine.catalogue.version.sha256) {
        next.close();
        await err.write(`redflag: the catalogue is unchanged (${version})\n`);
      } else {
        this.#engine = next;
        await err.write(`redflag: serving catalogue ${version} from now on\n`);
      }
    } catch (error) {
      this.#seen = before;
      await err.write(`${failureLine(error)}; the catalogue in use is kept\n`);
    }
  }

  /** Another file, or another time of writing, is another catalogue: it is always moved into place whole. */
  #fileState(): string {
    try {
      const { ino, mtimeMs, size } = statSync(
        join(this.#workplace.configuration.data, 'catalogue.db'),
      );
      return `${ino} ${mtimeMs} ${size}`;
    } catch {
      return 'missing';
    }
  }
}
