import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { z } from 'zod';
import { isoDateSchema } from '../../src/domain/date.ts';
import { activitySchema, consequenceSchema } from '../../src/domain/effect.ts';
import { relationTypes } from '../../src/domain/party.ts';
import { affiliatesRuleSettings } from '../../src/domain/reach.ts';
import { type OpenScreener, openScreener, type Screening } from '../../src/index.ts';

/**
 * Questions written from the documents, not from the seeds: what did the law say
 * about this name, for this activity, on this day?
 */
const questionSchema = z.strictObject({
  name: z.string(),
  date: isoDateSchema,
  activity: activitySchema,
  affiliatesRule: z.enum(affiliatesRuleSettings).optional(),
  expected: z.strictObject({
    consequence: consequenceSchema.nullable().describe('null: that list determines nothing'),
    list: z.string().optional().describe('Absent: no list determines anything'),
    from: isoDateSchema.nullable().optional().describe('Since when; absent: not asked'),
    to: isoDateSchema.nullable().optional().describe('Until when; absent: not asked'),
    party: z
      .string()
      .optional()
      .describe('The listed party, to which a path may lead; absent: any'),
    via: z.array(z.enum(relationTypes)).optional().describe('The relations on that path'),
  }),
  denotes: z.string().optional().describe('The party that the name denotes'),
  document: z.string(),
  note: z.string().optional(),
});

type Question = z.infer<typeof questionSchema>;

const FOLDER = 'test/acceptance/questions';
const questions = readdirSync(FOLDER).flatMap((file) =>
  z.array(questionSchema).parse(JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))),
);

/** What names a document beyond doubt: "84 FR 54002", "Pub. L. 115-232", "E.O. 14032". */
const MARKS = /\d+ FR \d+|Pub\. L\. \d+-\d+|E\.O\. \d+|FAR 52\.\d+-\d+/g;

t.test('questions about the law', async (t) => {
  const data = t.testdir({});
  const open = new Map<string, OpenScreener>();
  const screenerFor = (affiliatesRule: Question['affiliatesRule'] = 'by-terms') => {
    const known = open.get(affiliatesRule) ?? openScreener({ data, affiliatesRule });
    open.set(affiliatesRule, known);
    return known;
  };
  t.teardown(() => {
    for (const screener of open.values()) screener.close();
  });
  t.ok(questions.length >= 120, `${questions.length} questions`);

  for (const question of questions) {
    const { name, date, activity, affiliatesRule, document, denotes } = question;
    const { consequence, list, party, via, from, to } = question.expected;
    const screening = screenerFor(affiliatesRule).screen({ name, activity, asOf: date });
    const asked = `${name} on ${date}, ${activity}, ${list ?? 'any list'}`;
    if (list === undefined) {
      t.same(screening.determinations, [], asked);
      continue;
    }
    const found = screening.determinations.find(
      (d) => d.list === list && (party === undefined || d.party === party),
    );
    t.equal(found?.consequence ?? null, consequence, asked);
    if (denotes !== undefined) {
      t.ok(
        screening.matches.some((match) => match.party.id === denotes),
        `${asked}: ${denotes}`,
      );
    }
    if (consequence === null || found === undefined) continue;
    if (from !== undefined) t.equal(found.from, from, `${asked}: since when`);
    if (to !== undefined) t.equal(found.to, to, `${asked}: until when`);
    // On its first and its last day it holds as on the day asked about.
    for (const day of [found.from, found.to].filter((day) => day !== null)) {
      const then = screenerFor(affiliatesRule).screen({ name, activity, asOf: day });
      t.ok(
        then.determinations.some(
          (d) => d.list === list && d.party === found.party && d.consequence === consequence,
        ),
        `${asked}: the same on ${day}`,
      );
    }
    for (const ground of found.grounds) {
      const designation = screening.matches[ground.match]?.designations[ground.designation];
      const effect = ground.effect === null ? null : designation?.effects[ground.effect];
      t.equal(designation?.list.id, list, `${asked}: a ground is of that list`);
      if (effect !== null) t.match(effect, { activity, consequence }, `${asked}: and its effect`);
      else t.equal(consequence, 'watch', `${asked}: a standing alone is watched`);
    }
    const cited = citedText(screening, list);
    t.ok(cited.length > 0, `${asked}: cited`);
    const marks = (document.match(MARKS) ?? []).map((mark) =>
      mark.replace('Pub. L.', 'Public Law').replace('E.O.', 'Executive Order'),
    );
    if (marks.length > 0) {
      t.ok(
        marks.some((mark) => cited.includes(mark)),
        `${asked}: cites ${marks.join(' or ')}`,
      );
    }
    if (via) t.same(pathOf(screening, list, denotes), via, `${asked}: path`);
  }
});

/** All that the answer cites for a list: titles, places, and what the entry prints. */
function citedText(screening: Screening, list: string): string {
  return screening.matches
    .flatMap(({ designations }) => designations)
    .filter((designation) => designation.list.id === list)
    .flatMap(({ entry, citations, effects, via, reach, disagreements }) => [
      { title: 'entry', locator: entry.federalRegister },
      ...citations,
      ...effects.flatMap((effect) => effect.citations),
      ...via.flatMap((step) => step.citations),
      ...disagreements.flatMap((disagreement) => disagreement.citations),
      ...(reach?.citations ?? []),
    ])
    .map(({ title, locator }) => `${title} ${locator}`)
    .join('\n');
}

/** The relations on the path by which a list reaches the party denoted. */
function pathOf({ matches }: Screening, list: string, denotes: string | undefined): string[] {
  const reached = matches
    .filter(({ party }) => denotes === undefined || party.id === denotes)
    .flatMap(({ designations }) => designations)
    .find((designation) => designation.list.id === list && designation.via.length > 0);
  return (reached?.via ?? []).map(({ relation }) => relation);
}

t.test('a brand with one slip in it is found, and its neighbours are not', async (t) => {
  const screener = openScreener({ data: t.testdir({}) });
  t.teardown(() => screener.close());
  const slips: Record<string, string> = {
    Huawai: 'huawei',
    Hauwei: 'huawei',
    Huawie: 'huawei',
    Dahau: 'dahua',
    Dauha: 'dahua',
    Hikvison: 'hikvision',
    Haikvision: 'hikvision',
    Hytara: 'hytera',
    Univeiw: 'uniview',
    Megvi: 'megvii',
    CloudWok: 'cloudwalk',
    Fibrehome: 'fiberhome',
    Iflytec: 'iflytek',
    Хиквижн: 'hikvision',
    'Zhejiang Dahau Technology': 'dahua',
    'Acme Trading (f.k.a. Hikvison)': 'hikvision',
  };
  for (const [name, party] of Object.entries(slips)) {
    t.equal(screener.screen({ name }).matches[0]?.party.id, party, name);
  }
  for (const name of ['Hualei', 'T-Mobile USA', 'Bosch', 'Motorola Solutions', 'Hanwha Vision']) {
    t.equal(screener.screen({ name }).outcome, 'no-match', name);
  }
});
