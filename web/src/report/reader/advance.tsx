/** The report moved on: straight, or with open problems for a reason that a second person confirms; and its signature. */
import { Button } from 'antd';
import { useState } from 'react';
import { isSigned, REGISTERED, type Registered, STATIONS, type Station } from '../../../../src/report/pure.ts';
import type { AskedToAdvance, ReportPages } from '../../../../src/report/replies.ts';
import { ActDialog } from '../../parts/act-dialog.tsx';
import { useSaid } from '../../parts/acts.ts';
import { Field } from '../../parts/field.tsx';
import { punctuation } from '../../parts/punctuation.ts';
import { tell } from '../../shell/api.ts';
import { useSay, useWords } from '../../shell/language.tsx';
import { takenAlong } from '../station.ts';
import { reportWords } from '../words.ts';
import { emptyRegistration, isWhole, type Registration, RegistrationFields, trimmed } from './registration.tsx';

interface Asked {
  readonly to: Station;
  readonly reason: string;
  readonly person: string;
  readonly account: string;
}
interface Given {
  readonly base: string;
  readonly data: ReportPages;
  readonly account: string;
  changed(): Promise<unknown>;
}

/** What scrolls must be reached by keyboard. */
const SCROLLS = { tabIndex: 0 };
const NO_FIELDS: readonly Registered[] = [];
const LISTED = 30;
const REASON_LEAST = 6;
export const askedOf = ({ filing }: ReportPages): Asked | undefined =>
  (filing as { readonly asked?: Asked } | null)?.asked;

export function Advance({ base, data, account, changed }: Given) {
  const say = useWords(reportWords);
  const [to, go] = useState<Station>();
  const at = STATIONS.indexOf(data.state as Station);
  const next = STATIONS[at + 1];
  if (!data.mayWrite || next === undefined) return null;
  const asked = askedOf(data);
  // A draft may skip being commented on, and go straight to approval.
  const ways: readonly Station[] = data.state === '起草' ? ['征求意见', '送审'] : [next];
  return (
    <>
      {!isSigned(data.state) && data.state !== '起草' && <Button onClick={() => go('起草')}>{say.advance.起草}</Button>}
      {ways.map((way) => (
        <Button key={way} onClick={() => go(way)}>
          {asked?.to === way && isSecondTo(asked, data, account)
            ? say.advance.confirm(way)
            : way === '送审' && errorsOf(data).length > 0 && !isAgreed(data)
              ? say.advance.withErrors
              : say.advance[way]}
        </Button>
      ))}
      {to !== undefined && (
        <AdvanceDialog
          {...{ base, data, account, changed, to }}
          asked={asked?.to === to ? asked : undefined}
          leave={() => go(undefined)}
        />
      )}
    </>
  );
}

const errorsOf = ({ findings }: ReportPages) => findings.filter(({ severity }) => severity === 'error');
interface Agreed {
  readonly reason?: string;
  /** Who confirmed, and who had asked; versions of before this was kept name nobody who asked. */
  readonly by?: string;
  readonly asker?: string;
}
const agreedOf = ({ filing }: ReportPages): Agreed => filing as Agreed;
const isAgreed = (data: ReportPages): boolean => agreedOf(data).reason !== undefined;

/** Who neither wrote the version nor asked. */
const isSecondTo = (asked: Asked | undefined, { isAuthor }: ReportPages, account: string): boolean =>
  !isAuthor && asked?.account !== account;

interface DialogGiven extends Given {
  readonly to: Station;
  readonly asked: Asked | undefined;
  leave(): void;
}

