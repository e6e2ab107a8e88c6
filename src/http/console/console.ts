import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RedflagError } from '../../domain/error.ts';
import { consoleAssets } from './console-assets.ts';
import type { ConsoleAssets } from './console-bundle.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Everything comes from here and nothing runs but the page's own script: no name from a list can become code. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const PAGE_HEADERS = {
  'content-security-policy': POLICY,
  // The address holds the question: it goes to no document that the page links to.
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/** `GET /`: the console, and under `/console/` the files that it loads. */
export async function consoleRoutes(scope: FastifyInstance) {
  let ready: Promise<ConsoleAssets & { etag: string }> | undefined;
  const assets = () => {
    ready ??= load().catch((error: unknown) => {
      ready = undefined;
      throw error;
    });
    return ready;
  };

  scope.get('/', { schema: { hide: true } }, async (request: FastifyRequest, reply) => {
    const { page, etag } = await assets();
    reply.headers({ ...PAGE_HEADERS, 'cache-control': 'no-cache', etag });
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    return reply.type('text/html; charset=utf-8').send(page);
  });

  scope.get<{ Params: { file: string } }>(
    '/console/:file',
    { schema: { hide: true } },
    async ({ params }, reply: FastifyReply) => {
      const content = (await assets()).files.get(params.file);
      if (content === undefined) {
        throw new RedflagError('not-found', `The console has no file "${params.file}".`);
      }
      // The name holds a hash of the content: what it names never changes.
      reply.headers({ ...PAGE_HEADERS, 'cache-control': 'public, max-age=31536000, immutable' });
      return reply
        .type(MEDIA_TYPES[extname(params.file)] ?? 'application/octet-stream')
        .send(content);
    },
  );
}

async function load() {
  const assets = await consoleAssets();
  const hash = createHash('sha256').update(assets.page).digest('base64url').slice(0, 16);
  return { ...assets, etag: `"${hash}"` };
}
