/** Figures of one kind, each with its tick: what stands here, what stands there, and who said it. */
import { Button } from 'antd';
import { useId, useState } from 'react';
import type { TaskPage } from '../../../../src/collect/replies.ts';
import { printWhen } from '../../parts/numbers.ts';
import { useLanguage, useWords } from '../../shell/language.tsx';
import { readTyped } from '../entry/reading.ts';
import type { Offer } from './offers.ts';
import { elsewhereWords } from './words.ts';

/** Rows shown before one asks for the rest. */
const SHOWN = 60;

interface Given {
  readonly title: string;
  readonly offers: readonly Offer[];
  readonly page: TaskPage;
  isTicked(offer: Offer): boolean;
  tick(offers: readonly Offer[], to: boolean): void;
}

export function OfferTable({ title, offers, page, isTicked, tick }: Given) {
  const say = useWords(elsewhereWords);
  const { language } = useLanguage();
  const id = useId();
  const [isAll, all] = useState(false);
  const shown = isAll ? offers : offers.slice(0, SHOWN);
  const schools = new Map<string, string>(page.schools.map(({ code, name }) => [code, name]));
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>
        {title} {offers.length}
      </h3>
      <table className="elsewhere-cells">
        <thead>
          <tr>
            <td>
              <input
                type="checkbox"
                aria-label={say.all}
                checked={offers.every(isTicked)}
                onChange={({ target }) => tick(offers, target.checked)}
              />
            </td>
            <th scope="col">{say.item}</th>
            <th scope="col" className="elsewhere-amount">
              {say.here}
            </th>
            <th scope="col" className="elsewhere-amount">
              {say.there}
            </th>
            <th scope="col">{say.by}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((offer) => {
            const { key, item, cell, answer } = offer;
            const name = `${item.name}${answer.year === 'prior' ? `（${say.prior}）` : ''}`;
            const school = schools.get(answer.subject);
            return (
              <tr key={key}>
                <td>
                  <input
                    type="checkbox"
                    aria-label={school === undefined ? name : `${school} ${name}`}
                    checked={isTicked(offer)}
                    onChange={({ target }) => tick([offer], target.checked)}
                  />
                </td>
                <td>
                  {name} {school !== undefined && <small>{school}</small>}
                  {answer.definition !== undefined && (
                    <small className="elsewhere-definition">{say.definition(answer.definition)}</small>
                  )}
                </td>
                <td className="elsewhere-amount">{cell.typed === '' ? say.none : readTyped(item, cell.typed).shown}</td>
                <td className="elsewhere-amount">
                  {offer.shown} {item.type === 'number' && item.unit}
                </td>
                <td>
                  {answer.person} <small>{printWhen(answer.at, language)}</small>
                </td>
              </tr>
            );
          })}
        </tbody>
        {offers.length > shown.length && (
          <tfoot>
            <tr>
              <td colSpan={5}>
                <Button type="link" size="small" onClick={() => all(true)}>
                  {say.more(offers.length - shown.length)}
                </Button>
              </td>
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}
