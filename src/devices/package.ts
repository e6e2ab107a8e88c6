/** `pkg:type/namespace/name`, as the purl specification (ECMA-427) writes it; slashes after the scheme mean nothing. */
const PURL = /^pkg:\/*([a-z][a-z0-9.+-]*)\/+([^?#]+)/i;

/**
 * A package URL as `type/namespace/name`, lower case, decoded; null where it is
 * none. Source repositories of GitHub under `golang` keep their host.
 *
 * @example packagePath('pkg:npm/%40huaweicloud/huaweicloud-sdk-core@3.1.0') // 'npm/@huaweicloud/huaweicloud-sdk-core'
 */
export function packagePath(purl: string): string | null {
  const [, type, path] = PURL.exec(purl.trim()) ?? [];
  if (type === undefined || path === undefined) return null;
  // The maker does not depend on version, qualifiers and subpath, and an odd version is no reason to miss it.
  const named = path.replace(/@[^/@]*$/, '').split('/');
  try {
    const parts = named.map(decodeURIComponent).filter((part) => part !== '');
    if (parts.length === 0) return null;
    const written = [type, ...parts].join('/').toLowerCase();
    // To PyPI both are one letter.
    return written.startsWith('pypi/') ? written.replaceAll('_', '-') : written;
  } catch {
    return null;
  }
}

/** A pattern in which `*` stands for anything, as a regular expression over whole paths. */
export function packagePattern(pattern: string): RegExp {
  const literal = pattern
    .toLowerCase()
    .split('*')
    .map((part) => part.replace(/[.\\+?^${}()|[\]/]/g, '\\$&'));
  return new RegExp(`^${literal.join('.*')}$`);
}
