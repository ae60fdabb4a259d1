/** One record of the catalogue: what it is, what it proves, and the figures it speaks of. */
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { Catalogue } from '../../../../src/collect/replies.ts';
import { useSaid } from '../../parts/acts.ts';
import { printWhen } from '../../parts/numbers.ts';
import { punctuation } from '../../parts/punctuation.ts';
import { useTrace } from '../../parts/trace/trace.tsx';
import { download } from '../../shell/api.ts';
import { useLanguage, useWords } from '../../shell/language.tsx';
import { useRound } from '../../shell/round.tsx';
import { Told } from './found-in.tsx';
import { Preview } from './preview.tsx';
import { evidenceWords } from './words.ts';

export interface Given {
  readonly record: Catalogue['records'][number];
  /** For who may change it. */
  readonly edit?: (() => void) | undefined;
  close(): void;
}

export function EvidenceCard({ record, edit, close }: Given) {
  const say = useWords(evidenceWords);
  const { language } = useLanguage();
  const marks = useWords(punctuation);
  const { round } = useRound();
  const said = useSaid();
  const trace = useTrace();
  const head = useRef<HTMLHeadingElement>(null);
  const { evidence, number, title, doc_number, issuer, dated, pages, mode, items, indicators, unit, sha256, findings } =
    record;
  const { origin } = record;
  useEffect(() => {
    head.current?.focus();
  }, []);
  const facts = [
    [say.docNumber, doc_number],
    [say.issuer, issuer],
    [say.dated, dated],
    [say.pages, pages],
    [say.mode, say.modes[mode]],
    [say.proves, indicators.join(marks.list)],
    [say.origin, origin === null ? '' : say.originOf(origin.name, origin.number, origin.person)],
    [say.by, `${record.person} ${printWhen(record.at, language)}`],
  ].filter(([, value]) => value !== null && value !== '');
  return (
    <section className="evidence-card" aria-labelledby="evidence-card">
      <div className="evidence-card-head">
        <h2 id="evidence-card" ref={head} tabIndex={-1}>
          {number} {title}
        </h2>
        {sha256 === null ? (
          <span>{mode === 'onsite' ? say.noFile : say.notYetFiled}</span>
        ) : (
          <Button
            size="small"
            onClick={() => void download(`/rounds/${round}/evidence/${evidence}/content`).catch(said.refused)}
          >
            {say.download}
          </Button>
        )}
        {edit !== undefined && (
          <Button size="small" onClick={edit}>
            {say.edit}
          </Button>
        )}
        <Button size="small" onClick={close}>
          {say.closeCard}
        </Button>
      </div>
      <Told findings={findings} />
      <dl>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{say.itemsOf}</dt>
          <dd>
            {items.length === 0
              ? say.noItems
              : items.map((item) => (
                  <button key={item} type="button" className="evidence-open" onClick={() => trace.open({ unit, item })}>
                    {item}
                  </button>
                ))}
          </dd>
        </div>
      </dl>
      {sha256 !== null && <Preview key={sha256} round={round} evidence={evidence} title={`${number} ${title}`} />}
    </section>
  );
}
