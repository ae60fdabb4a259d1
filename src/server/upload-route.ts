/** Contents are filed first and named by their hash afterwards, so that an action's input stays small and can be repeated. */
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { type Files, noteUpload, PlatformProblem } from '../platform/index.ts';
import { describe, JSON_TYPE } from './describe.ts';
import type { Limits } from './limits.ts';
import { API, admit, visitorOf } from './mount.ts';
import { ServerProblem } from './problems.ts';
import type { Door } from './visitor.ts';

const BYTES = 'application/octet-stream';
const Filed = Type.Object({ sha256: Type.String(), size: Type.Integer() });
const upload = { name: 'collect.content.file', writes: true };

/** A plugin of its own: raw bytes are read on this route alone. */
export function uploadPlugin(door: Door, files: Files, limits: Limits) {
  let running = 0;
  return async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers();
    // Read by the handler, piece by piece.
    app.addContentTypeParser(BYTES, (_, payload, done) => done(null, payload));
    app.post(`${API}/files`, {
      schema: describe({
        name: upload.name,
        summary: { zh: '上传文件内容，得到它的散列值', en: 'File a content and learn its hash' },
        status: 201,
        body: Type.Unsafe({ type: 'string', format: 'binary' }),
        consumes: [BYTES],
        answers: { [JSON_TYPE]: Filed },
      }),
      bodyLimit: limits.uploadBytes,
      onRequest: [
        admit(door, upload),
        async (request, reply) => {
          if (visitorOf(request).who.posts.length === 0) throw PlatformProblem.forbidden({ action: upload.name });
          if (running >= limits.uploadsAtOnce) throw ServerProblem.busy({});
          running += 1;
          reply.raw.once('close', () => {
            running -= 1;
          });
        },
      ],
      handler: async (request, reply) => {
        if (!(request.body instanceof Readable)) throw ServerProblem.mediaType({});
        const { who } = visitorOf(request);
        const filed = await files.take(request.body, limits.uploadBytes, who);
        await noteUpload(door.db, who, filed.sha256, door.now());
        return reply.code(201).send(filed);
      },
    });
  };
}
