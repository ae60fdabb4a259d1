/**
 * From a filled form to a filed report by the API, step by step as docs/first-year.md tells it.
 *
 *     node docs/first-year.mjs ADDRESS login=password …
 *
 * It signs in as the people that `npm start` has printed, and needs nothing but Node.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const [address, ...signIns] = process.argv.slice(2);
const passwords = new Map(signIns.map((word) => word.split('=')));
const ROUND = '/rounds/duty-2025';

/** Signs in; gives `ask(method, path, body)`. Writes carry the code that signing in gave. */
async function enter(login, password = passwords.get(login)) {
  const signedIn = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  const session = await signedIn.json();
  if (!signedIn.ok) throw new Error(`${login}: ${session.detail}`);
  const own = { cookie: signedIn.headers.get('set-cookie').split(';')[0], 'x-csrf-token': session.csrf };
  return async (method, path, body) => {
    const file = body instanceof Uint8Array;
    const type = file ? 'application/octet-stream' : 'application/json';
    const answer = await fetch(`${address}/api/v1${path}`, {
      method,
      headers: body === undefined ? own : { ...own, 'content-type': type },
      body: body === undefined || file ? body : JSON.stringify(body),
    });
    if (!answer.headers.get('content-type')?.includes('json')) return new Uint8Array(await answer.arrayBuffer());
    const told = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${path}: ${told.code} ${told.detail}`);
    return told;
  };
}

const [filler, county, government, office, security] = await Promise.all(
  ['881221-reporter', '881221-office', '881221-approver', 'office', 'security'].map((login) => enter(login)),
);
/** A step of 云屏县's task, naming the edition that is looked at. */
async function step(ask, verb, part) {
  const tasks = await ask('GET', `${ROUND}/tasks`);
  const { task, edition } = tasks.find((each) => each.name === '云屏县' && each.part === part);
  await ask('POST', `${ROUND}/tasks/${task}/${verb}`, { edition });
  return task;
}
const score = async () => (await office('GET', `${ROUND}/results`)).units.find(({ code }) => code === '881221');

console.log('1. the filler takes the workbook of the task, fills it, and drops it back');
const [{ task }] = (await filler('GET', `${ROUND}/tasks`)).filter(({ part }) => part === 'forms');
const workbook = await filler('GET', `${ROUND}/tasks/${task}/workbook`);
const { sha256: name } = await filler('POST', '/files', workbook);
const preview = await filler('GET', `${ROUND}/workbooks/preview?name=form.xlsx&sha256=${name}`);
console.log(`   ${preview.same} the same, ${preview.added.length} new, ${preview.changed.length} changed`);
await filler('POST', `${ROUND}/workbooks`, { name: 'form.xlsx', sha256: name, plan: preview.plan });

console.log('2. it is submitted, looked at in the county, agreed to by its government, accepted by the office');
for (const part of ['forms', 'schools']) {
  await step(filler, 'submit', part);
  await step(county, 'approve', part);
  await step(government, 'approve', part);
  await step(office, 'accept', part);
}
const { score: points, grade } = await score();
console.log(`   云屏县: ${points}, ${grade}`);

console.log('3. the office sets the template and composes the report');
const template = await office('POST', '/files', new Uint8Array(readFileSync('schemes/duty-2025/template.docx')));
await office('PUT', `${ROUND}/template`, { sha256: template.sha256 });
const { report, draft } = await office('POST', `${ROUND}/reports`, {});
console.log(`   draft: ${draft}, for the other counties have not been accepted yet`);

console.log('4. a second person of the office signs it in spite of that, with a reason');
const city = (await office('GET', '/session')).posts[0].unit;
const made = await security('POST', '/accounts', {
  login: 'second',
  name: '孙复核',
  post: { unit: city, role: 'office' },
});
const password = `${crypto.randomUUID()}Aa1`;
await (await enter('second', made.password))('POST', '/own/password', { old: made.password, password });
const second = await enter('second', password);
const reason = '其他县材料后补，先行报送';
await office('POST', `${ROUND}/reports/${report}/ask`, { to: '送审', reason });
await second('POST', `${ROUND}/reports/${report}/advance`, { to: '送审', reason });
const signed = {
  to: '已签发',
  number: '清府办〔2026〕18号',
  signatory: '周明',
  signedOn: '2026-04-20',
  reason,
};
await second('POST', `${ROUND}/reports/${report}/advance`, signed);

console.log('5. it goes out and to the file, sealed with all it was made from');
for (const to of ['已公示', '已报送', '已归档']) await office('POST', `${ROUND}/reports/${report}/advance`, { to });
writeFileSync('report.issued.docx', await office('GET', `${ROUND}/reports/${report}/files/issued`));
const bundle = await office('POST', `${ROUND}/reports/${report}/bundles`, {});
writeFileSync('report.luzhi.zip', await office('GET', `${ROUND}/reports/${report}/bundles/${bundle.sha256}`));
console.log(`   report.issued.docx, report.luzhi.zip, seal ${bundle.seal}`);
