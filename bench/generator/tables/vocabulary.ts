const w = (text: string) => text.trim().split(/\s+/);

/** A word and the short forms that clerks write for it. */
export const abbreviations: Readonly<Record<string, readonly string[]>> = {
  international: ['Intl', "Int'l", 'Intl.'],
  technology: ['Tech', 'Tech.', 'Technol'],
  technologies: ['Tech', 'Techs'],
  technical: ['Tech', 'Tech.'],
  manufacturing: ['Mfg', 'Mfg.', 'Manuf.'],
  manufacturer: ['Mfr'],
  engineering: ['Eng', 'Engg', 'Engrg.'],
  electronics: ['Elec', 'Electr.', 'Elect'],
  electronic: ['Elec', 'Electr.'],
  electric: ['Elec', 'Elec.'],
  communications: ['Comm', 'Comms', 'Commun.'],
  communication: ['Comm', 'Comm.'],
  telecommunications: ['Telecom', 'Telecomm'],
  development: ['Dev', 'Devel.', 'Dev.'],
  industry: ['Ind', 'Ind.'],
  industries: ['Ind', 'Inds', 'Ind.'],
  industrial: ['Indl', 'Ind.', 'Indus.'],
  company: ['Co', 'Co.'],
  corporation: ['Corp', 'Corp.'],
  limited: ['Ltd', 'Ltd.'],
  group: ['Grp', 'Gp'],
  services: ['Svcs', 'Serv.', 'Svc'],
  service: ['Svc', 'Serv'],
  systems: ['Sys', 'Syst.'],
  system: ['Sys'],
  equipment: ['Equip', 'Eqpt', 'Equip.'],
  machinery: ['Mach', 'Mach.'],
  institute: ['Inst', 'Inst.'],
  institution: ['Inst', 'Instn'],
  university: ['Univ', 'Univ.', 'U.'],
  research: ['Res', 'Rsch', 'Res.'],
  science: ['Sci', 'Sci.'],
  scientific: ['Sci', 'Scient.'],
  department: ['Dept', 'Dept.'],
  national: ['Natl', "Nat'l", 'Nat.'],
  organization: ['Org', 'Org.'],
  association: ['Assn', 'Assoc.'],
  associates: ['Assoc', 'Assocs'],
  management: ['Mgmt', 'Mgt'],
  transport: ['Trans', 'Transp.'],
  transportation: ['Transp', 'Trans.'],
  construction: ['Constr', 'Const.'],
  center: ['Ctr', 'Ctr.'],
  centre: ['Ctr', 'Ctr.'],
  general: ['Gen', 'Gen.'],
  trading: ['Trdg', 'Trad.'],
  enterprise: ['Ent', 'Ent.'],
  enterprises: ['Ent', 'Ents.'],
  investment: ['Inv', 'Invt', 'Inv.'],
  investments: ['Inv', 'Invts'],
  holding: ['Hldg'],
  holdings: ['Hldgs', 'Hldg'],
  laboratory: ['Lab', 'Lab.'],
  laboratories: ['Labs'],
  information: ['Info', 'Inf.'],
  digital: ['Dig', 'Digi'],
  marine: ['Mar', 'Mar.'],
  military: ['Mil', 'Mil.'],
  government: ['Govt', 'Gov.'],
  ministry: ['Min', 'Min.'],
  administration: ['Admin', 'Admin.'],
  agency: ['Agcy'],
  brothers: ['Bros', 'Bros.'],
  production: ['Prod', 'Prodn'],
  products: ['Prods', 'Prod.'],
  chemical: ['Chem', 'Chem.'],
  pharmaceutical: ['Pharm', 'Pharma'],
  petroleum: ['Petr', 'Pet.'],
  commercial: ['Comml', 'Com.'],
  republic: ['Rep', 'Rep.'],
  saint: ['St', 'St.'],
  mount: ['Mt'],
  and: ['&', '+'],
};

/** Words that say what any company does: adding one names the same company in a sloppier way. */
export const addedGeneric: readonly string[] = w(
  'International Group Trading Company Holdings Enterprise Industries Services Global Technology Corporation Industrial General Limited',
);

/** Places and parts of a firm that clerks append. */
export const addedWords: readonly string[] = w(
  'Shanghai Beijing Shenzhen Moscow Dubai Tehran Istanbul Singapore Asia Europe Branch Division Headquarters Office Factory Overseas ' +
    'Export Sales Procurement Accounts Logistics East West North South Central Worldwide Regional',
);

/** British and American spellings. */
export const british: readonly (readonly [string, string])[] = [
  ['centre', 'center'],
  ['organisation', 'organization'],
  ['organisations', 'organizations'],
  ['defence', 'defense'],
  ['aluminium', 'aluminum'],
  ['labour', 'labor'],
  ['harbour', 'harbor'],
  ['colour', 'color'],
  ['fibre', 'fiber'],
  ['metre', 'meter'],
  ['theatre', 'theater'],
  ['programme', 'program'],
  ['catalogue', 'catalog'],
  ['tyre', 'tire'],
  ['tyres', 'tires'],
  ['armour', 'armor'],
  ['armoured', 'armored'],
  ['jewellery', 'jewelry'],
  ['licence', 'license'],
  ['sulphur', 'sulfur'],
  ['modelling', 'modeling'],
  ['specialised', 'specialized'],
  ['authorised', 'authorized'],
  ['mechanised', 'mechanized'],
  ['aeroplane', 'airplane'],
  ['grey', 'gray'],
  ['mould', 'mold'],
  ['plough', 'plow'],
  ['analogue', 'analog'],
  ['travelling', 'traveling'],
  ['fuelling', 'fueling'],
  ['honour', 'honor'],
  ['neighbour', 'neighbor'],
  ['calibre', 'caliber'],
  ['customs clearance', 'customs-clearance'],
];

/** Words with nothing of their own; a name of such words alone denotes nobody. */
export const genericOnly: readonly string[] = w(
  'International Trading Company General Services Technology Industries Group Holdings Global Import Export Engineering Systems ' +
    'Management Development Industrial Commercial Solutions Equipment Products Logistics Investment Enterprises Consulting Supply',
);

export const places: readonly string[] = w(
  'Shanghai Beijing Shenzhen Guangzhou Tianjin Wuhan Chengdu Nanjing Hangzhou Chongqing Xian Tehran Isfahan Shiraz Tabriz Moscow ' +
    'Kazan Samara Omsk Perm Tomsk Novosibirsk Dubai Sharjah Istanbul Ankara Izmir Karachi Lahore Islamabad Damascus Aleppo Beirut ' +
    'Baghdad Basra Minsk Brest Kiev Odessa Havana Caracas Bogota Cali Medellin Pyongyang Singapore Jakarta Manila Kabul Herat',
);

/** Pairs of words that say the opposite: swapping one names another organisation. */
export const contrary: readonly (readonly [string, string])[] = [
  ['north', 'south'],
  ['northern', 'southern'],
  ['east', 'west'],
  ['eastern', 'western'],
  ['import', 'export'],
  ['first', 'second'],
  ['second', 'third'],
  ['upper', 'lower'],
  ['land', 'naval'],
  ['air', 'sea'],
  ['civil', 'military'],
  ['men', 'women'],
  ['buyer', 'seller'],
  ['domestic', 'foreign'],
];
