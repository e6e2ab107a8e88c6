import { dayIn } from '../dates.ts';
import type { InputFile } from '../input/file.ts';
import { refuse } from '../input/refusal.ts';
import { descendants, type XmlElement, xmlElements } from '../input/xml.ts';
import { consolidatedLists } from '../ofac-consolidated/read.ts';
import type { ReadContext, ReadItem } from '../reader.ts';

const ELEMENTS = new Set(['publicationInfo', 'entity']);

/** What a file covers whole, by the filter that it states. */
const COVERED: Readonly<Record<string, readonly string[]>> = {
  'SDN List': ['sdn'],
  'Consolidated List': consolidatedLists,
};

/** The entities of `SDN_ENHANCED.XML` or `CONS_ENHANCED.XML`, and the date that the file states. */
export async function* readOfacEnhanced(
  [file]: readonly InputFile[],
  { limits }: ReadContext,
): AsyncGenerator<ReadItem<XmlElement>> {
  if (!file) return;
  for await (const element of xmlElements(file, ELEMENTS, limits)) {
    if (element.name === 'entity') {
      yield { kind: 'row', file: file.name, line: element.line, row: element };
    } else if (element.name === 'publicationInfo') {
      const date = dayIn([...descendants(element, 'dataAsOf')][0]?.text ?? '');
      const filters = [...descendants(element, 'sanctionsList')].map(({ text }) => text);
      const complete = filters.flatMap((filter) => COVERED[filter] ?? []);
      yield { kind: 'statement', statement: { complete, ...(date !== null && { date }) } };
    } else if (element.name !== 'sanctionsData') {
      throw refuse(file.name, `begins with <${element.name}>, not <sanctionsData>`, {
        line: element.line,
      });
    }
  }
}
