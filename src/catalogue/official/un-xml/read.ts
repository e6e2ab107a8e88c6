import { dayIn } from '../dates.ts';
import type { InputFile } from '../input/file.ts';
import { refuse } from '../input/refusal.ts';
import { type XmlElement, xmlElements } from '../input/xml.ts';
import type { ReadContext, ReadItem } from '../reader.ts';

const ELEMENTS = new Set(['INDIVIDUAL', 'ENTITY']);

/** The individuals and entities of the UN Security Council's consolidated list, and its date. */
export async function* readUn(
  [file]: readonly InputFile[],
  { limits }: ReadContext,
): AsyncGenerator<ReadItem<XmlElement>> {
  if (!file) return;
  for await (const element of xmlElements(file, ELEMENTS, limits)) {
    if (ELEMENTS.has(element.name)) {
      yield { kind: 'row', file: file.name, line: element.line, row: element };
    } else if (element.name === 'CONSOLIDATED_LIST') {
      const date = dayIn(element.attributes.dateGenerated ?? '');
      yield {
        kind: 'statement',
        statement: { complete: ['un-sc'], ...(date !== null && { date }) },
      };
    } else {
      throw refuse(file.name, `begins with <${element.name}>, not <CONSOLIDATED_LIST>`, {
        line: element.line,
      });
    }
  }
}
