import type { OfficialReader } from '../reader.ts';
import { mapWatchlist } from './map.ts';
import { readWatchlist, type WatchlistRow } from './read.ts';

/** A company's own list: any CSV file with a mapping of its columns. */
export const watchlistCsv: OfficialReader<WatchlistRow> = {
  format: 'watchlist-csv',
  title: 'Own watch list (CSV)',
  publisher: null,
  parts: ['list.csv'],
  read: readWatchlist,
  map: mapWatchlist,
};
