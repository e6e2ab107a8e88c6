import type { Component, NamedParty } from '../component.ts';
import { meaningful } from '../placeholders.ts';
import type { Columns } from './columns.ts';
import type { ColumnField } from './vocabulary.ts';

/** A component of a row, and the column that says most of it. */
export interface RowComponent {
  readonly component: Component;
  readonly column: number;
}

/** Marks between several values of one cell; a comma stands inside names, so it is none. */
const SEVERAL = /\s*[;|\n]\s*/;
/** Between several addresses a comma and a blank part as well. */
const SEVERAL_CODES = /[;|\n,]+|\s{2,}|\s+(?=[0-9A-Fa-f]{2}[:-])/;
/** KiCost: the same maker as in the line before. */
const SAME_AS_BEFORE = '~';

/** Turns the rows of a table into components, one for each approved maker. */
export class RowComponents {
  readonly #columns: Columns;
  readonly #before = new Map<number, string>();

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  of(cells: readonly string[]): RowComponent[] {
    const shared = this.#sharedPart(cells);
    const components: RowComponent[] = [];
    for (const { columns } of this.#columns.sets) {
      const read = (field: ColumnField) => valuesIn(cells, columns.get(field), SEVERAL);
      const makers = this.#makers(cells, columns.get('manufacturer') ?? []);
      const country = read('manufacturerCountry')[0];
      const brands = read('brand');
      const models = read('model');
      // Several makers in one cell are alternatives too; with one part each, or one for all.
      const several = Math.max(makers.length, 1);
      for (let at = 0; at < several; at++) {
        const maker = makers[at];
        const own = models.length === several ? models.slice(at, at + 1) : models;
        const parties: NamedParty[] = [
          ...(maker === undefined
            ? []
            : [{ field: 'manufacturer' as const, value: maker, ...(country && { country }) }]),
          ...brands.map((value) => ({ field: 'brand' as const, value })),
        ];
        if (parties.length === 0 && own.length === 0) continue;
        const column = [...columns.values()].flat().find((one) => meaningful(cells[one])) ?? 0;
        components.push({
          column,
          component: {
            ...shared.component,
            parties: [...parties, ...shared.component.parties],
            ...(own.length > 0 && { models: own }),
          },
        });
      }
    }
    if (components.length === 0)
      return shared.column === null ? [] : [{ ...shared, column: shared.column }];
    if (components.length === 1) return components;
    return components.map(({ component, column }, index) => ({
      column,
      component: { ...component, alternative: index + 1 },
    }));
  }

  /** What the row says whoever made the part. */
  #sharedPart(cells: readonly string[]): { component: Component; column: number | null } {
    const { shared } = this.#columns;
    const read = (field: ColumnField, several = SEVERAL) =>
      valuesIn(cells, shared.get(field), several);
    const joined = (field: ColumnField) => read(field, /(?!)/).join(' ') || undefined;
    const country = read('supplierCountry')[0];
    const name = joined('name');
    const description = joined('description');
    const version = joined('version');
    const countryOfOrigin = joined('countryOfOrigin');
    const macs = read('mac', SEVERAL_CODES);
    const fccIds = read('fccId', SEVERAL_CODES);
    const cpes = read('cpe', /[\s;|]+(?=cpe:)/);
    const purls = read('purl', /[\s;|]+(?=pkg:)/);
    const column = [...shared.values()].flat().find((one) => meaningful(cells[one])) ?? null;
    return {
      column,
      component: {
        // A row with a package URL and no hardware sign is a line of a software list.
        kind: purls.length > 0 && macs.length + fccIds.length === 0 ? 'software' : 'device',
        parties: read('supplier').map((value) => ({
          ...{ field: 'supplier' as const, value },
          ...(country && { country }),
        })),
        ...(name !== undefined && { name }),
        ...(description !== undefined && { description }),
        ...(version !== undefined && { version }),
        ...(countryOfOrigin !== undefined && { countryOfOrigin }),
        ...(macs.length > 0 && { macs }),
        ...(fccIds.length > 0 && { fccIds }),
        ...(cpes.length > 0 && { cpes }),
        ...(purls.length > 0 && { purls }),
      },
    };
  }

  #makers(cells: readonly string[], columns: readonly number[]): string[] {
    return columns.flatMap((at) => {
      const cell = cells[at]?.trim() ?? '';
      if (cell !== SAME_AS_BEFORE) this.#before.set(at, cell);
      return valuesIn([this.#before.get(at) ?? ''], [0], SEVERAL);
    });
  }
}

function valuesIn(
  cells: readonly string[],
  columns: readonly number[] = [],
  several: RegExp,
): string[] {
  const values: string[] = [];
  for (const at of columns) {
    const cell = cells[at];
    if (cell === undefined || cell === '') continue;
    for (const part of several.test(cell) ? cell.split(several) : [cell]) {
      const value = meaningful(part);
      if (value !== undefined) values.push(value);
    }
  }
  return values;
}
