import { Random } from '../random.ts';

const w = (text: string) => text.trim().split(/\s+/);

const first = w(
  'Maple Harbor Granite Willow Cedar Falcon Summit Prairie Coral Ember Juniper Lantern Meadow Orchid Pebble Quartz Ridge Sable Thistle ' +
    'Umber Velvet Walnut Yarrow Zephyr Birch Copper Drift Elm Fern Garnet Heron Iris Jasper Kestrel Larch Mallow Nettle Otter Poppy Rowan',
);
const second = w(
  'Bridge Valley Stone Field Brook Point Crest Wood Light Water Hill Gate Mill Lake Park Town Shore Grove Cliff Bay',
);
const trades = w(
  'Foods Bakery Software Consulting Plumbing Furniture Printing Textiles Dental Logistics Packaging Media Landscaping Catering Optics ' +
    'Robotics Biotech Capital Realty Advisors Partners Systems Services Energy Electric Tools Motors Travel Apparel Farms',
);
const forms = ['Inc.', 'LLC', 'Ltd', 'Corp', 'Co.', 'GmbH', 'LP', 'B.V.', 'S.A.', 'Pty Ltd'];

/** Made-up ordinary companies for a machine without the file of real ones; seeded, all different. */
export function smallCompanies(count: number): string[] {
  const random = new Random('small companies');
  const names = new Set<string>();
  while (names.size < count) {
    const head = random.chance(0.5)
      ? `${random.pick(first)} ${random.pick(second)}`
      : `${random.pick(first)}${random.pick(second).toLowerCase()}`;
    names.add(`${head} ${random.pick(trades)} ${random.pick(forms)}`);
  }
  return [...names];
}
