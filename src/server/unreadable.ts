/** What is no HTTP request, or never becomes one: answered on the bare connection, which is then closed. */
import type { Socket } from 'node:net';
import type { Problem } from '../kernel/index.ts';
import { newId } from '../platform/index.ts';
import { PROBLEM_TYPE, sayProblem, type Tongues } from './problem-answer.ts';
import { ServerProblem } from './problems.ts';

export function answerUnreadable(error: { readonly code?: string }, socket: Socket, tongues: Tongues): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const answer = sayProblem(problemOf(error.code), tongues, newId());
  const body = JSON.stringify(answer);
  const head = [
    `HTTP/1.1 ${answer.status} ${answer.title}`,
    `content-type: ${PROBLEM_TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

function problemOf(code: string | undefined): Problem {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return ServerProblem.tooSlow({});
  if (code === 'HPE_HEADER_OVERFLOW') return ServerProblem.headersTooLarge({});
  return ServerProblem.requestUnreadable({});
}
