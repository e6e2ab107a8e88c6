import type { InputFile } from '../input/file.ts';
import { refuse } from '../input/refusal.ts';
import { type XmlElement, xmlElements } from '../input/xml.ts';
import type { ReadContext, ReadItem } from '../reader.ts';

const ELEMENTS = new Set(['record']);

/** The records of Canada's consolidated autonomous sanctions list; it states no date of its own. */
export async function* readCanadaSema(
  [file]: readonly InputFile[],
  { limits }: ReadContext,
): AsyncGenerator<ReadItem<XmlElement>> {
  if (!file) return;
  yield { kind: 'statement', statement: { complete: ['ca-sema'] } };
  for await (const element of xmlElements(file, ELEMENTS, limits)) {
    if (element.name === 'record') {
      yield { kind: 'row', file: file.name, line: element.line, row: element };
    } else if (element.name !== 'data-set') {
      throw refuse(file.name, `begins with <${element.name}>, not <data-set>`, {
        line: element.line,
      });
    }
  }
}
