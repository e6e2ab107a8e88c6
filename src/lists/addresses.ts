/** A list that `lists refresh` knows where to fetch. */
export interface OfficialAddress {
  /** Name of the feed. */
  readonly feed: string;
  readonly format: string;
  /** The files of the layout, in its order; those that need not exist are marked. */
  readonly files: readonly { readonly url: string; readonly optional?: true }[];
  /** The page that offers the file, for a person. */
  readonly page: string;
  /** Fetched when nothing is asked for. */
  readonly byDefault: boolean;
  /** Records below which the first import is not believed; later ones are compared with the last. */
  readonly atLeast: number;
}

/** The endpoint for files of OFAC's API; it answers with a redirect to a signed address. */
const OFAC = 'https://sanctionslistservice.ofac.treas.gov/api/download';
const OFAC_PAGE = 'https://sanctionslist.ofac.treas.gov/Home';

/**
 * The official addresses, one table. None could be fetched while this was written:
 * docs/sources.md says which public document confirms each.
 */
export const officialAddresses: readonly OfficialAddress[] = [
  {
    feed: 'csl',
    format: 'csl-csv',
    files: [
      {
        url: 'https://data.trade.gov/downloadable_consolidated_screening_list/v1/consolidated.csv',
      },
    ],
    page: 'https://www.trade.gov/consolidated-screening-list',
    byDefault: true,
    atLeast: 8_000,
  },
  {
    feed: 'ofac-sdn',
    format: 'ofac-sdn',
    files: [
      { url: `${OFAC}/SDN.CSV` },
      { url: `${OFAC}/ALT.CSV` },
      { url: `${OFAC}/ADD.CSV` },
      { url: `${OFAC}/SDN_COMMENTS.CSV`, optional: true },
    ],
    page: `${OFAC_PAGE}/SdnList`,
    byDefault: true,
    atLeast: 5_000,
  },
  {
    feed: 'ofac-consolidated',
    format: 'ofac-consolidated',
    files: [
      { url: `${OFAC}/CONS_PRIM.CSV` },
      { url: `${OFAC}/CONS_ALT.CSV` },
      { url: `${OFAC}/CONS_ADD.CSV` },
      { url: `${OFAC}/CONS_COMMENTS.CSV`, optional: true },
    ],
    page: `${OFAC_PAGE}/ConsolidatedList`,
    byDefault: true,
    atLeast: 200,
  },
  {
    feed: 'un',
    format: 'un-xml',
    files: [{ url: 'https://scsanctions.un.org/resources/xml/en/consolidated.xml' }],
    page: 'https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list',
    byDefault: false,
    atLeast: 500,
  },
  {
    feed: 'canada',
    format: 'canada-sema-xml',
    files: [
      {
        url: 'https://www.international.gc.ca/world-monde/assets/office_docs/international_relations-relations_internationales/sanctions/sema-lmes.xml',
      },
    ],
    page: 'https://www.international.gc.ca/world-monde/international_relations-relations_internationales/sanctions/consolidated-consolide.aspx',
    byDefault: false,
    atLeast: 2_000,
  },
  {
    feed: 'ieee',
    format: 'ieee',
    files: [
      { url: 'https://standards-oui.ieee.org/oui/oui.csv' },
      { url: 'https://standards-oui.ieee.org/oui28/mam.csv' },
      { url: 'https://standards-oui.ieee.org/oui36/oui36.csv' },
    ],
    page: 'https://regauth.standards.ieee.org/standards-ra-web/pub/view.html#registries',
    byDefault: false,
    atLeast: 30_000,
  },
];
