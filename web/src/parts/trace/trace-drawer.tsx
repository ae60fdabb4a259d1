/** The walk of one figure, beside the page: not modal, Esc closes, and focus goes back where it was. */
import { Drawer } from 'antd';
import type { Traced } from './trace.tsx';

export function TraceDrawer({ traced, close }: { readonly traced: Traced; close(): void }) {
  return (
    <Drawer open onClose={close} size={388} mask={false} title={'item' in traced ? traced.item : traced.slot}>
      {null}
    </Drawer>
  );
}
