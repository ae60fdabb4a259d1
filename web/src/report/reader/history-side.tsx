/** 经过: what was done with the report, by whom and when, the newest first. */
import type { ReportHistory } from '../../../../src/report/replies.ts';
import { printWhen } from '../../parts/numbers.ts';
import { punctuation } from '../../parts/punctuation.ts';
import { Trouble, Waiting } from '../../parts/states.tsx';
import { useAsk } from '../../shell/asking.ts';
import { useLanguage, useWords } from '../../shell/language.tsx';
import { reportWords } from '../words.ts';
import type { Registration } from './registration.tsx';

type Deed = ReportHistory[number];
/** What the record keeps of the deeds of a report, as far as it is told here. */
interface Detail extends Registration {
  readonly version?: number;
  readonly state?: string;
  readonly to?: string;
  readonly asked?: boolean;
  readonly reason?: string;
  readonly seal?: string;
  readonly was?: Registration | string;
  readonly is?: Registration | string;
}

export function HistorySide({ base }: { readonly base: string }) {
  const { language } = useLanguage();
  const { data, error, refetch } = useAsk<ReportHistory>(`${base}/history`);
  if (error !== null) return <Trouble refused={error} retry={refetch} />;
  if (data === undefined) return <Waiting rows={4} />;
  return (
    <ol>
      {data.map((deed) => (
        <li key={deed.entry} className="reader-item">
          <DeedHead deed={deed} />
          <DeedBody detail={deed.detail as Detail} />
          <p className="report-quiet">
            {printWhen(deed.at, language)} {deed.person}
          </p>
        </li>
      ))}
    </ol>
  );
}

function DeedHead({ deed: { action, detail } }: { readonly deed: Deed }) {
  const say = useWords(reportWords);
  const { version = 0, state, to = '', asked } = detail as Detail;
  const station = (name: string): string => say.advance[name as keyof typeof say.stations] ?? name;
  const deeds = say.history.deeds;
  const words =
    action === 'report.advance'
      ? station(state ?? '')
      : action === 'report.advance.ask'
        ? asked === false
          ? say.advance.takeBack
          : say.history.asked(to)
        : action in deeds
          ? deeds[action as keyof typeof deeds]
          : action;
  return (
    <p className="reader-item-head">
      <span>{words}</span>
      <span className="page">{say.draftNo(version)}</span>
    </p>
  );
}

function DeedBody({ detail }: { readonly detail: Detail }) {
  const say = useWords(reportWords);
  const marks = useWords(punctuation);
  const { was, is, reason, seal } = detail;
  const names = Object.entries(say.registered.names) as readonly [keyof Registration, string][];
  const lines = names.flatMap(([field, name]) => {
    const now = typeof is === 'object' ? is[field] : detail[field];
    const before = typeof was === 'object' ? was[field] : undefined;
    if (now === undefined) return [];
    return [{ field, text: `${name}${marks.colon}${before === undefined ? '' : `${before || '—'} → `}${now}` }];
  });
  return (
    <>
      {lines.map(({ field, text }) => (
        <p key={field}>{text}</p>
      ))}
      {typeof is === 'string' && typeof was === 'string' && (
        <p>
          {was} → {is}
        </p>
      )}
      {reason !== undefined && <p>{say.advance.askedReason(reason)}</p>}
      {seal !== undefined && <p>{say.history.seal(seal)}</p>}
    </>
  );
}
