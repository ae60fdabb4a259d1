/**
 * 「数据来源」: any number answers. One drawer for the whole workbench, opened from every table, chart and report. What
 * is traced stands in the address, so that a link opens it and the browser's way back closes it.
 */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { createContext, lazy, type ReactNode, Suspense, useContext, useMemo, useRef } from 'react';
import { useRounds } from '../../shell/round.tsx';

export interface TracedFigure {
  readonly unit: string;
  readonly item: string;
  readonly year?: 'now' | 'prior';
  readonly own?: true;
  /** The task it was asked at: what was handed in there is shown while it is not accepted. */
  readonly task?: string;
}

/** A figure of a unit, or a figure as a report prints it. */
export type Traced = TracedFigure | { readonly report: string; readonly slot: string; readonly occurrence?: number };

interface Trace {
  readonly traced: Traced | undefined;
  open(traced: Traced): void;
  close(): void;
}
const Tracing = createContext<Trace>({ traced: undefined, open: () => undefined, close: () => undefined });
export const useTrace = (): Trace => useContext(Tracing);

const TraceDrawer = lazy(() => import('./trace-drawer.tsx').then(({ TraceDrawer }) => ({ default: TraceDrawer })));

const SIGN = '~';
const TASK = 'task:';
export const printTraced = (traced: Traced): string =>
  'item' in traced
    ? [
        'u',
        traced.unit,
        traced.item,
        ...(traced.year === 'prior' ? ['prior'] : []),
        ...(traced.own ? ['own'] : []),
        ...(traced.task === undefined ? [] : [TASK + traced.task]),
      ].join(SIGN)
    : ['r', traced.report, traced.slot, ...(traced.occurrence === undefined ? [] : [traced.occurrence])].join(SIGN);

function parseTraced(text: string | undefined): Traced | undefined {
  const [kind, of = '', what = '', ...which] = (text ?? '').split(SIGN);
  if (of === '' || what === '') return undefined;
  const task = which.find((each) => each.startsWith(TASK))?.slice(TASK.length);
  if (kind === 'u')
    return {
      ...{ unit: of, item: what },
      ...(which.includes('prior') ? { year: 'prior' } : {}),
      ...(which.includes('own') ? { own: true } : {}),
      ...(task === undefined ? {} : { task }),
    };
  if (kind !== 'r') return undefined;
  return { report: of, slot: what, ...(which[0] === undefined ? {} : { occurrence: Number(which[0]) }) };
}

export function TraceGiven({ children }: { readonly children: ReactNode }) {
  const text = useSearch({ from: '__root__', select: ({ trace }) => trace });
  const { round } = useRounds();
  const navigate = useNavigate();
  /** What had the focus before the drawer; it gets it back. */
  const from = useRef<HTMLElement | null>(null);
  const trace = useMemo<Trace>(() => {
    const goTo = (next: string | undefined): void =>
      void navigate({ to: '.', search: (before) => ({ ...before, trace: next }), resetScroll: false });
    return {
      traced: parseTraced(text),
      open(traced) {
        if (text === undefined) from.current = document.activeElement as HTMLElement | null;
        goTo(printTraced(traced));
      },
      close() {
        goTo(undefined);
        from.current?.focus();
      },
    };
  }, [text, navigate]);
  return (
    <Tracing value={trace}>
      {children}
      {trace.traced !== undefined && round !== undefined && (
        <Suspense>
          <TraceDrawer traced={trace.traced} open={trace.open} close={trace.close} />
        </Suspense>
      )}
    </Tracing>
  );
}
