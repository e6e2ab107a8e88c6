import { z } from 'zod';
import { inWords } from '../../../domain/complaint.ts';
import { cslLists } from '../csl-csv/lists.ts';
import { dayIn } from '../dates.ts';
import type { InputFile } from '../input/file.ts';
import { jsonValues } from '../input/json.ts';
import type { ReadContext, ReadItem } from '../reader.ts';

const text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value == null ? '' : String(value)));
const texts = z
  .array(text)
  .nullish()
  .transform((values) => values ?? []);

const addressSchema = z.object({
  address: text,
  city: text,
  state: text,
  postal_code: text,
  country: text,
});

const idSchema = z.object({
  type: text,
  number: text,
  country: text,
  issue_date: text,
  expiration_date: text,
});

/** A party as `consolidated.json` writes it; unknown fields are kept aside, not refused. */
export const cslResultSchema = z.looseObject({
  id: text,
  source: z.string(),
  entity_number: text,
  type: text,
  programs: texts,
  name: text,
  title: text,
  addresses: z.array(addressSchema).nullish(),
  federal_register_notice: text,
  start_date: text,
  end_date: text,
  standard_order: text,
  license_requirement: text,
  license_policy: text,
  call_sign: text,
  vessel_type: text,
  gross_tonnage: text,
  gross_registered_tonnage: text,
  vessel_flag: text,
  vessel_owner: text,
  remarks: text,
  source_list_url: text,
  alt_names: texts,
  citizenships: texts,
  dates_of_birth: texts,
  nationalities: texts,
  places_of_birth: texts,
  source_information_url: text,
  ids: z.array(idSchema).nullish(),
});

export type CslResult = z.infer<typeof cslResultSchema>;

/** The results of `consolidated.json`; its newest import date is the date of the version. */
export async function* readCslJson(
  [file]: readonly InputFile[],
  { limits }: ReadContext,
): AsyncGenerator<ReadItem<CslResult>> {
  if (!file) return;
  yield { kind: 'statement', statement: { complete: cslLists } };
  let date = '';
  for await (const { path, key, value } of jsonValues(
    file,
    ['$.results.*', '$.sources_used.*', '$.search_performed_at'],
    limits,
  )) {
    if (path[1] === 'sources_used' || key === 'search_performed_at') {
      const found = updateDate(value);
      if (found > date) date = found;
      continue;
    }
    const parsed = cslResultSchema.safeParse(value, { error: inWords });
    if (parsed.success) yield { kind: 'row', file: file.name, line: null, row: parsed.data };
    else yield problem(file.name, Number(key), parsed.error);
  }
  if (date !== '') yield { kind: 'statement', statement: { date } };
}

const updateSchema = z.object({ source_last_updated: z.string().nullish() });

function updateDate(value: unknown): string {
  if (typeof value === 'string') return dayIn(value) ?? '';
  const parsed = updateSchema.safeParse(value);
  return dayIn((parsed.success && parsed.data.source_last_updated) || '') ?? '';
}

function problem(file: string, index: number, error: z.ZodError): ReadItem<CslResult> {
  const [issue] = error.issues;
  const path = `results.${index}.${issue?.path.join('.') ?? ''}`;
  const message = issue?.message ?? 'is no party';
  return {
    kind: 'problem',
    problem: { file, line: null, record: null, lost: true, path, message },
  };
}
