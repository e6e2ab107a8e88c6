import { setTimeout as wait } from 'node:timers/promises';
import { Random } from '../random.ts';
import type { Section } from './section.ts';
import { Clients, Place } from './service.ts';

const CLIENTS = 20;
const LONGEST = 400;

/** kill -9 at random moments under load: every screening that was answered is there afterwards. */
export async function kills(times: number): Promise<Section> {
  const place = new Place();
  const random = new Random('kills');
  const answered: string[] = [];
  let broken = 0;
  let withAnswers = 0;
  for (let time = 0; time < times; time++) {
    const program = await place.start();
    const clients = new Clients(program.address, CLIENTS);
    // The moment counts from the first answer, so that each kill hits a service at work.
    while (clients.answered.length === 0 && clients.failed < CLIENTS) await wait(1);
    await wait(random.below(LONGEST));
    await program.end('SIGKILL');
    await clients.stop();
    if (clients.answered.length > 0) withAnswers += 1;
    answered.push(...clients.answered);
    const { breaks, missing } = place.verify(clients.answered);
    broken += breaks.length + missing.length;
  }
  const whole = place.verify(answered);
  place.remove();
  return {
    title: 'kill -9 under load',
    done: `${times} times the service was killed 0 to ${LONGEST} ms after its first answer, with ${CLIENTS} clients asking; then started again over the same folder.`,
    rows: [
      {
        what: 'kills while screenings were being answered',
        found: `${withAnswers} of ${times}`,
        held: withAnswers === times,
      },
      {
        what: 'answered screenings that are not recorded',
        found: `${whole.missing.length} of ${answered.length}`,
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
