/**
 * The package URL of a repository, where an address is one of GitHub's: who owns
 * a repository publishes it. Other hosts say nothing of the kind.
 *
 * @example repositoryPurl('git+https://github.com/dji-sdk/Payload-SDK.git') // 'pkg:github/dji-sdk/payload-sdk'
 */
export function repositoryPurl(address: string): string | undefined {
  const found = /(?:^|[/@.])github\.com[/:]([\w.-]{1,100})\/([\w.-]{1,100})/i.exec(address);
  const [, owner, name] = found ?? [];
  if (owner === undefined || name === undefined) return undefined;
  return `pkg:github/${owner.toLowerCase()}/${name.toLowerCase().replace(/\.git$/, '')}`;
}
