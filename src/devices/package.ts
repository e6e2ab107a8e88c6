import { PackageURL } from 'packageurl-js';

/**
 * A package URL as `type/namespace/name`, lower case, decoded; null where it is
 * none. Source repositories of GitHub under `golang` keep their host.
 *
 * @example packagePath('pkg:npm/%40huaweicloud/huaweicloud-sdk-core@3.1.0') // 'npm/@huaweicloud/huaweicloud-sdk-core'
 */
export function packagePath(purl: string): string | null {
  // The maker does not depend on version, qualifiers and subpath, and an odd version is no reason to miss it.
  const named = purl
    .trim()
    .replace(/[?#].*$/, '')
    .replace(/@[^/@]*$/, '');
  try {
    const { type, namespace, name } = PackageURL.fromString(named);
    return [type, namespace, name]
      .filter((part) => part)
      .join('/')
      .toLowerCase();
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
