import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RedflagError } from '../../domain/error.ts';
import { ANSWER_HEADERS } from './answer-headers.ts';
import { pathOf, sendProblem } from './problem.ts';

/**
 * Answers what no route takes: 405 with `Allow` where the path exists for
 * another method, 204 with `Allow` to OPTIONS, else 404. Register it before the
 * routes, it learns them as they are added.
 */
export function answerUnrouted(app: FastifyInstance): void {
  const routes = new Map<string, { pattern: RegExp; methods: Set<string> }>();

  app.addHook('onRoute', ({ url, method }) => {
    const route = routes.get(url) ?? { pattern: patternOf(url), methods: new Set(['OPTIONS']) };
    for (const each of [method].flat()) route.methods.add(each);
    routes.set(url, route);
  });

  app.setNotFoundHandler((request: FastifyRequest, reply: FastifyReply) => {
    const path = pathOf(request.url);
    const methods = [...routes.values()].find(({ pattern }) => pattern.test(path))?.methods;
    if (methods === undefined) {
      const detail = `There is nothing at ${path}: see /docs for what there is.`;
      return sendProblem(new RedflagError('not-found', detail), request, reply);
    }
    const allow = [...methods].sort().join(', ');
    reply.header('allow', allow);
    if (request.method === 'OPTIONS') return reply.code(204).headers(ANSWER_HEADERS).send();
    const detail = `${path} takes ${allow}, not ${request.method}.`;
    return sendProblem(new RedflagError('method-not-allowed', detail), request, reply);
  });
}

/** `/parties/:id` -> /^\/parties\/[^/]+$/ */
function patternOf(url: string): RegExp {
  const source = url
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/:[^/]+/g, '[^/]+')
    .replace(/\*/g, '.*');
  return new RegExp(`^${source}$`);
}
