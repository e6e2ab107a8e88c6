import { z } from 'zod';
import { MAX_LIMIT, productQuerySchema, screenQuerySchema } from '../../screening/query.ts';

const { reference, name, kind, country, address, birthDate, activity, asOf } =
  screenQuerySchema.shape;
const { brand, model, mac, fccId, cpe, purl } = productQuerySchema.shape;

/**
 * The query of `POST /screen` as parameters of an address: every scalar field by
 * its name, those of the product as `product.brand` and so on, lists repeated
 * or by comma. It is then the same query, and is checked as such.
 *
 * @example screenParametersSchema.parse({ name: 'HiLook', lists: 'ndaa-889,sdn', limit: '5' })
 */
export const screenParametersSchema = z
  .strictObject({
    reference,
    name,
    kind,
    country,
    address,
    birthDate,
    'product.brand': brand,
    'product.model': model,
    'product.mac': mac,
    'product.fccId': fccId,
    'product.cpe': cpe,
    'product.purl': purl,
    lists: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .describe('Ids of lists, repeated or by comma'),
    activity,
    asOf,
    threshold: z.coerce.number().min(0).max(1).optional(),
    limit: z.coerce.number().int().min(1).max(MAX_LIMIT).optional(),
  })
  .transform(({ lists, ...parameters }) => {
    const query: Record<string, unknown> = {};
    const product: Record<string, unknown> = {};
    for (const [parameter, value] of Object.entries(parameters)) {
      if (value === undefined) continue;
      const [, field] = parameter.split('product.');
      if (field === undefined) query[parameter] = value;
      else product[field] = value;
    }
    if (Object.keys(product).length > 0) query.product = product;
    if (lists !== undefined) query.lists = [lists].flat().flatMap((ids) => ids.split(','));
    return query;
  })
  .pipe(screenQuerySchema);
