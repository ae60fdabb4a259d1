/** A socket on which what is written within one turn goes out in one piece: statements that travel together cost one call. */
import { Socket } from 'node:net';

export function gathering(): Socket {
  const socket = new Socket();
  const write = socket.write.bind(socket);
  let gathers = false;
  const send = (): void => {
    gathers = false;
    socket.uncork();
  };
  socket.write = ((...given: Parameters<Socket['write']>) => {
    if (!gathers) {
      gathers = true;
      socket.cork();
      process.nextTick(send);
    }
    return write(...given);
  }) as Socket['write'];
  return socket;
}
