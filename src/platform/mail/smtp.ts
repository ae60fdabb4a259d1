/** Letters by the office's own SMTP server. Nothing of a letter goes into a log. */
import { createTransport } from 'nodemailer';
import type { Postman } from './contract.ts';
import { MailProblem } from './problems.ts';

/** A server that says nothing for so long is away. */
const PATIENCE_MS = 20_000;
/** From here on SMTP says that trying again is of no use. */
const FOR_GOOD = 500;

/** `url`: `smtp://user:password@host:port` or `smtps://…`; `from`: the address letters come from. Throws `mail.settings`. */
export function openPostman(url: string, from: string): Postman {
  const server = URL.parse(url);
  if (server === null || !/^smtps?:$/.test(server.protocol) || !from.includes('@')) throw MailProblem.settings({});
  const patience = { connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS };
  const user = decodeURIComponent(server.username);
  const transport = createTransport({
    host: server.hostname,
    port: Number(server.port || (server.protocol === 'smtps:' ? 465 : 587)),
    secure: server.protocol === 'smtps:',
    ...(user === '' ? {} : { auth: { user, pass: decodeURIComponent(server.password) } }),
    ...patience,
    // What a letter is made of stands in it; nothing is fetched from disk or net.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.slice(from.lastIndexOf('@') + 1).replace(/>.*$/, '');
  return {
    async send({ to, subject, text, id }) {
      try {
        await transport.sendMail({ from, to, subject, text, messageId: `<${id}@${domain}>` });
      } catch (error) {
        const { responseCode = 0, code = 'unknown' } = error as { responseCode?: number; code?: string };
        throw responseCode >= FOR_GOOD
          ? MailProblem.refused({ status: responseCode })
          : MailProblem.away({ fault: code });
      }
    },
    close: () => transport.close(),
  };
}
