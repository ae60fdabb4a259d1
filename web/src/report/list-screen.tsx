/** 报告: the year's reports by their last drafts, and the templates they are made from. */

import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { ReportList, TemplateList, UploadedTemplate } from '../../../src/report/replies.ts';
import { useSaid } from '../parts/acts.ts';
import { Screen } from '../parts/screen.tsx';
import { Trouble, Waiting } from '../parts/states.tsx';
import { tell } from '../shell/api.ts';
import { useAsk } from '../shell/asking.ts';
import { NotAllowed } from '../shell/broken.tsx';
import { useWords } from '../shell/language.tsx';
import { REPORT_READERS } from '../shell/rail.ts';
import { useRound } from '../shell/round.tsx';
import { useHolds, useOpens } from '../shell/session.tsx';
import { ComposeReport } from './compose-report.tsx';
import { FileButton } from './file-button.tsx';
import { ReportTable } from './report-table.tsx';
import { TemplateTable } from './template-table.tsx';
import { reportWords } from './words.ts';
import './list.css';

export function ReportListScreen() {
  return useOpens()(REPORT_READERS) ? <ReportLists /> : <NotAllowed />;
}

function ReportLists() {
  const say = useWords(reportWords);
  const said = useSaid();
  const navigate = useNavigate();
  const { round } = useRound();
  const isOffice = useHolds('office');
  const reports = useAsk<ReportList>(`/rounds/${round}/reports`);
  const templates = useAsk<TemplateList>(`/rounds/${round}/templates`);
  const [isComposing, composing] = useState(false);
  const actions = isOffice && (
    <>
      <FileButton
        label={say.uploadTemplate}
        working={say.reading}
        take={async ({ sha256 }, name) => {
          const made = await tell<UploadedTemplate>({ method: 'POST', path: '/templates', body: { name, sha256 } });
          said.done(made.bound ? say.uploadedBound : say.uploaded(made.blanks));
          if (made.bound) await templates.refetch();
          else await navigate({ to: '/report/studio/$template', params: { template: made.template } });
        }}
      />
      <Button type="primary" onClick={() => composing(true)}>
        {say.compose}
      </Button>
    </>
  );
  return (
    <Screen title={say.title} actions={actions}>
      <div className="report-lists">
        <section aria-labelledby="reports-head">
          <h2 id="reports-head">{say.reports}</h2>
          {reports.error !== null && <Trouble refused={reports.error} retry={reports.refetch} />}
          {reports.isLoading && <Waiting rows={3} />}
          {reports.data !== undefined && <ReportTable reports={reports.data} />}
        </section>
        <section aria-labelledby="templates-head">
          <h2 id="templates-head">{say.templates}</h2>
          {templates.error !== null && <Trouble refused={templates.error} retry={templates.refetch} />}
          {templates.isLoading && <Waiting rows={3} />}
          {templates.data !== undefined && <TemplateTable templates={templates.data} isOffice={isOffice} />}
        </section>
      </div>
      {isComposing && <ComposeReport templates={templates.data ?? []} close={() => composing(false)} />}
    </Screen>
  );
}
