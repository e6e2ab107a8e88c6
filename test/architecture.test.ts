import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import t from 'tap';

/** Which rooms of `src` a room may stand on: arrows point one way. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  domain: [],
  names: [],
  matching: ['names'],
  devices: ['domain'],
  catalogue: ['domain'],
  store: ['domain', 'catalogue'],
  lists: ['domain', 'catalogue', 'store'],
  screening: ['domain', 'names', 'matching', 'devices', 'catalogue', 'store', 'lists'],
  bom: ['domain', 'devices', 'screening'],
  web: ['domain', 'devices'],
  http: ['domain', 'matching', 'store', 'catalogue', 'lists', 'screening', 'bom', 'web'],
  cli: ['domain', 'matching', 'catalogue', 'store', 'lists', 'screening', 'bom', 'http'],
};

/** Node's own modules that rooms without effects may use: they compute and touch nothing. */
const PURE_NODE = new Set(['node:crypto', 'node:util']);
const WITHOUT_EFFECTS = ['domain', 'names', 'matching', 'devices'];

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(join('src', file), 'utf8') }));

function importsOf({
  file,
  text,
}: {
  file: string;
  text: string;
}): { room: string; raw: string }[] {
  const raws = [...text.matchAll(/(?:from|import\()\s*['"]([^'"]+)['"]/g)].map(
    ([, raw]) => raw ?? '',
  );
  return raws.map((raw) => ({
    raw,
    room: raw.startsWith('.')
      ? (relative('src', join('src', dirname(file), raw)).split('/')[0] ?? '')
      : '',
  }));
}

t.test('every arrow between rooms is one that the design allows', async (t) => {
  for (const source of files) {
    const [room = '', ...rest] = source.file.split('/');
    if (rest.length === 0) continue;
    const allowed = MAY_IMPORT[room];
    if (!allowed) {
      t.fail(`src/${room} is a room that the design does not know`);
      continue;
    }
    const wrong = importsOf(source)
      .filter(({ raw, room: to }) => raw.startsWith('.') && to !== room && !allowed.includes(to))
      .map(({ raw }) => raw);
    t.same(
      wrong,
      [],
      `${source.file} stands on its own room and ${allowed.join(', ') || 'nothing'}`,
    );
  }
});

t.test('rooms without effects read no file, clock or environment', async (t) => {
  for (const source of files) {
    if (!WITHOUT_EFFECTS.includes(source.file.split('/')[0] ?? '')) continue;
    const effects = importsOf(source).filter(
      ({ raw }) => raw.startsWith('node:') && !PURE_NODE.has(raw),
    );
    t.same(effects, [], source.file);
    t.notMatch(
      source.text,
      /\bDate\.now\(|new Date\(\)|process\.env|performance\.now\(/,
      source.file,
    );
  }
});

t.test('no circle of files', async (t) => {
  const known = new Map(
    files.map((source) => [
      source.file,
      importsOf(source)
        .filter(({ raw }) => raw.startsWith('.'))
        .map(({ raw }) => join(dirname(source.file), raw)),
    ]),
  );
  const done = new Set<string>();
  const visit = (file: string, path: string[]): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const next of known.get(file) ?? []) {
      const circle = visit(next, [...path, file]);
      if (circle) return circle;
    }
    done.add(file);
    return null;
  };
  for (const { file } of files) {
    const circle = visit(file, []);
    if (circle) {
      t.fail(circle.join(' -> '));
      break;
    }
  }
  t.pass('looked through');
});

t.test('one noun a file', async (t) => {
  for (const { file, text } of files) {
    if (text.includes('auto-generated')) continue;
    t.ok(text.split('\n').length <= 300, `src/${file} has at most 300 lines`);
  }
});
