/** Figures of one kind, each with its tick. */
import { useId } from 'react';
import type { TaskPage } from '../../../../src/collect/replies.ts';
import { printWhen } from '../../parts/numbers.ts';
import { punctuation } from '../../parts/punctuation.ts';
import { useLanguage, useWords } from '../../shell/language.tsx';
import { BesideTable } from '../beside/beside-table.tsx';
import { readTyped } from '../entry/reading.ts';
import type { Offer } from './offers.ts';
import { elsewhereWords } from './words.ts';

interface Given {
  readonly title: string;
  readonly offers: readonly Offer[];
  readonly page: TaskPage;
  isTicked(offer: Offer): boolean;
  tick(offers: readonly Offer[], to: boolean): void;
}

export function OfferTable({ title, offers, page, isTicked, tick }: Given) {
  const say = useWords(elsewhereWords);
  const marks = useWords(punctuation);
  const { language } = useLanguage();
  const id = useId();
  const schools = new Map<string, string>(page.schools.map(({ code, name }) => [code, name]));
  const lines = offers.map((offer) => {
    const { key, item, cell, answer, shown } = offer;
    return {
      ...{ offer, key },
      name: item.name,
      isPrior: answer.year === 'prior',
      of: schools.get(answer.subject),
      note: notesOf(answer, say, marks.list),
      was: cell.typed === '' ? '' : readTyped(item, cell.typed).shown,
      is: item.type === 'number' ? `${shown} ${item.unit}` : shown,
      whence: (
        <>
          {answer.person} <small>{printWhen(answer.at, language)}</small>
        </>
      ),
    };
  });
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>
        {title} {offers.length}
      </h3>
      <BesideTable
        lines={lines}
        heads={{ is: say.there, whence: say.by }}
        ticks={{
          isTicked: ({ offer }) => isTicked(offer),
          tick(some, to) {
            tick(
              some.map(({ offer }) => offer),
              to,
            );
          },
        }}
      />
    </section>
  );
}

/** How it is worded there, and what comes along with it. */
function notesOf({ definition, evidence }: Offer['answer'], say: (typeof elsewhereWords)['zh'], list: string) {
  const papers = evidence.map(({ number, title }) => `${number} ${title}`).join(list);
  const notes = [
    ...(definition === undefined ? [] : [say.definition(definition)]),
    ...(papers === '' ? [] : [say.evidence(papers)]),
  ];
  return notes.length === 0 ? undefined : notes.join(' ');
}
