import type { Sentences } from '../kernel/index.ts';

export const en = {
  'server.bodyUnreadable': () => 'What was sent is not complete JSON. Send it again as the interface says.',
  'server.keyUnreadable': (d: { most: number }) =>
    `An Idempotency-Key is at most ${d.most} letters, digits or signs. Send the request with another key.`,
  'server.editionUnreadable': () => 'If-Match takes the edition an ETag gave. Read again, then send.',
  'server.editionsDiffer': (d: { header: number }) =>
    `If-Match names edition ${d.header} and the body another one; nothing was done. Read again and name it once.`,
  'server.textUnstorable': () =>
    'What was sent holds characters that cannot be kept, such as NUL. Remove them and send it again.',
  'server.requestUnreadable': () => 'This is no request of HTTP. Check the program that sent it.',
  'server.signInFirst': () => 'You are not signed in, or no longer. Sign in and try again.',
  'server.foreignOrigin': () => 'The request comes from another site. Work on the pages of this system.',
  'server.csrfMissing': () => 'The request lacks the code of this sign-in. Reload the page and try again.',
  'server.scopeMissing': (d: { action: string }) =>
    `The scopes of this token do not hold this (${d.action}). Make a token with the right scope.`,
  'server.operatorOnly': () => 'Metrics are for the operator. Ask from this machine, or with the metrics token.',
  'server.notFound': () => 'There is no such address. Compare it with the paths of the interface description.',
  'server.tooSlow': () => 'The request did not arrive in time and was cut off. Check the network and try again.',
  'server.bodyTooLarge': (d: { most: number }) =>
    `More than ${Math.floor(d.most / 1_000_000)} MB were sent. Split or shrink it and send it again.`,
  'server.mediaType': () => 'This type of content is not taken. Send JSON or a file as the interface says.',
  'server.hostUnknown': () => 'The system does not serve under this address. Use the one your administrator gave.',
  'server.tooMany': () => 'Too many requests in a short time. Wait a minute and try again.',
  'server.headersTooLarge': () => 'The headers are too long. Clear what your browser keeps of this site and try again.',
  'server.bug': () =>
    'Something went wrong and is in the log; nothing was changed. Try again later, or tell the administrator the number of the request.',
  'server.databaseAway': () => 'The database cannot be reached and nothing was changed. Try again in a moment.',
  'server.busy': () => 'Too many people at once. Try again in a moment.',
  'server.diskFull': () =>
    'The disk of the server is full or cannot be written; nothing was changed. Tell the administrator, then try again.',
} satisfies Sentences;
