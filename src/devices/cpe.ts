/** What a CPE name says of its maker. */
export interface CpeName {
  /** Application, operating system or hardware. */
  readonly part: 'a' | 'o' | 'h';
  readonly vendor: string;
  readonly product: string;
}

const PREFIXES = { 'cpe:2.3:': 8, 'cpe:/': 5 } as const;

/**
 * Reads a CPE name in the formatted form (2.3) or the URI form (2.2); null where
 * it is neither. Method: NIST IR 7695, sections 6.1 and 6.2.
 *
 * @example parseCpe('cpe:2.3:o:hikvision:ds-2cd2026g2-iu\\/sl_firmware:-:*:*:*:*:*:*:*')?.vendor // 'hikvision'
 */
export function parseCpe(text: string): CpeName | null {
  const lower = text.trim().toLowerCase();
  for (const [prefix, length] of Object.entries(PREFIXES)) {
    if (!lower.startsWith(prefix)) continue;
    // A backslash quotes the next character, a colon among them.
    const [part, vendor, product] = lower
      .slice(length)
      .split(/(?<!\\):/)
      .map(unquote);
    if ((part !== 'a' && part !== 'o' && part !== 'h') || !vendor || vendor === '*') return null;
    return { part, vendor, product: product ?? '*' };
  }
  return null;
}

function unquote(value: string): string {
  let decoded = value;
  try {
    decoded = decodeURIComponent(value);
  } catch {
    // A stray percent sign is itself.
  }
  return decoded.replace(/\\(.)/g, '$1');
}
