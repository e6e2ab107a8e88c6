import type { List } from '../../domain/list.ts';
import { listSchema } from '../../domain/list.ts';
import type { NewestComplete } from './standing.ts';
import type { Witness } from './witness.ts';

/** What is known of a list that no seed describes: enough to name it, not what it forbids. */
interface Sketch {
  readonly name: string;
  readonly shortName: string;
  readonly agency: string;
  readonly jurisdiction: string;
}

const OFAC = 'Office of Foreign Assets Control, US Department of the Treasury';
const BIS = 'Bureau of Industry and Security, US Department of Commerce';
const STATE = 'US Department of State';

function us(name: string, shortName: string, agency: string): Sketch {
  return { name, shortName, agency, jurisdiction: 'US' };
}

const SKETCHES: Readonly<Record<string, Sketch>> = {
  'entity-list': us('Entity List', 'Entity List', BIS),
  meu: us('Military End User List', 'MEU List', BIS),
  unverified: us('Unverified List', 'UVL', BIS),
  'denied-persons': us('Denied Persons List', 'DPL', BIS),
  sdn: us('Specially Designated Nationals and Blocked Persons List', 'SDN List', OFAC),
  ssi: us('Sectoral Sanctions Identifications List', 'SSI List', OFAC),
  fse: us('Foreign Sanctions Evaders List', 'FSE List', OFAC),
  plc: us('Palestinian Legislative Council List', 'NS-PLC List', OFAC),
  capta: us(
    'List of Foreign Financial Institutions Subject to Correspondent Account or Payable-Through Account Sanctions',
    'CAPTA List',
    OFAC,
  ),
  'ns-cmic': us('Non-SDN Chinese Military-Industrial Complex Companies List', 'NS-CMIC', OFAC),
  'ns-mbs': us('Non-SDN Menu-Based Sanctions List', 'NS-MBS List', OFAC),
  isn: us('Nonproliferation Sanctions', 'ISN', STATE),
  'itar-debarred': us('ITAR Debarred Parties', 'ITAR Debarred', STATE),
  'un-sc': {
    name: 'United Nations Security Council Consolidated List',
    shortName: 'UN list',
    agency: 'United Nations Security Council',
    jurisdiction: 'UN',
  },
  'ca-sema': {
    name: 'Consolidated Canadian Autonomous Sanctions List',
    shortName: 'Canada SEMA',
    agency: 'Global Affairs Canada',
    jurisdiction: 'CA',
  },
};

/**
 * The lists of the catalogue: those of the seeds, whole where a file holds them whole,
 * and a bare record for each other list that a file brings.
 */
export function joinLists(
  seeds: readonly List[],
  witnesses: readonly Witness[],
  listed: ReadonlyMap<string, ReadonlySet<Witness>>,
  complete: NewestComplete,
): List[] {
  const known = new Map(seeds.map((list) => [list.id, list]));
  for (const own of witnesses.flatMap(({ ownLists }) => ownLists)) {
    if (!known.has(own.id)) known.set(own.id, own);
  }
  for (const [id, holders] of listed) {
    const newest = [...holders].reduce((a, b) => (a.date >= b.date ? a : b));
    const list = known.get(id) ?? bareList(id, newest);
    const sources = [...holders].map(({ source }) => ({ source: source.id, locator: null }));
    const whole = complete.get(id);
    known.set(id, {
      ...list,
      coverage: whole ? { complete: true, asOf: whole.date } : list.coverage,
      citations: [...list.citations, ...sources],
    });
  }
  return [...known.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What follows from being on a list that the curated list does not describe. */
const UNDESCRIBED =
  'What this list forbids, and whom it binds, the curated list does not describe: an entry is a sign to look at the list itself.';

function bareList(id: string, witness: Witness): List {
  const sketch = SKETCHES[id] ?? {
    name: witness.source.title,
    shortName: id,
    agency: witness.source.publisher ?? 'not stated',
    jurisdiction: 'ZZ',
  };
  return makeList(id, sketch, witness.source.id, witness.date, {
    activity: 'transact',
    consequence: 'watch',
    summary: UNDESCRIBED,
    binds: 'not described',
  });
}

/** A list record with one effect, which holds from no stated day. */
export function makeList(
  id: string,
  sketch: Sketch,
  source: string,
  asOf: string,
  effect: Pick<List['effects'][number], 'activity' | 'consequence' | 'summary' | 'binds'>,
): List {
  const citations = [{ source, locator: null }];
  const period = { from: null, citations };
  return listSchema.parse({
    id,
    ...sketch,
    authority: 'not described',
    summary: sketch.name,
    binds: effect.binds,
    periods: [{ status: 'in-force', ...period }],
    effects: [{ ...effect, from: null, citations }],
    reach: [
      {
        rule: 'none',
        summary: 'Only the parties that are named.',
        periods: [{ status: 'in-force', ...period }],
        citations,
      },
    ],
    coverage: { complete: false, asOf },
    citations,
  });
}
