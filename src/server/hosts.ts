/** Names the system answers to. A page of another name that was made to point here gets nothing (DNS rebinding). */

/** `hosts` are `name` (any port) or `name:port`, lower case. */
export function isKnownHost(hosts: readonly string[], host: string | undefined): boolean {
  if (host === undefined) return false;
  const asked = host.toLowerCase();
  return hosts.includes(asked) || hosts.includes(asked.replace(/:\d{1,5}$/, ''));
}

interface Origins {
  readonly origin?: string | undefined;
  readonly 'sec-fetch-site'?: string | string[] | undefined;
}

/** Whether a browser says that the request was made by a page of another site. Programs say nothing. */
export function isForeign(hosts: readonly string[], headers: Origins): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  if (headers.origin === undefined) return false;
  const origin = /^https?:\/\/([^/]+)$/.exec(headers.origin);
  return origin === null || !isKnownHost(hosts, origin[1]);
}
