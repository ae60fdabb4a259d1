/** A person at a running system, over a real socket: cookie, code, JSON. */
export interface Visitor {
  /** What it sends with everything. */
  headers(): Readonly<Record<string, string>>;
  get(path: string): Promise<Reply>;
  post(path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Reply>;
  put(path: string, body?: unknown): Promise<Reply>;
}

export interface Reply {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: journeys look into answers of all shapes.
  readonly body: any;
  readonly bytes: Uint8Array;
}

/** Bytes go as a file, anything else as JSON. */
export async function visit(address: string, login: string, password: string): Promise<Visitor> {
  let own: Record<string, string> = {};
  const ask =
    (method: string) =>
    async (path: string, body?: unknown, more: Readonly<Record<string, string>> = {}): Promise<Reply> => {
      const file = body instanceof Uint8Array;
      const type: Record<string, string> =
        body === undefined ? {} : { 'content-type': file ? 'application/octet-stream' : 'application/json' };
      const answer = await fetch(`${address}/api/v1${path}`, {
        method,
        headers: { ...own, ...type, ...more },
        ...(body === undefined ? {} : { body: file ? Buffer.from(body) : JSON.stringify(body) }),
      });
      const bytes = new Uint8Array(await answer.arrayBuffer());
      const json = /json/.test(answer.headers.get('content-type') ?? '');
      const cookie = answer.headers.get('set-cookie')?.split(';')[0];
      if (cookie !== undefined) own = { ...own, cookie };
      return { status: answer.status, bytes, body: json ? JSON.parse(Buffer.from(bytes).toString('utf8')) : undefined };
    };
  const visitor = { headers: () => own, get: ask('GET'), post: ask('POST'), put: ask('PUT') };
  const { status, body } = await visitor.post('/session', { login, password });
  if (status !== 201) throw new Error(`${login} was not let in: ${JSON.stringify(body)}`);
  own = { ...own, 'x-csrf-token': body.csrf };
  return visitor;
}
