/** The lists of the Consolidated Screening List by the abbreviation in their printed names. */
const BY_ABBREVIATION: Readonly<Record<string, string>> = {
  DPL: 'denied-persons',
  EL: 'entity-list',
  MEU: 'meu',
  UVL: 'unverified',
  ISN: 'isn',
  DTC: 'itar-debarred',
  CAP: 'capta',
  CMIC: 'ns-cmic',
  FSE: 'fse',
  MBS: 'ns-mbs',
  PLC: 'plc',
  SSI: 'ssi',
  SDN: 'sdn',
};

/** How each list is called in the column `source`, which has changed over the years in all but its core. */
const BY_NAME: readonly (readonly [RegExp, string])[] = [
  [/denied persons/i, 'DPL'],
  [/entity list/i, 'EL'],
  [/military end[- ]user/i, 'MEU'],
  [/unverified/i, 'UVL'],
  [/nonproliferation/i, 'ISN'],
  [/itar debarred|aeca debarred/i, 'DTC'],
  [/capta|correspondent account/i, 'CAP'],
  [/military[- ]industrial/i, 'CMIC'],
  [/foreign sanctions evaders/i, 'FSE'],
  [/menu-based/i, 'MBS'],
  [/palestinian legislative/i, 'PLC'],
  [/sectoral sanctions/i, 'SSI'],
  [/specially designated/i, 'SDN'],
];

/** Every list that the Consolidated Screening List brings together. */
export const cslLists: readonly string[] = Object.values(BY_ABBREVIATION);

/** Those kept by OFAC: their `entity_number` is OFAC's own number of the party. */
export const ofacLists: ReadonlySet<string> = new Set([
  ...['sdn', 'ssi', 'fse', 'plc', 'capta', 'ns-cmic', 'ns-mbs'],
]);

/** The list of a row by its column `source`; undefined for one that is not known here. */
export function cslListOf(source: string): string | undefined {
  const abbreviation = BY_NAME.find(([pattern]) => pattern.test(source))?.[1];
  return abbreviation === undefined ? undefined : BY_ABBREVIATION[abbreviation];
}
