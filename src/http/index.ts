/** The HTTP face: Fastify, its routes, and how errors look on the wire. */
export { type AppOptions, buildApp } from './app.ts';
export type { EngineSource } from './engine.ts';
export { Metrics } from './observation/metrics.ts';
export { openApiDocument, openApiText } from './openapi/document.ts';
export { type RunningServer, type ServerOptions, startServer } from './server.ts';
