/**
 * The examples of the published document. They are real ones, cut short: a test
 * holds them against the schemas.
 */

export const queryExample = {
  reference: 'PO-4711/3',
  name: 'Hikvison Digital Technolgy',
  country: 'CN',
  asOf: '2019-10-01',
};

const statute = {
  source: 'pl-115-232',
  type: 'statute',
  title:
    'John S. McCain National Defense Authorization Act for Fiscal Year 2019, Public Law 115-232',
  publisher: 'United States Congress',
  date: '2018-08-13',
  url: 'https://www.congress.gov/115/plaws/publ232/PLAW-115publ232.pdf',
};

const designation = {
  list: {
    id: 'ndaa-889',
    name: 'Section 889 of the National Defense Authorization Act for Fiscal Year 2019 (parts A and B)',
    agency: 'United States Congress; FAR Council (DoD, GSA, NASA)',
  },
  entry: {
    name: 'Hangzhou Hikvision Digital Technology Company',
    record: null,
    programme: null,
    licenceRequirement: null,
    licencePolicy: null,
    federalRegister: null,
  },
  status: 'in-force',
  force: 'effects',
  from: '2019-08-13',
  to: null,
  seenOn: null,
  scope: 'Video surveillance and telecommunications equipment for purposes of security',
  note: null,
  report: null,
  via: [],
  reach: null,
  editions: [],
  effects: [
    {
      activity: 'procure',
      consequence: 'prohibited',
      from: '2019-08-13',
      to: null,
      scope: 'A substantial or essential component, or critical technology, of a system',
      exceptions: ['Waivers by the Director of National Intelligence'],
      summary: 'Part A. An executive agency may not procure or obtain covered equipment.',
      binds: 'Executive agencies',
      citations: [{ ...statute, locator: 'sec. 889(a)(1)(A)' }],
    },
  ],
  disagreements: [],
  citations: [{ ...statute, locator: 'sec. 889(f)(3)(B)' }],
};

export const screeningExample = {
  id: 'scr_01a202812254e1e7411693a92fe94208',
  reference: 'PO-4711/3',
  screenedAt: '2026-11-22T09:00:00.000Z',
  asOf: '2019-10-01',
  outcome: 'match',
  determinations: [
    {
      ...{ activity: 'procure', consequence: 'prohibited', list: 'ndaa-889', party: 'hikvision' },
      ...{ from: '2019-08-13', to: null },
      grounds: [{ match: 0, designation: 0, effect: 0 }],
    },
  ],
  matches: [
    {
      party: {
        id: 'hikvision',
        name: 'Hangzhou Hikvision Digital Technology Co., Ltd.',
        kind: 'company',
        country: 'CN',
      },
      score: 0.95,
      strength: 'strong',
      counts: true,
      matchedOn: {
        field: 'name',
        query: 'Hikvison Digital Technolgy',
        listed: 'Hangzhou Hikvision Digital Technology Company',
        nameType: 'alias',
        note: null,
        citations: [{ ...statute, locator: 'sec. 889(f)(3)(B)' }],
        disagreements: [],
      },
      explanation: {
        steps: [
          {
            query: 'hikvison',
            listed: 'hikvision',
            relation: 'edit',
            similarity: 0.91,
            weight: 0.54,
          },
        ],
        adjustments: [{ reason: 'country agrees', delta: 0.02 }],
        normalised: { query: 'hikvison digital technolgy', listed: 'hikvision digital technology' },
        counterfactual: null,
      },
      reach: { assessed: true, note: null },
      designations: [designation],
      leads: [],
    },
  ],
  coverage: {
    catalogue: {
      version: 'a20713b79965',
      sha256: 'a20713b799653158f6be34566d1ae3b6575a233fd2fa4a090643640b912ffdbf',
      builtAt: '2026-11-22T08:00:00.000Z',
    },
    lists: [
      { id: 'ndaa-889', parties: 5, asOf: '2026-08-22', complete: true, classesNotAssessed: 1 },
    ],
    notChecked: [{ what: 'lists that are not named here', reason: 'not loaded' }],
  },
  disclaimer:
    'Redflag cites documents; it gives no legal advice. A match is a lead for a person to verify, ' +
    'and "no match" means only that nothing was found in the lists named under coverage, as of their dates.',
};

export const problemExample = {
  type: 'urn:redflag:problem:invalid-request',
  title: 'The request is not valid',
  status: 400,
  detail: 'asOf: must be a date written YYYY-MM-DD',
  instance: '/screen',
  code: 'invalid-request',
  errors: [{ path: 'asOf', message: 'must be a date written YYYY-MM-DD' }],
  reference: 'PO-4711/3',
};
