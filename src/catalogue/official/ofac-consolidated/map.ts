import { dayOfRemark, ofacParty } from '../ofac-sdn/party.ts';
import type { Remarks } from '../ofac-sdn/remarks.ts';
import type { OfacRow } from '../ofac-sdn/triple.ts';
import type { Placed, ReadContext, Report } from '../reader.ts';
import type { OfficialRecord } from '../record.ts';
import type { consolidatedLists } from './read.ts';

type ConsolidatedList = (typeof consolidatedLists)[number];

/** A row of the consolidated file as a record of each list that it shows itself to be on. */
export function mapOfacConsolidated(
  { row }: Placed<OfacRow>,
  _context: ReadContext,
  report: Report,
): OfficialRecord[] {
  const party = ofacParty(row, report);
  if (party === null) return [];
  const lists = listsOf(party.record.programme ?? '', party.remarks);
  if (lists.length === 0) report('program', `"${row.program}" is of no list that is known here`);
  return lists.map((list) => ({ ...party.record, ...particulars(list, party.remarks), list }));
}

/** Programmes that stand on the menu-based list where nothing else says which list it is. */
const MENU_BASED = /MBS|RUSSIA-EO14024|CAATSA - RUSSIA|BURMA-EO14014|ILLICIT-DRUGS-EO14059/;

/**
 * The layout prints programmes, not lists. Four of them name their list; sectoral
 * entries show by their directive. An entry under a menu-based programme that has a
 * sectoral directive too is taken for sectoral only: the file does not say more.
 */
function listsOf(programmes: string, remarks: Remarks): ConsolidatedList[] {
  const lists: ConsolidatedList[] = [];
  if (programmes.includes('NS-PLC')) lists.push('plc');
  if (programmes.includes('CMIC')) lists.push('ns-cmic');
  if (/FSE-/.test(programmes)) lists.push('fse');
  if (/561-Related|CAPTA/.test(programmes)) lists.push('capta');
  if (remarks.directives.length > 0) lists.push('ssi');
  if (lists.length === 0 && MENU_BASED.test(programmes)) lists.push('ns-mbs');
  return lists;
}

function particulars(list: ConsolidatedList, remarks: Remarks): Partial<OfficialRecord> {
  if (list === 'ssi') return { scope: remarks.directives.join('; ') };
  if (list !== 'ns-cmic') return {};
  const effective = dayOfRemark(remarks, 'Effective Date (CMIC)');
  return {
    from: dayOfRemark(remarks, 'Listing Date (CMIC)'),
    effects: effective === null ? [] : [{ activity: 'invest', from: effective }],
  };
}
