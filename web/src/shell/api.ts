/**
 * The HTTP interface, asked from a browser: JSON below `/api/v1`, the sign-in's code with every write, a refusal as an
 * error with its stable code and both sentences. Nothing here knows a stage.
 */
import type { Finding } from '../../../src/kernel/index.ts';

const API = '/api/v1';

/** A refusal (RFC 9457), or a server that could not be reached (status 0, code `web.offline`). */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly at: Finding['at'];
  readonly findings: readonly Finding[];
  /** Names the request in the log of the server. */
  readonly request: string;

  constructor(status: number, told: Partial<Told>) {
    super(told.detail ?? told.code ?? String(status));
    this.status = status;
    this.code = told.code ?? 'web.unknown';
    this.zh = told.detail ?? '没能办成。您填的内容都在，请重试。';
    this.en = told.detail_en ?? 'It could not be done. What you typed is kept; please try again.';
    this.data = told.data ?? {};
    this.at = told.at ?? {};
    this.findings = told.findings ?? [];
    this.request = told.instance?.replace('urn:uuid:', '') ?? '';
  }

  get isOffline(): boolean {
    return this.status === 0;
  }
}

interface Told {
  readonly code: string;
  readonly detail: string;
  readonly detail_en: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly at: Finding['at'];
  readonly findings: readonly Finding[];
  readonly instance: string;
}

const OFFLINE = {
  code: 'web.offline',
  detail: '暂时连不上服务器，已填内容存在本机，正在重连。',
  detail_en: 'The server cannot be reached. What you typed is kept on this machine; reconnecting.',
};

let csrf = '';
/** Heard when a request finds that the sign-in has ended. */
let ended: () => void = () => undefined;

export const keepCsrf = (code: string): void => {
  csrf = code;
};
export const whenSignInEnds = (tell: () => void): void => {
  ended = tell;
};

export interface Telling {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /** The edition that was looked at: `If-Match`. */
  readonly seen?: number;
  /** Idempotency-Key: the same telling twice is done once. */
  readonly key?: string;
  /** Takes seconds and is not lost with the server: out of reach, it is asked again under one key. */
  readonly isLasting?: true;
}

/** Throws `Refused`. */
export const ask = async <T>(path: string, signal?: AbortSignal): Promise<T> =>
  read<T>(await request(path, { method: 'GET', ...(signal === undefined ? {} : { signal }) }));

/** Throws `Refused`. */
export async function tell<T>({ isLasting, ...telling }: Telling): Promise<T> {
  if (isLasting !== true) return tellOnce<T>(telling);
  const keyed = { ...telling, key: telling.key ?? newKey() };
  for (const wait of AGAIN_MS) {
    try {
      return await tellOnce<T>(keyed);
    } catch (error) {
      if (!(error instanceof Refused && error.isOffline)) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return tellOnce<T>(keyed);
}

/** As long as a server takes to come up again. */
const AGAIN_MS = [1_000, 2_000, 4_000, 8_000, 15_000];

async function tellOnce<T>({ method, path, body, seen, key }: Omit<Telling, 'isLasting'>): Promise<T> {
  const headers: Record<string, string> = { 'x-csrf-token': csrf };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (seen !== undefined) headers['if-match'] = `"${seen}"`;
  if (key !== undefined) headers['idempotency-key'] = key;
  return read<T>(
    await request(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }),
  );
}

async function request(path: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(API + path, { credentials: 'same-origin', ...init }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Refused(0, OFFLINE);
  });
  if (answer.ok) return answer;
  const told = await answer.json().catch(() => ({}));
  const refused = new Refused(answer.status, told as Partial<Told>);
  if (refused.code === 'server.signInFirst' && path !== '/session') ended();
  throw refused;
}

async function read<T>(answer: Response): Promise<T> {
  if (answer.status === 204) return undefined as T;
  return (await answer.json()) as T;
}

export interface Filed {
  readonly sha256: string;
  readonly size: number;
}

/** Files a content; `told` hears how much has gone. Throws `Refused`. XHR, since fetch does not tell how far it is. */
export const upload = (content: Blob, told?: (share: number) => void): Promise<Filed> =>
  new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open('POST', `${API}/files`);
    sending.setRequestHeader('content-type', 'application/octet-stream');
    sending.setRequestHeader('x-csrf-token', csrf);
    sending.responseType = 'json';
    sending.upload.onprogress = ({ loaded, total }) => told?.(total === 0 ? 0 : loaded / total);
    sending.onerror = () => reject(new Refused(0, OFFLINE));
    sending.onload = () => {
      if (sending.status === 201) return resolve(sending.response as Filed);
      const refused = new Refused(sending.status, (sending.response ?? {}) as Partial<Told>);
      if (refused.code === 'server.signInFirst') ended();
      reject(refused);
    };
    sending.send(content);
  });

/** Where a browser asks for it itself, in a frame or a window of its own. */
export const addressOf = (path: string): string => API + path;

/** A content to be shown; what its bytes are is said by the server. Throws `Refused`. */
export async function contentAt(
  path: string,
  signal: AbortSignal,
): Promise<{ readonly type: string; content(): Promise<Blob> }> {
  const answer = await request(path, { method: 'GET', signal });
  const isShown = answer.headers.get('content-disposition')?.startsWith('inline') === true;
  return { type: isShown ? (answer.headers.get('content-type') ?? '') : '', content: () => answer.blob() };
}

/** A file of the server, saved under the name it gives. Throws `Refused`. */
export const download = async (path: string): Promise<void> => saveAnswer(await request(path, { method: 'GET' }));

/** A file whose taking is itself an act that is recorded. Throws `Refused`. */
export async function downloadBy({ method, path, body }: Telling): Promise<void> {
  const headers = { 'x-csrf-token': csrf, 'content-type': 'application/json' };
  await saveAnswer(await request(path, { method, headers, body: JSON.stringify(body ?? {}) }));
}

async function saveAnswer(answer: Response): Promise<void> {
  const given = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1];
  save(await answer.blob(), given === undefined ? 'luzhi' : decodeURIComponent(given));
}

export function save(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export const newKey = (): string => crypto.randomUUID();
