/** The head of the interface description; the rest is written by the routes themselves. */
import type { SwaggerOptions } from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { describe } from './describe.ts';
import { API } from './mount.ts';
import { CSRF_HEADER } from './visitor.ts';

export const OPENAPI: SwaggerOptions = {
  openapi: {
    openapi: '3.1.0',
    info: {
      title: '履职 Luzhi',
      version: '1',
      description: `Conventions: docs/api.md. Writes by cookie carry ${CSRF_HEADER}.`,
    },
    components: {
      securitySchemes: {
        cookie: { type: 'apiKey', in: 'cookie', name: '__Host-luzhi' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  },
};

export function mountDescription(app: FastifyInstance): void {
  app.get(`${API}/openapi.json`, {
    schema: describe({
      name: 'server.description',
      summary: { zh: '接口说明', en: 'This description' },
      open: true,
    }),
    handler: async () => app.swagger(),
  });
}
