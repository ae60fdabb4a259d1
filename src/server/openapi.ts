/** The head of the interface description; the rest is written by the routes themselves. */
import { readFileSync } from 'node:fs';
import type { SwaggerOptions } from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { describe, JSON_TYPE } from './describe.ts';
import { API } from './mount.ts';
import { CSRF_HEADER } from './visitor.ts';

/** `cookie`: what the sign-in is called here, which TLS decides. */
export const openApi = (cookie: string): SwaggerOptions => ({
  openapi: {
    openapi: '3.1.0',
    info: {
      title: '履职 Luzhi',
      version: '1',
      description: `Conventions: docs/api.md. Writes by cookie carry ${CSRF_HEADER}.`,
    },
    components: {
      securitySchemes: {
        cookie: { type: 'apiKey', in: 'cookie', name: cookie },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  },
});

export function mountDescription(app: FastifyInstance): void {
  let description: Description | undefined;
  app.get(`${API}/openapi.json`, {
    schema: describe({
      name: 'server.description',
      summary: { zh: '接口说明', en: 'This description' },
      open: true,
    }),
    handler: async () => {
      description ??= withAnswers(app.swagger() as unknown as Description);
      return description;
    },
  });
}

interface Described {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, { readonly content?: Record<string, { schema: object }> }>>;
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: Record<string, unknown>;
}
interface Answers {
  /** Name of the action -> its shape. */
  readonly answers: Readonly<Record<string, object>>;
  readonly schemas: Readonly<Record<string, object>>;
}

/** Shapes of answers, read off the actions' types by `npm run answers`. */
const ANSWERS = new URL('./answers.gen.json', import.meta.url);

/** Put in when somebody first asks: a start need not wait for it. */
function withAnswers(description: Description): Description {
  const { answers, schemas } = JSON.parse(readFileSync(ANSWERS, 'utf8')) as Answers;
  description.components.schemas = schemas;
  for (const { operationId, responses } of Object.values(description.paths).flatMap((path) => Object.values(path)))
    for (const [status, { content }] of Object.entries(responses)) {
      const told = content?.[JSON_TYPE];
      const shape = answers[operationId];
      if (status.startsWith('2') && told !== undefined && shape !== undefined && isOpen(told.schema))
        told.schema = shape;
    }
  return description;
}

const isOpen = (schema: object): boolean => Object.keys(schema).length === 0;
