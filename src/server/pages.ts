/**
 * The workbench's files: what the build made, given out as it lies there. Names carry their content's hash, so that a
 * browser keeps them for good; the page itself is asked for anew. Any address that is not the interface's is the page:
 * the workbench knows its own addresses, so that links sent in a chat open.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import pages from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const PAGE = 'index.html';
const FOR_GOOD = 'public, max-age=31536000, immutable';

/** Nothing is mounted where nothing was built: then only the interface is there. */
export async function mountPages(app: FastifyInstance, folder: string | undefined): Promise<void> {
  if (folder === undefined || !existsSync(path.join(folder, PAGE))) return;
  await app.register(pages, {
    root: folder,
    wildcard: false,
    index: PAGE,
    preCompressed: true,
    cacheControl: false,
    schemaHide: true,
    setHeaders: (reply, file) => {
      reply.header('cache-control', file.includes(`${path.sep}assets${path.sep}`) ? FOR_GOOD : 'no-cache');
    },
  });
}

/** Whether somebody follows a link to a page of the workbench; whoever asks the interface gets a refusal. */
export const asksForPage = (app: FastifyInstance, { method, url, headers }: FastifyRequest): boolean =>
  method === 'GET' &&
  app.hasReplyDecorator('sendFile') &&
  !url.startsWith('/api/') &&
  (headers.accept ?? '').includes('text/html');

export const sendPage = (reply: FastifyReply): FastifyReply => reply.sendFile(PAGE);
