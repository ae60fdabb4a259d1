/** One finding: level, what it is, the sentence, and where it can be put right by a button, the button. */
import { Button } from 'antd';
import { isGranted } from '../../../../src/collect/pure.ts';
import type { Finding } from '../../../../src/kernel/index.ts';
import { LevelMark } from '../../parts/level-mark.tsx';
import { punctuation } from '../../parts/punctuation.ts';
import { useWords } from '../../shell/language.tsx';
import { type Item, keyOf, type Place } from '../entry/cells.ts';
import type { Entry, Snapshot } from '../entry/entry.ts';
import { kindOf, useSentences } from '../speak.ts';
import { collectWords } from '../words.ts';
import { ExceptionPart } from './exception-part.tsx';
import { FormerReason } from './former-reason.tsx';

interface Given {
  readonly entry: Entry;
  readonly now: Snapshot;
  readonly round: string;
  readonly finding: Finding;
  readonly item: Item;
  readonly place: Place;
  readonly canType: boolean;
  goTo(place: Place): void;
}

export function FindingBox({ entry, now, round, finding, item, place, canType, goTo }: Given) {
  const say = useWords(collectWords);
  const marks = useWords(punctuation);
  const { page } = now;
  const speak = useSentences(page);
  const kind = kindOf(page, finding.code);
  const titles: Readonly<Record<string, string>> = say.slips;
  const name = (code: string): string => page.items.find((each) => each.code === code)?.name ?? code;
  const set = (typed: string): void => {
    entry.edit([{ key: keyOf(place), typed }]);
    goTo({ ...place });
  };
  return (
    <section className={`panel-box panel-${finding.severity}`}>
      <h3>
        <LevelMark level={finding.severity} withWord />
        {marks.colon}
        {titles[kind] ?? titles.cell}
      </h3>
      <p>{speak(finding)}</p>
      <p className="panel-acts">
        {canType && kind === 'unitSlip' && (
          <Button size="small" type="primary" onClick={() => set('')}>
            {say.fixUnit(item.unit)}
          </Button>
        )}
        {canType && kind === 'percentEntry' && (
          <Button size="small" type="primary" onClick={() => set(String(finding.data.meant))}>
            {say.changeTo(String(finding.data.meant))}
          </Button>
        )}
        {canType && kind === 'formerReason' && <FormerReason {...{ entry, finding, place }} />}
        {canType && kind === 'required' && (
          <Button size="small" onClick={() => set('不适用')}>
            {say.chooseNone}
          </Button>
        )}
        {canType && finding.severity === 'hint' && !isGranted(finding) && (
          <Button size="small" onClick={() => entry.hush(finding)}>
            {say.hush}
          </Button>
        )}
        {kind === 'holds' &&
          Array.isArray(finding.data.items) &&
          finding.data.items
            .filter((code) => code !== item.code)
            .map((code) => (
              <Button key={code} size="small" type="link" onClick={() => goTo({ ...place, item: code })}>
                {name(code)}
              </Button>
            ))}
      </p>
      <ExceptionPart {...{ now, round, finding, canType }} name={item.name} />
    </section>
  );
}
