import helmet from '@fastify/helmet';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import Fastify, { type FastifyInstance } from 'fastify';

/** The reference as pages under `/docs`, served from here alone, so that it works without a network. */
export async function docsPages(): Promise<FastifyInstance> {
  const pages = Fastify();
  // The pages load scripts and styles of their own origin only. Headers that
  // force https stay off: the service speaks http, on loopback or behind a proxy.
  await pages.register(helmet, {
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
  // The pages need it to be there; they read the document from /openapi.json.
  await pages.register(swagger);
  await pages.register(swaggerUi, {
    routePrefix: '/docs',
    uiConfig: { url: '/openapi.json', deepLinking: true, tryItOutEnabled: true },
    theme: { title: 'Redflag' },
  });
  await pages.ready();
  return pages;
}
