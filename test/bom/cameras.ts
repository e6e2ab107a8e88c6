/**
 * The bill of materials of a camera system: what each line must be answered with.
 * Axis, Hanwha and their MAC blocks are silent.
 */
export interface CameraLine {
  readonly about: string;
  readonly cells: readonly [
    maker: string,
    model: string,
    description: string,
    mac: string,
    fccId: string,
  ];
  /** Party and path, consequence, and the fields with their evidence; null: silent. */
  readonly expected: null | {
    readonly party: string;
    readonly path?: string;
    readonly kind: 'match' | 'possible-match' | 'lead';
    readonly consequence: string | null;
    readonly matched: readonly string[];
  };
}

export const HEADER = ['Manufacturer', 'Model', 'Description', 'MAC', 'FCC ID'] as const;

const prohibited = { kind: 'match', consequence: 'prohibited' } as const;
const EZVIZ = 'ezviz -> hikvision (subsidiary-of, filing)';
const HILOOK = 'hilook -> hikvision (brand-of, community)';

export const cameras: readonly CameraLine[] = [
  {
    about: 'Hikvision, all said',
    cells: ['Hikvision', 'DS-2CD2042WD-I', '4MP bullet', '44:19:b6:00:00:01', ''],
    expected: {
      ...prohibited,
      party: 'hikvision',
      matched: ['manufacturer name', 'model advisory', 'mac registry'],
    },
  },
  {
    about: 'the same without the maker',
    cells: ['', 'DS-2CD2042WD-I', '4MP bullet', '', ''],
    expected: { ...prohibited, party: 'hikvision', matched: ['model advisory'] },
  },
  {
    about: 'the model number in the description only',
    cells: ['', '', 'Bullet DS-2CD2042WD-I (2.8 mm)', '', ''],
    expected: { ...prohibited, party: 'hikvision', matched: ['description advisory'] },
  },
  {
    about: 'a MAC address alone',
    cells: ['n/a', 'Camera 1', '', '4419.b600.0002', ''],
    expected: { ...prohibited, party: 'hikvision', matched: ['mac registry'] },
  },
  {
    about: 'an FCC id alone',
    cells: ['', '', 'Body camera', '', '2ADTD-5604SD'],
    expected: { ...prohibited, party: 'hikvision', matched: ['fccId registry'] },
  },
  {
    about: 'EZVIZ, a subsidiary',
    cells: ['EZVIZ', 'CS-C6N-A0-1C2WFR', 'Indoor', '54:D6:0D:00:00:01', ''],
    expected: {
      ...prohibited,
      party: 'ezviz',
      path: EZVIZ,
      matched: ['manufacturer name', 'model advisory', 'mac registry'],
    },
  },
  {
    about: 'HiLook, a brand, by a weak model number with it',
    cells: ['HiLook', 'IPC-B140HA', '', '', ''],
    expected: {
      ...prohibited,
      party: 'hilook',
      path: HILOOK,
      matched: ['manufacturer name', 'model community'],
    },
  },
  { about: 'the weak model number alone', cells: ['', 'IPC-B140HA', '', '', ''], expected: null },
  {
    about: 'the weak model number with the brand in the description',
    cells: ['', '', 'HiLook turret IPC-B140HA 4MP', '', ''],
    expected: {
      ...prohibited,
      party: 'hilook',
      path: HILOOK,
      matched: ['description name', 'description community'],
    },
  },
  {
    about: 'Dahua, all said',
    cells: ['Dahua', 'DH-IPC-HFW4431R', '', '3C:EF:8C:00:00:01', ''],
    expected: {
      ...prohibited,
      party: 'dahua',
      matched: ['manufacturer name', 'model advisory', 'mac registry'],
    },
  },
  {
    about: 'DH-IPC without the maker',
    cells: ['', 'DH-IPC-HDBW23A0RN-ZS', '', '', ''],
    expected: { ...prohibited, party: 'dahua', matched: ['model advisory'] },
  },
  {
    about: 'IPC-HDW without the maker',
    cells: ['-', 'IPC-HDW2431T', '', '', ''],
    expected: { ...prohibited, party: 'dahua', matched: ['model advisory'] },
  },
  {
    about: 'IPC-HDW with the maker',
    cells: ['Zhejiang Dahua Technology', 'IPC-HDW2431T', '', '', ''],
    expected: { ...prohibited, party: 'dahua', matched: ['manufacturer name', 'model advisory'] },
  },
  {
    about: 'Axis',
    cells: ['Axis Communications', 'P3245-LV', 'Dome', 'AC:CC:8E:00:00:01', ''],
    expected: null,
  },
  {
    about: 'Hanwha',
    cells: ['Hanwha Vision', 'XNV-8080R', 'Dome', '00:09:18:00:00:01', ''],
    expected: null,
  },
  {
    about: 'Lorex: a relabel, which determines nothing',
    cells: ['Lorex', 'N843A82', 'NVR', '00:1F:54:00:00:01', ''],
    expected: {
      ...{
        kind: 'lead',
        consequence: null,
        party: 'lorex',
        path: 'lorex -> dahua (relabels, official)',
      },
      matched: ['manufacturer name', 'mac registry'],
    },
  },
  {
    about: "another's label on a registered address: what relabelling looks like",
    cells: ['Honeywell', 'HC30W45R3', 'Dome', '3C:EF:8C:00:00:02', ''],
    expected: { ...prohibited, party: 'dahua', matched: ['mac registry'] },
  },
  {
    about: "another's label on a model number, whose form is nobody's alone",
    cells: ['Acme Security', 'DS-2CD2042WD-I', '', '', ''],
    expected: {
      kind: 'possible-match',
      consequence: null,
      party: 'hikvision',
      matched: ['model advisory'],
    },
  },
];
