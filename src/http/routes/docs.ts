import helmet from '@fastify/helmet';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';

/**
 * `GET /docs`: the reference as pages, served from here alone, so that it works
 * without a network; `GET /openapi.json`: the document behind it.
 */
export async function docsRoutes(scope: FastifyInstance) {
  // The pages load scripts and styles of their own origin only. Headers that
  // force https stay off: the service speaks http, on loopback or behind a proxy.
  await scope.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: false,
  });
  await scope.register(swaggerUi, {
    routePrefix: '/docs',
    uiConfig: { url: '/openapi.json', deepLinking: true, tryItOutEnabled: true },
    theme: { title: 'Redflag' },
  });

  let document: string | undefined;
  scope.get('/openapi.json', { schema: { hide: true } }, (_request, reply) => {
    document ??= JSON.stringify(scope.swagger());
    return reply.type('application/json; charset=utf-8').send(document);
  });
}
