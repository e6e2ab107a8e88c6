import type { BomInput } from '../input/input.ts';
import { linesOf } from '../input/text.ts';
import { refuse } from '../refusal.ts';
import type { BomReader } from './reader.ts';
import { spdxComponent, spdxDocument, spdxVersionNote } from './spdx-model.ts';

interface Tag {
  readonly line: number;
  readonly tag: string;
  readonly value: string;
}

/** Tags with which something that is not a package begins. */
const OTHER_SECTIONS = new Set(['FileName', 'SnippetSPDXID', 'LicenseID', 'Relationship']);

/** SPDX 2.3 as tags and values. */
export const readSpdxTagValue: BomReader = async function* (input, { limits }) {
  let version: string | undefined;
  const creators: Tag[] = [];
  let open: Tag[] | null = null;
  const lineOf = (tags: readonly Tag[]) => ({
    kind: 'line' as const,
    line: {
      place: { file: input.name, line: tags[0]?.line ?? 1 },
      component: componentOf(tags),
    },
  });
  for await (const tag of tagsOf(input, limits.field)) {
    if (tag.tag === 'PackageName') {
      if (open) yield lineOf(open);
      open = [tag];
    } else if (OTHER_SECTIONS.has(tag.tag)) {
      if (open) yield lineOf(open);
      open = null;
    } else if (tag.tag === 'SPDXVersion') version = tag.value;
    else if (tag.tag === 'Creator') creators.push(tag);
    else open?.push(tag);
  }
  if (open) yield lineOf(open);
  const document = spdxDocument(creators.map(({ value }) => value));
  if (document) {
    const place = { file: input.name, line: creators[0]?.line ?? 1 };
    yield { kind: 'line', line: { place, component: document } };
  }
  const note = spdxVersionNote(version);
  if (note !== undefined) yield { kind: 'note', note };
};

function componentOf(tags: readonly Tag[]) {
  const value = (wanted: string) => tags.find(({ tag }) => tag === wanted)?.value;
  return spdxComponent({
    name: value('PackageName'),
    version: value('PackageVersion'),
    supplier: value('PackageSupplier'),
    originator: value('PackageOriginator'),
    downloadLocation: value('PackageDownloadLocation'),
    description: value('PackageDescription') ?? value('PackageSummary'),
    purpose: value('PrimaryPackagePurpose'),
    references: tags.flatMap(({ tag, value }) => {
      // `SECURITY cpe23Type cpe:2.3:a:...`
      const [, type, locator] = tag === 'ExternalRef' ? value.split(/\s+/) : [];
      return type && locator ? [{ type, locator }] : [];
    }),
  });
}

/** Tags with their values; `<text>` may run over lines. */
async function* tagsOf(input: BomInput, longest: number): AsyncGenerator<Tag> {
  let begun: Tag | null = null as Tag | null;
  for await (const { number, text } of linesOf(input, longest)) {
    if (begun) {
      begun = { ...begun, value: `${begun.value}\n${text}` };
      if (begun.value.length > longest) {
        throw refuse({ file: input.name, line: begun.line }, 'a <text> that goes on and on');
      }
    } else {
      if (text.trim() === '' || text.startsWith('#')) continue;
      const [, tag, value] = /^\s*([A-Za-z]+)\s*:\s*(.*)$/.exec(text) ?? [];
      if (tag === undefined || value === undefined) {
        throw refuse({ file: input.name, line: number }, 'is not "Tag: value": is this SPDX?');
      }
      begun = { line: number, tag, value };
    }
    if (begun.value.startsWith('<text>') && !begun.value.includes('</text>')) continue;
    yield { ...begun, value: begun.value.replace(/^<text>|<\/text>\s*$/g, '').trim() };
    begun = null;
  }
  if (begun) {
    throw refuse(
      { file: input.name, line: begun.line },
      'a <text> is opened here and never closed',
    );
  }
}