function AdvanceDialog({ base, data, account, changed, to, asked, leave }: DialogGiven) {
  const say = useWords(reportWords);
  const marks = useWords(punctuation);
  const said = useSaid();
  const [reason, giveReason] = useState(asked?.reason ?? '');
  const fields = REGISTERED[to] ?? NO_FIELDS;
  const [registration, register] = useState(() => emptyRegistration(fields));
  const errors = errorsOf(data);
  const leaves = to === '送审' || to === '已签发';
  const wants = leaves && errors.length > 0 && !isAgreed(data);
  const isSecond = isSecondTo(asked, data, account);
  const signs = to === '已签发';
  const known = data.filing as Registration;
  const onlyAsks = wants && !isSecond;
  const act = async (): Promise<void> => {
    const given = wants ? { reason: reason.trim() } : {};
    if (onlyAsks) {
      const asked = await tell<AskedToAdvance>({ method: 'POST', path: `${base}/ask`, body: { to, ...given } });
      said.done(say.advance.askDone(asked.confirmers.join(marks.list)));
    } else {
      await tell({
        method: 'POST',
        path: `${base}/advance`,
        body: { to, ...given, ...trimmed(registration) },
      });
      said.done(say.advance.done(say.stations[to]));
    }
    await changed();
  };
  return (
    <ActDialog
      title={
        !wants ? say.advance[to] : asked !== undefined && isSecond ? say.advance.confirm(to) : say.advance.withErrors
      }
      verb={onlyAsks ? say.advance.ask : wants ? say.advance.confirm(to) : say.advance[to]}
      isReady={isWhole(fields, registration, known) && (!wants || reason.trim().length >= REASON_LEAST)}
      act={act}
      leave={leave}
      width={560}
    >
      {wants && (
        <>
          <p>
            {asked !== undefined && isSecond
              ? say.advance.confirming(errors.length, asked.person)
              : say.advance.leave(errors.length)}
          </p>
          <OpenProblems errors={errors} />
        </>
      )}
      {!wants && <p>{say.advance.means[to]}</p>}
      {signs && errors.length > 0 && !wants && <p>{say.advance.stand(errors.length, agreedOf(data))}</p>}
      <div className="advance-fields">
        {wants && (
          <Field label={say.advance.reason}>
            {(id) => (
              <textarea id={id} maxLength={200} value={reason} onChange={({ target }) => giveReason(target.value)} />
            )}
          </Field>
        )}
        <RegistrationFields {...{ fields, registration, known }} change={register} />
      </div>
    </ActDialog>
  );
}

function OpenProblems({ errors }: { readonly errors: ReportPages['findings'] }) {
  const say = useWords(reportWords);
  const speak = useSay();
  return (
    <ol className="advance-list" aria-label={say.advance.list(errors.length)} {...SCROLLS}>
      {errors.slice(0, LISTED).map((finding, index) => (
        <li key={`${finding.code} ${finding.at.paragraph} ${finding.at.offset} ${finding.zh}`}>
          {index + 1}. {speak(finding)}
        </li>
      ))}
      {errors.length > LISTED && <li>{say.advance.more(errors.length - LISTED)}</li>}
    </ol>
  );
}

/** What waits for a second person, above the text. */
export function AskedBar({ base, data, account, changed }: Given) {
  const say = useWords(reportWords);
  const said = useSaid();
  const asked = askedOf(data);
  if (asked === undefined) return null;
  const takeBack = async (): Promise<void> => {
    await tell({ method: 'POST', path: `${base}/ask`, body: { to: asked.to } });
    said.done(say.advance.takenBack);
    await changed();
  };
  return (
    <div className="reader-asked" role="status">
      <span>{say.advance.asked(asked.person, asked.to)}</span>
      <span>{say.advance.askedReason(asked.reason)}</span>
      {data.mayWrite && asked.account === account && (
        <Button size="small" onClick={() => void takeBack().catch(said.refused)}>
          {say.advance.takeBack}
        </Button>
      )}
    </div>
  );
}

/** Who let it go on with what is wrong in it, and why: as soon as it went. */
export function AgreedBar({ data }: { readonly data: ReportPages }) {
  const say = useWords(reportWords);
  const errors = takenAlong(data);
  const agreed = agreedOf(data);
  if (errors === 0 || agreed.reason === undefined) return null;
  return (
    <div className="reader-asked" role="note">
      {say.advance.agreed(errors, agreed)}
    </div>
  );
}
