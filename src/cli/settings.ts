/**
 * What an installation is told by its environment (docs/operating.md). Secrets stand here and not on the command line,
 * which other users of the machine can read, and no refusal repeats them.
 */
import { isIP } from 'node:net';
import type { Opening } from '../app/index.ts';
import { CliProblem } from './problems.ts';

type Environment = Readonly<Record<string, string | undefined>>;
export type Settings = Pick<Opening, 'databaseUrl' | 'scanner' | 'mail' | 'home' | 'proxies' | 'metricsToken' | 'oidc'>;

/** Throws `cli.settingUnreadable`, `cli.settingMissing`. */
export function readSettings(environment: Environment): Settings {
  const given = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const [databaseUrl, scanner, mailUrl] = ['LUZHI_DATABASE_URL', 'LUZHI_SCANNER', 'LUZHI_SMTP_URL'].map(given);
  const home = readHome(given('LUZHI_HOME'));
  const proxies = given('LUZHI_PROXIES')?.split(',').map(readProxy);
  const metricsToken = readToken(given('LUZHI_METRICS_TOKEN'));
  const oidc = readOidc(given, home);
  return {
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(scanner === undefined ? {} : { scanner }),
    ...(mailUrl === undefined ? {} : { mail: { url: mailUrl, from: given('LUZHI_MAIL_FROM') ?? '' } }),
    ...(home === undefined ? {} : { home }),
    ...(proxies === undefined ? {} : { proxies }),
    ...(metricsToken === undefined ? {} : { metricsToken }),
    ...(oidc === undefined ? {} : { oidc }),
  };
}

/** The system has a host of its own: its cookies and its policy hold for all of one. */
function readHome(text: string | undefined): URL | undefined {
  if (text === undefined) return undefined;
  const url = URL.parse(text);
  const whole = url !== null && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href;
  if (!whole) throw unreadable('LUZHI_HOME', text, 'https://luzhi.example.cn');
  return url;
}

function readProxy(text: string): string {
  const proxy = text.trim();
  const [address = '', width, ...more] = proxy.split('/');
  const most = isIP(address) === 6 ? 128 : 32;
  // Wider than a house's own network, and anybody's word would be believed.
  const isWidth = width === undefined || (/^\d{1,3}$/.test(width) && Number(width) >= 8 && Number(width) <= most);
  if (isIP(address) === 0 || !isWidth || more.length > 0)
    throw unreadable('LUZHI_PROXIES', proxy, '127.0.0.1,10.1.2.0/24');
  return proxy;
}

const TOKEN = /^[\w.~+/=-]{20,200}$/;

function readToken(text: string | undefined): string | undefined {
  if (text === undefined || TOKEN.test(text)) return text;
  throw unreadable('LUZHI_METRICS_TOKEN', '', '$(openssl rand -hex 32)');
}

/** Over plain http a provider could be anybody, but for one on this machine. */
const ISSUER = /^(?:https:\/\/|http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?=[:/]|$))\S+/;

function readOidc(given: (name: string) => string | undefined, home: URL | undefined): Settings['oidc'] {
  const issuer = given('LUZHI_OIDC_ISSUER');
  if (issuer === undefined) return undefined;
  if (!ISSUER.test(issuer) || !URL.canParse(issuer))
    throw unreadable('LUZHI_OIDC_ISSUER', issuer, 'https://id.example.cn');
  const want = (name: string): string => {
    const value = given(name);
    if (value === undefined) throw CliProblem.settingMissing({ setting: name, by: 'LUZHI_OIDC_ISSUER' });
    return value;
  };
  if (home === undefined) want('LUZHI_HOME');
  return { issuer, clientId: want('LUZHI_OIDC_CLIENT'), clientSecret: want('LUZHI_OIDC_SECRET') };
}

const unreadable = (setting: string, given: string, example: string): Error =>
  CliProblem.settingUnreadable({ setting, given, example });
