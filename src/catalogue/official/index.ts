import { canadaSemaXml } from './canada-sema-xml/index.ts';
import { cslCsv } from './csl-csv/index.ts';
import { cslJson } from './csl-json/index.ts';
import { ftmNdjson } from './ftm-ndjson/index.ts';
import { ofacConsolidated } from './ofac-consolidated/index.ts';
import { ofacEnhanced } from './ofac-enhanced/index.ts';
import { ofacSdn } from './ofac-sdn/index.ts';
import { type ReadContext, type ReadEvent, type ReadSummary, readOfficial } from './reader.ts';
import { targetsSimpleCsv } from './targets-simple-csv/index.ts';
import { unXml } from './un-xml/index.ts';
import { watchlistCsv } from './watchlist-csv/index.ts';

export {
  type BlockEvent,
  ieee,
  type MacBlock,
  macBlockSchema,
  readMacBlocks,
} from './ieee/index.ts';
export type { ReadEvent, ReadSummary, RecordProblem } from './reader.ts';
export { emptyRecord, type OfficialRecord, officialRecordSchema } from './record.ts';

/** A layout as the rest of the program sees it: what it is called, and how its files are read. */
export interface OfficialLayout {
  readonly format: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly parts: readonly string[];
  read(
    paths: readonly string[],
    context?: Partial<ReadContext>,
  ): AsyncGenerator<ReadEvent, ReadSummary>;
}

/** Hides the reader's own row type, which differs from layout to layout. */
function layout<Row>(reader: Parameters<typeof readOfficial<Row>>[0]): OfficialLayout {
  const { format, title, publisher, parts } = reader;
  const read: OfficialLayout['read'] = (paths, context) => readOfficial(reader, paths, context);
  return { format, title, publisher, parts, read };
}

/** Every layout that holds parties, by its name. */
export const officialLayouts: ReadonlyMap<string, OfficialLayout> = new Map(
  [
    layout(cslCsv),
    layout(cslJson),
    layout(ofacSdn),
    layout(ofacConsolidated),
    layout(ofacEnhanced),
    layout(unXml),
    layout(canadaSemaXml),
    layout(ftmNdjson),
    layout(targetsSimpleCsv),
    layout(watchlistCsv),
  ].map((one) => [one.format, one]),
);
