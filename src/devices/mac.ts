import type { DeviceSign } from '../domain/device.ts';

export type MacSign = Extract<DeviceSign, { kind: 'mac' }>;

/** Hexadecimal digits of the registries' blocks, the longest first: MA-S, MA-M, MA-L. */
const BLOCK_DIGITS = [9, 7, 6] as const;

/** Block prefix -> who holds it. A small block inside a large one has its own holder. */
export type MacBlocks = ReadonlyMap<string, { readonly party: string; readonly sign: MacSign }>;

/**
 * The digits of a MAC address or prefix, upper case, without separators; null
 * where it is none. Takes `44:19:b6:00:00:01`, `4419.b600.0001`, `44-19-B6`.
 */
export function macDigits(text: string): string | null {
  const digits = text.replace(/[\s:.-]/g, '').toUpperCase();
  return /^[0-9A-F]{6,12}$/.test(digits) ? digits : null;
}

/** True for an address that its owner made up (the second bit of the first octet): no register knows it. */
export function isLocallyAdministered(digits: string): boolean {
  return (Number.parseInt(digits.slice(0, 2), 16) & 0b10) !== 0;
}

/** The block that an address lies in, by the longest registered prefix. */
export function blockOf(blocks: MacBlocks, digits: string) {
  for (const length of BLOCK_DIGITS) {
    const prefix = digits.slice(0, length);
    const holder = prefix.length === length ? blocks.get(prefix) : undefined;
    if (holder) return { prefix, ...holder };
  }
  return undefined;
}
