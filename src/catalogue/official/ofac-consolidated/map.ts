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
  const lists = listsOf(party.record.programme ?? '', party.remarks, row.remarks);
  if (lists.length === 0) report('program', `"${row.program}" is of no list that is known here`);
  return lists.map((list) => ({ ...party.record, ...particulars(list, party.remarks), list }));
}

/** Programmes that stand on the menu-based list where nothing else says which list it is. */
const MENU_BASED = /MBS|RUSSIA-EO14024|CAATSA - RUSSIA|BURMA-EO14014|ILLICIT-DRUGS-EO14059/;

/** Of a directive under Executive Order 14024: what it forbids is short of blocking. */
const MENU_BASED_DAY = /^Listing Date \(EO 14024 Directive/;

/** What OFAC adds to those who are blocked under the same order: they are on the SDN list instead. */
const BLOCKED = 'Section 11 of Executive Order 14024';

/**
 * The layout prints programmes, not lists. Four of them name their list; the others
 * show by the directives in the remarks:
 *
 *     Executive Order 13662 Directive Determination        sectoral
 *     Listing Date (EO 14024 Directive 3)                  menu-based ...
 *     ... See Section 11 of Executive Order 14024          ... but for those since blocked
 *
 * On the files of 2025 this gives for each of 442 entries the lists that OFAC's
 * other layout names, which prints them.
 */
function listsOf(programmes: string, remarks: Remarks, printed: string): ConsolidatedList[] {
  const lists: ConsolidatedList[] = [];
  if (programmes.includes('NS-PLC')) lists.push('plc');
  if (programmes.includes('CMIC')) lists.push('ns-cmic');
  if (/FSE-/.test(programmes)) lists.push('fse');
  if (/561-Related|CAPTA/.test(programmes)) lists.push('capta');
  if (remarks.directives.length > 0) lists.push('ssi');
  const dated = [...remarks.dates.keys()].some((label) => MENU_BASED_DAY.test(label));
  if (dated && !printed.includes(BLOCKED)) lists.push('ns-mbs');
  if (lists.length === 0 && MENU_BASED.test(programmes)) lists.push('ns-mbs');
  return lists;
}

function particulars(list: ConsolidatedList, remarks: Remarks): Partial<OfficialRecord> {
  if (list === 'ssi') return { scope: remarks.directives.join('; ') };
  if (list === 'ns-mbs') return { from: menuBasedSince(remarks) };
  if (list !== 'ns-cmic') return {};
  const effective = dayOfRemark(remarks, 'Effective Date (CMIC)');
  return {
    from: dayOfRemark(remarks, 'Listing Date (CMIC)'),
    effects: effective === null ? [] : [{ activity: 'invest', from: effective }],
  };
}

/** The first day of its directives under Executive Order 14024; null where another order put it there. */
function menuBasedSince(remarks: Remarks): string | null {
  const labels = [...remarks.dates.keys()].filter((label) => MENU_BASED_DAY.test(label));
  return labels.flatMap((label) => dayOfRemark(remarks, label) ?? []).sort()[0] ?? null;
}
