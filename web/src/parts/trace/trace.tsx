/** 「数据来源」: any number answers. One drawer for the whole workbench, opened from every table, chart and report. */
import { createContext, lazy, type ReactNode, Suspense, useContext, useMemo, useState } from 'react';

/** A figure of a unit, or a figure as a report prints it. */
export type Traced =
  | { readonly unit: string; readonly item: string; readonly year?: 'now' | 'prior' }
  | { readonly report: string; readonly slot: string; readonly occurrence?: number };

interface Trace {
  readonly traced: Traced | undefined;
  open(traced: Traced): void;
  close(): void;
}
const Tracing = createContext<Trace>({ traced: undefined, open: () => undefined, close: () => undefined });
export const useTrace = (): Trace => useContext(Tracing);

const TraceDrawer = lazy(() => import('./trace-drawer.tsx').then(({ TraceDrawer }) => ({ default: TraceDrawer })));

export function TraceGiven({ children }: { readonly children: ReactNode }) {
  const [traced, open] = useState<Traced>();
  const trace = useMemo(() => ({ traced, open, close: () => open(undefined) }), [traced]);
  return (
    <Tracing value={trace}>
      {children}
      {traced !== undefined && (
        <Suspense>
          <TraceDrawer traced={traced} close={trace.close} />
        </Suspense>
      )}
    </Tracing>
  );
}
