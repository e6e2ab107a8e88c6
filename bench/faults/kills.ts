import { setTimeout as wait } from 'node:timers/promises';
import { Random } from '../random.ts';
import { BatchClient } from './batch-client.ts';
import type { Section } from './section.ts';
import { Clients, Place } from './service.ts';

const CLIENTS = 20;
const LONGEST = 400;
/** The longest, in milliseconds, that one of the two writers outlives the other. */
const APART = 100;

/**
 * kill -9 at random moments under load, to the service and to a command that writes to
 * the same chain: every screening that either answered is there afterwards.
 */
export async function kills(times: number): Promise<Section> {
  const place = new Place();
  const random = new Random('kills');
  const answered: string[] = [];
  let printed = 0;
  let broken = 0;
  let underLoad = 0;
  let proven = 0;
  for (let time = 0; time < times; time++) {
    const program = await place.start();
    const batch = new BatchClient(place.environment);
    const clients = new Clients(program.address, CLIENTS);
    const bothAnswered = () => clients.answered.length > 0 && batch.answered.length > 0;
    // The moment counts from the first answers, so that each kill hits two writers at work.
    while (!bothAnswered() && clients.failed < CLIENTS && !batch.gone) await wait(1);
    await wait(random.below(LONGEST));
    if (bothAnswered() && clients.failed === 0 && !batch.gone) underLoad += 1;
    const ends = [() => program.end('SIGKILL'), () => batch.kill()];
    const [first, second] = time % 2 === 0 ? ends : ends.reverse();
    await first?.();
    await wait(random.below(APART));
    await second?.();
    await clients.stop();
    const all = [...clients.answered, ...batch.answered];
    answered.push(...all);
    printed += batch.answered.length;
    const { breaks, missing, head } = place.verify(all, proven);
    broken += breaks.length + missing.length;
    proven = head.seq;
  }
  const whole = place.verify(answered);
  place.remove();
  return {
    title: 'kill -9 under load',
    done: `${times} times the service, with ${CLIENTS} clients asking, and a "redflag batch" that writes to the same chain were killed 0 to ${LONGEST} ms after the first answers of both, up to ${APART} ms apart, by turns; then both were started again over the same folder.`,
    rows: [
      {
        what: 'kills while both were answering',
        found: `${underLoad} of ${times}`,
        held: underLoad === times,
      },
      {
        what: 'answered screenings that are not recorded',
        found: `${whole.missing.length} of ${answered.length}, ${printed} of them from the command`,
        held: whole.missing.length === 0 && broken === 0,
      },
      {
        what: 'the chain after the last kill',
        found: `${whole.records} records, ${whole.breaks.length} breaks`,
        held: whole.breaks.length === 0 && whole.records >= answered.length,
      },
    ],
  };
}
