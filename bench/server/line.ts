/**
 * One connection that asks and is answered, again and again. The load shares its cores with what it measures, and a client
 * that knows all of HTTP takes as much of them as a save does.
 */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface Line {
  /** The answer's JSON. */
  post(path: string, body: unknown): Promise<unknown>;
  close(): void;
}

export async function openLine(address: string, headers: Readonly<Record<string, string>>): Promise<Line> {
  const { hostname, port, host } = new URL(address);
  const call = async (): Promise<Socket> => {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    await once(socket, 'connect');
    return socket;
  };
  let socket = await call();
  const own = Object.entries({ ...headers, host, 'content-type': 'application/json' });
  const head = own.map(([name, value]) => `${name}: ${value}`).join('\r\n');
  return {
    async post(path, body) {
      // The server hangs up on who has been silent for a minute.
      if (socket.destroyed || !socket.writable || socket.readableEnded) socket = await call();
      const text = JSON.stringify(body);
      socket.write(
        `POST /api/v1${path} HTTP/1.1\r\n${head}\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
      );
      return JSON.parse(await readBody(socket));
    },
    close: () => socket.destroy(),
  };
}

/** Of an answer that tells its length, as all JSON answers do. Throws when the other side hangs up. */
const readBody = (socket: Socket): Promise<string> =>
  new Promise((resolve, reject) => {
    let come: Buffer = Buffer.alloc(0);
    const settle = (done: () => void): void => {
      socket.off('data', read).off('close', lost);
      done();
    };
    const lost = (): void => settle(() => reject(new Error('hung up in the middle of an answer')));
    const read = (piece: Buffer): void => {
      come = come.length === 0 ? piece : Buffer.concat([come, piece]);
      const body = come.indexOf('\r\n\r\n') + 4;
      if (body < 4) return;
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(come.toString('latin1', 0, body))?.[1]);
      if (come.length - body >= length) settle(() => resolve(come.toString('utf8', body, body + length)));
    };
    socket.on('data', read).on('close', lost);
  });
