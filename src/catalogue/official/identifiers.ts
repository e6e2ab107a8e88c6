export interface PrintedIdentifier {
  readonly scheme: string;
  readonly value: string;
}

/** Labels of OFAC and the CSL whose scheme is not simply the label in lower case. */
const SCHEMES: Readonly<Record<string, string>> = {
  'Legal Entity Number': 'lei',
  'Unified Social Credit Code (USCC)': 'uscc',
  'United Social Credit Code Certificate (USCCC)': 'uscc',
  'Vessel Registration Identification': 'imo',
  'SWIFT/BIC': 'swift-bic',
  'Equity Ticker': 'ticker',
  'D-U-N-S Number': 'duns',
  'BIK (RU)': 'bik',
  'Tax ID No.': 'tax-id',
  'National ID No.': 'national-id',
  'NIT #': 'nit',
  'RUC #': 'ruc',
  'RIF #': 'rif',
  'C.U.R.P.': 'curp',
  'R.F.C.': 'rfc',
  RFC: 'rfc',
  'D.N.I.': 'dni',
  'I.F.E.': 'ife',
  'V.A.T. Number': 'vat',
  'C.R. No.': 'commercial-registry-number',
  'Cedula No.': 'cedula',
  "Aircraft Manufacturer's Serial Number (MSN)": 'aircraft-msn',
  'Aircraft Construction Number (also called L/N or S/N or F/N)': 'aircraft-construction-number',
};

/** Further labels of identifiers; their scheme is the label: "Folio Mercantil No." -> folio-mercantil-no. */
const LABELS: readonly string[] = [
  ...Object.keys(SCHEMES),
  ...['Passport', 'Diplomatic Passport', 'British National Overseas Passport'],
  ...['Stateless Person Passport', 'Stateless Person ID Card', 'Refugee ID Card'],
  ...['Registration Number', 'Registration ID', 'Identification Number', 'Company Number'],
  ...['Government Gazette Number', 'ISIN', 'MMSI', 'SSN', 'Folio Mercantil No.', 'License'],
  ...['Commercial Registry Number', 'Business Registration Number', 'Trade License No.'],
  ...['Matricula Mercantil No', 'Aircraft Tail Number', 'Previous Aircraft Tail Number'],
  ...['Aircraft Serial Identification', 'Aircraft Mode S Transponder Code', 'Serial No.'],
  ...['Business Registration Document #', "Driver's License No.", 'Electoral Registry No.'],
  ...['Public Registration Number', 'Personal ID Card', 'Italian Fiscal Code', 'Fiscal Code'],
  ...['Chamber of Commerce Number', 'National Foreign ID Number', 'US FEIN', 'File Number'],
  ...['Chinese Commercial Code', 'UK Company Number', 'Enterprise Number', 'LE Number'],
  ...['Birth Certificate Number', 'Residency Number', 'Registered Charity No.'],
  ...['Branch Unit Number', 'Dubai Chamber of Commerce Membership No.', 'Business Number'],
  ...['Certificate of Incorporation Number', 'Turkish Identification Number', 'Kenyan ID No.'],
  ...["Citizen's Card Number", 'Travel Document Number', 'VisaNumberID', 'MICEX Code'],
  ...['Tazkira National ID Card', 'Central Registration System Number', 'SRE Permit No.'],
  ...['Afghan Money Service Provider License Number', 'Immigration No.', 'Pilot License Number'],
  ...['Bosnian Personal ID No.', 'CNP (Personal Numerical Code)', 'Tourism License No.'],
  ...["Seafarer's Identification Document", 'Istanbul Chamber of Comm. No.'],
  ...['Moroccan Personal ID No.', 'Public Security and Immigration No.', 'UAE Identification'],
  ...['MSB Registration Number', 'Economic Register Number (CBLS)', 'Tax ID Number'],
  ...['Cartilla de Servicio Militar Nacional', 'Credencial electoral', 'C.U.I.', 'C.U.I.T.'],
  ...['C.U.I.P.', 'RTN', 'N.I.E.', 'C.I.F.', 'RSIN', 'Numero de Identidad', 'Romanian C.R.'],
];

const WALLET = /^Digital Currency Address - ([A-Z0-9]+)$/;
const KNOWN = new Set(LABELS);
const LONGEST_FIRST = [...LABELS].sort((a, b) => b.length - a.length);

/** The scheme of a printed label; null where the label is none of an identifier. */
export function schemeOf(label: string): string | null {
  const wallet = WALLET.exec(label)?.[1];
  if (wallet) return `wallet-${wallet.toLowerCase()}`;
  if (!KNOWN.has(label)) return null;
  return (
    SCHEMES[label] ??
    label
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
  );
}

/** The identifier of a scheme and its value, without "IMO" before a ship's number. */
export function identifier(scheme: string, value: string): PrintedIdentifier {
  const plain = value.trim().replace(/\.$/, '');
  const ship = /^IMO\s*(\d{7})$/i.exec(plain)?.[1];
  if (ship) return { scheme: scheme === 'imo' ? 'imo' : 'imo-company', value: ship };
  return { scheme, value: plain };
}

/** Where a label stands before its value in running text: "Tax ID No. 7722515837 (Russia)". */
export function labelBefore(text: string): { label: string; rest: string } | null {
  const wallet = /^(Digital Currency Address - [A-Z0-9]+)\s+(.+)$/.exec(text);
  if (wallet?.[1] && wallet[2]) return { label: wallet[1], rest: wallet[2] };
  const label = LONGEST_FIRST.find((known) => text.startsWith(`${known} `));
  return label === undefined ? null : { label, rest: text.slice(label.length + 1) };
}

/** Each identifier once. */
export function uniqueIdentifiers(identifiers: readonly PrintedIdentifier[]): PrintedIdentifier[] {
  return [...new Map(identifiers.map((one) => [`${one.scheme}\0${one.value}`, one])).values()];
}
