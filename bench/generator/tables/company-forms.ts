/**
 * Legal forms as a clerk might write them, in groups that mean about the same.
 * Changing the form takes another spelling of the group, or another group.
 */
export const formGroups: readonly (readonly string[])[] = [
  ['Co., Ltd.', 'Company Limited', 'Co Ltd', 'Co. Limited', 'Company Ltd.', 'CO.,LTD'],
  ['Ltd.', 'Limited', 'Ltd', 'LTD.'],
  ['Inc.', 'Incorporated', 'Inc', 'INC'],
  ['Corp.', 'Corporation', 'Corp'],
  ['LLC', 'L.L.C.', 'Limited Liability Company', 'OOO'],
  ['GmbH', 'Gesellschaft mit beschränkter Haftung', 'G.m.b.H.', 'GMBH'],
  ['JSC', 'Joint Stock Company', 'J.S.C.', 'AO'],
  ['PJSC', 'Public Joint Stock Company', 'PAO'],
  ['OJSC', 'Open Joint Stock Company', 'OAO'],
  ['CJSC', 'Closed Joint Stock Company', 'ZAO'],
  ['S.A.', 'SA', 'Sociedad Anonima', 'Société Anonyme'],
  ['S.A. de C.V.', 'SA de CV'],
  ['S.R.L.', 'SRL', 'S. de R.L.'],
  ['PLC', 'Public Limited Company', 'P.L.C.'],
  ['AG', 'Aktiengesellschaft', 'A.G.'],
  ['B.V.', 'BV', 'Besloten Vennootschap'],
  ['Pte. Ltd.', 'Pte Ltd', 'Private Limited', 'Pvt. Ltd.', 'Pvt Ltd'],
  ['FZE', 'Free Zone Establishment', 'F.Z.E.'],
  ['Sdn. Bhd.', 'Sdn Bhd', 'Sendirian Berhad'],
  ['A.S.', 'AS', 'Anonim Sirketi'],
  ['Ltd. Sti.', 'Limited Sirketi', 'Ltd Sti'],
];

/** Forms that lists write before the name, as written in Russia and its neighbours. */
export const leadingForms: readonly string[] = [
  'Limited Liability Company',
  'Public Joint Stock Company',
  'Open Joint Stock Company',
  'Closed Joint Stock Company',
  'Joint Stock Company',
  'Obshchestvo S Ogranichennoi Otvetstvennostyu',
  'Aktsionernoe Obshchestvo',
  'Otkrytoe Aktsionernoe Obshchestvo',
  'Zakrytoe Aktsionernoe Obshchestvo',
  'Publichnoe Aktsionernoe Obshchestvo',
  'OOO',
  'OAO',
  'ZAO',
  'PAO',
  'AO',
  'LLC',
  'JSC',
  'OJSC',
  'PJSC',
  'CJSC',
];
