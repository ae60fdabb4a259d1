/** One entry of the record: all that was written down, and what it did to figures, before and after. */
import { Drawer } from 'antd';
import type { DeedFigures } from '../../../src/collect/replies.ts';
import { parsePeriod, speakPeriod } from '../../../src/kernel/index.ts';
import type { AuditRows } from '../../../src/platform/audit/replies.ts';
import { printWhen } from '../parts/numbers.ts';
import { Scrolling } from '../parts/scrolling.tsx';
import { Trouble, Waiting } from '../parts/states.tsx';
import { useAsk } from '../shell/asking.ts';
import { useLanguage, useWords } from '../shell/language.tsx';
import { useActionWords } from './action-words.ts';
import { auditWords } from './words.ts';

export function EntryDrawer({ row, leave }: { readonly row: AuditRows[number]; leave(): void }) {
  const say = useWords(auditWords);
  const { language } = useLanguage();
  const wordsOf = useActionWords();
  const { at, person, account, action, about, object, address, detail, seq } = row;
  return (
    <Drawer open size={560} onClose={leave} title={wordsOf(action)} mask={false} aria-label={wordsOf(action)}>
      <dl className="facts">
        <dt>{say.seq}</dt>
        <dd>{seq ?? say.unsealed}</dd>
        <dt>{say.when}</dt>
        <dd>{printWhen(at, language)}</dd>
        <dt>{say.who}</dt>
        <dd>
          {person} {account !== null && <small>{account}</small>}
        </dd>
        <dt>{say.what}</dt>
        <dd>
          {wordsOf(action)} <small>{action}</small>
        </dd>
        <dt>{say.about}</dt>
        <dd>
          {object} <small>{about}</small>
        </dd>
        <dt>{say.where}</dt>
        <dd>{address}</dd>
      </dl>
      <section className="audit-part">
        <h3>{say.detail}</h3>
        <Scrolling className="audit-detail" label={say.detail}>
          <pre>{JSON.stringify(detail, undefined, 2)}</pre>
        </Scrolling>
      </section>
      {about.startsWith('task ') && <Figures entry={row.entry} />}
    </Drawer>
  );
}

const spoken = (printed: string): string => {
  const period = parsePeriod(printed);
  return period === undefined ? printed : speakPeriod(period);
};

function Figures({ entry }: { readonly entry: string }) {
  const say = useWords(auditWords);
  const { language } = useLanguage();
  const { data, error } = useAsk<DeedFigures>(`/audit/${entry}/figures`);
  if (error !== null) return <Trouble refused={error} />;
  if (data === undefined) return <Waiting rows={3} />;
  const print = (of: { readonly typed: string; readonly unit: string | null } | null): string =>
    of === null ? say.nothing : /\d/.test(of.typed) ? `${of.typed}${of.unit ?? ''}` : of.typed;
  return (
    <section className="audit-part">
      <h3>{say.figures}</h3>
      {data.length === 0 ? (
        <p>{say.noFigures}</p>
      ) : (
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{say.item}</th>
              <th scope="col">{say.ofUnit}</th>
              <th scope="col">{say.period}</th>
              <th scope="col" className="num">
                {say.was}
              </th>
              <th scope="col" className="num">
                {say.now}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.map(({ item, itemName, unitName, period, was, now }) => (
              <tr key={`${item} ${unitName} ${period}`}>
                <th scope="row">{itemName}</th>
                <td>{unitName}</td>
                <td>{language === 'zh' ? spoken(period) : period}</td>
                <td className="num">{print(was)}</td>
                <td className="num">{print(now)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
