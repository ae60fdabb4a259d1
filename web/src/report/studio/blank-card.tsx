/** The blank in hand: three candidates with reasons, or the words that may be missing; how it is written; what it will read. */
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { type Beside, doubledIn } from '../../../../src/report/pure.ts';
import { Icon } from '../../parts/icon.tsx';
import { punctuation } from '../../parts/punctuation.ts';
import { useWords } from '../../shell/language.tsx';
import { reportWords } from '../words.ts';
import { type Choice, choiceOf, choiceOfWords, isErased, isReady } from './choice.ts';
import { ItemSearch } from './item-search.tsx';
import { noteOf, reasonsOf, valueWords, wordsOf } from './say-offer.ts';
import type { StudioBlank } from './use-desk.ts';

interface Given {
  readonly path: string;
  readonly blank: StudioBlank;
  readonly paragraph: string;
  /** The paragraph round it as it reads by now. */
  readonly beside: Beside;
  readonly choice: Choice;
  readonly alike: number;
  readonly isFinding: boolean;
  /** Without a choice, what was decided or is offered first. */
  pick(choice: Choice | undefined): void;
  confirm(withAlike: boolean): void;
  leave(): void;
  erase(): void;
  unerase(): void;
  find(isFinding: boolean): void;
}
const AROUND = 24;

export function BlankCard({
  path,
  blank,
  paragraph,
  beside,
  choice,
  alike,
  isFinding,
  pick,
  confirm,
  leave,
  erase,
  unerase,
  find,
}: Given) {
  const { studio: say } = useWords(reportWords);
  const marks = useWords(punctuation);
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Newer browsers give a promise, which React would take for what undoes the effect.
    card.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const { offers, words, doubt, end, text, row } = blank;
  const { offer, format } = choice;
  const offersShown = offer === undefined || offers.includes(offer) ? offers : [offer, ...offers].slice(0, 3);
  const printed = offer?.formats.find((each) => each.format === format) ?? offer?.formats[0];
  const reads =
    choice.words ??
    (offer === undefined ? text : printed !== undefined && 'printed' in printed ? printed.printed : '【缺】');
  const isEmptied = choice.words === '';
  const doubled = isReady(choice) && row === undefined ? doubledIn(reads, beside) : undefined;
  return (
    <div className="blank-card" ref={card}>
      {doubt === 'wrong' && <p>{say.wrongSpan}</p>}
      {doubt === 'deleted' && words.length > 1 && <p>{say.which(paragraph.slice(end, end + 6))}</p>}
      {doubt === 'stale' && offer !== undefined && reads === text && <p className="report-quiet">{say.same(text)}</p>}
      {row !== undefined && <p className="report-quiet">{say.rowOf(row.row + 1, row.through + 1)}</p>}
      {words.length > 0 && (
        <fieldset className="blank-words" aria-label={say.whichWords}>
          {words.map((each, index) => (
            <button
              key={each}
              type="button"
              aria-pressed={choice.words === each}
              onClick={() => pick(choiceOfWords(each))}
            >
              <kbd>{index + 1}</kbd> {text === '' ? say.insert(each) : say.replace(each)}
            </button>
          ))}
        </fieldset>
      )}
      {offersShown.length > 0 && (
        <>
          {offer !== undefined && offer.reasons.length > 0 && (
            <p className="blank-why">
              {say.why}
              {reasonsOf(offer, say, marks)}
            </p>
          )}
          <ol className="blank-offers">
            {offersShown.map((each, index) => (
              <li key={each.expression}>
                <button
                  type="button"
                  aria-pressed={offer?.expression === each.expression && choice.words === undefined}
                  onClick={() => pick(choiceOf(each))}
                >
                  <kbd>{words.length + index + 1}</kbd>
                  <span className="blank-offer-name">{each.name}</span>
                  <span className="blank-offer-value">{valueWords(each.formats[0], blank, say)}</span>
                  <span className="report-quiet">{noteOf(each, say)}</span>
                </button>
              </li>
            ))}
          </ol>
        </>
      )}
      <label className="blank-own">
        <span>
          {say.ownWords} <kbd>E</kbd>
        </span>
        <input
          value={choice.words ?? ''}
          maxLength={200}
          placeholder={isReady(choice) ? undefined : say.ownWanted}
          onChange={({ target }) => pick(choiceOfWords(target.value))}
        />
      </label>
      {isEmptied && (
        <p className="blank-emptied" role="status">
          {isErased(blank) ? say.erased(text) : say.emptied(wordsOf(blank))}
          <Button size="small" onClick={isErased(blank) ? unerase : () => pick(undefined)}>
            {isErased(blank) ? say.unerase : say.keep}
          </Button>
          {!isErased(blank) && text !== '' && (
            <Button size="small" danger onClick={erase}>
              {say.erase(text)}
            </Button>
          )}
        </p>
      )}
      {isFinding && (
        <ItemSearch
          path={`${path}/blanks/${blank.id}/items`}
          blank={blank}
          leave={() => find(false)}
          take={(found) => {
            find(false);
            pick(choiceOf(found));
          }}
        />
      )}
      {offer !== undefined && choice.words === undefined && offer.formats.length > 1 && (
        <div className="blank-own">
          <span aria-hidden="true">
            {say.format} <kbd>F</kbd>
          </span>
          <fieldset className="segmented" aria-label={say.format}>
            {offer.formats.map((each) => (
              <button
                key={each.format}
                type="button"
                aria-pressed={each.format === printed?.format}
                onClick={() => pick({ ...choice, format: each.format })}
              >
                {say.formatOf(each.format)}
              </button>
            ))}
          </fieldset>
        </div>
      )}
      <p className="blank-reads">
        {isEmptied ? say.previewErased : say.preview}
        {marks.colon}
        {beside.before.slice(-AROUND)}
        <b>{isEmptied ? <del>{text}</del> : reads}</b>
        {beside.after.slice(0, AROUND)}
      </p>
      {doubled !== undefined && (
        <p className="blank-doubled" role="status">
          {say.doubled(doubled)}
        </p>
      )}
      <div className="blank-acts">
        <span className="grow" />
        <Button size="small" icon={<Icon name="search" />} onClick={() => find(!isFinding)}>
          {say.find} <kbd>/</kbd>
        </Button>
        <Button size="small" onClick={leave}>
          {say.leave} <kbd>N</kbd>
        </Button>
        {alike > 0 && (
          <Button size="small" disabled={!isReady(choice)} onClick={() => confirm(true)}>
            {say.alike(alike + 1)} <kbd>Shift Enter</kbd>
          </Button>
        )}
        <Button size="small" type="primary" disabled={!isReady(choice)} onClick={() => confirm(false)}>
          {say.confirm} <kbd>Enter</kbd>
        </Button>
      </div>
    </div>
  );
}
