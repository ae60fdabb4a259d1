/** What can be taken away: Word, PDF, the issued copy, the sealed bundle. */
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useSaid } from '../../parts/acts.ts';
import { Icon } from '../../parts/icon.tsx';
import { download, tell } from '../../shell/api.ts';
import { useWords } from '../../shell/language.tsx';
import { reportWords } from '../words.ts';

interface Given {
  readonly base: string;
  readonly version: number;
}
const FORMS = ['docx', 'pdf', 'issued', 'submitted', 'bundle'] as const;
type Form = (typeof FORMS)[number];

export function Exports({ base, version }: Given) {
  const say = useWords(reportWords);
  const said = useSaid();
  const [isBusy, busy] = useState<Form>();
  const words: Record<Form, string> = {
    docx: say.reader.word,
    pdf: say.reader.pdf,
    issued: say.reader.issued,
    submitted: say.reader.submitted,
    bundle: say.reader.bundle,
  };
  const take = async (form: Form): Promise<void> => {
    busy(form);
    try {
      if (form !== 'bundle') return await download(`${base}/files/${form}?version=${version}`);
      const { sha256, seal } = await tell<{ sha256: string; seal: string }>({
        method: 'POST',
        path: `${base}/bundles`,
        body: { version },
        isLasting: true,
      });
      said.done(say.reader.bundled(seal));
      await download(`${base}/bundles/${sha256}`);
    } catch (error) {
      said.refused(error);
    } finally {
      busy(undefined);
    }
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: FORMS.map((form) => ({ key: form, label: words[form] })),
        onClick: ({ key }) => void take(key as Form),
      }}
    >
      <Button icon={<Icon name="download" />} loading={isBusy !== undefined}>
        {isBusy === 'pdf' ? say.reader.makingPdf : say.reader.exports}
      </Button>
    </Dropdown>
  );
}
