import { setTimeout as wait } from 'node:timers/promises';
import type { Section } from './section.ts';
import { ask, Clients, Place } from './service.ts';

/** Put before the program: SIGWINCH sets its clock back by 30 days each time. */
const UNSTEADY = `data:text/javascript,${encodeURIComponent(`
  let back = 0;
  const now = Date.now.bind(Date);
  globalThis.Date = class extends Date {
    constructor(...parts) { parts.length === 0 ? super(now() - back) : super(...parts); }
    static now() { return now() - back; }
  };
  process.on('SIGWINCH', () => { back += 30 * 86_400_000; });
`)}`;

/** A clock that is set back under load, again and again. */
export async function clock(): Promise<Section> {
  const place = new Place();
  const program = await place.start({ NODE_OPTIONS: `--import=${UNSTEADY}` });
  const clients = new Clients(program.address, 10);
  for (let steps = 0; steps < 5; steps++) {
    await wait(400);
    program.process.kill('SIGWINCH');
  }
  await wait(400);
  await clients.stop();
  const ids: string[] = [];
  const days = new Set<string>();
  let path: string | null = '/screenings?limit=500';
  while (path !== null) {
    const page: { screenings: { id: string; screenedAt: string }[]; next: string | null } =
      JSON.parse((await ask(program.address, { path })).body);
    ids.push(...page.screenings.map(({ id }) => id));
    for (const { screenedAt } of page.screenings) days.add(screenedAt.slice(0, 10));
    path = page.next && `/screenings?limit=500&cursor=${page.next}`;
  }
  await program.end('SIGTERM');
  const { missing, breaks, records } = place.verify(clients.answered);
  place.remove();
  return {
    title: 'A clock that steps back',
    done: 'The clock of the running service is set back by 30 days, five times, while ten clients ask.',
    rows: [
      { what: 'days that answers bear', found: `${days.size}`, held: days.size >= 5 },
      {
        what: 'answered screenings that are not recorded; breaks of the chain',
        found: `${missing.length} of ${clients.answered.length}; ${breaks.length}`,
        held: missing.length === 0 && breaks.length === 0,
      },
      {
        what: 'paging through all of them meets each once',
        found: `${ids.length} of ${records}, ${new Set(ids).size} different`,
        held: ids.length === records && new Set(ids).size === records,
      },
    ],
  };
}
