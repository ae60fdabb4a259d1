import { type Action, type Route, route } from '../../platform/index.ts';
import { listSections, readSection } from './look.ts';
import { saveSection } from './save-section.ts';
import { settleProposal } from './settle-proposal.ts';
import {
  acceptSection,
  approveSection,
  returnSection,
  type SteppedSection,
  submitSection,
  type TakeSectionStep,
  withdrawSection,
} from './take-section-step.ts';

const ONE = '/rounds/:round/sections/:unit/:section';
/** The edition that was looked at comes in the body, or as If-Match. */
const SEEN = { of: ({ edition }: { readonly edition: number }) => edition, expected: 'edition' };

const step = (verb: string, taken: Action<typeof TakeSectionStep, SteppedSection>, zh: string, en: string): Route =>
  route({ method: 'POST', path: `${ONE}/${verb}`, action: taken, edition: SEEN, summary: { zh, en } });

export const sectionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/rounds/:round/sections',
    action: listSections,
    summary: { zh: '我能看到的章节', en: 'Sections within my reach' },
  }),
  route({
    method: 'GET',
    path: ONE,
    action: readSection,
    summary: { zh: '一个章节：文字、取数、校核、版本', en: 'A section with its text, figures, findings and versions' },
  }),
  route({
    method: 'POST',
    path: `${ONE}/draft`,
    action: saveSection,
    edition: SEEN,
    summary: { zh: '保存章节草稿', en: 'Save the draft of a section' },
  }),
  step('submit', submitSection, '提交章节', 'Submit a section'),
  step('withdraw', withdrawSection, '撤回章节', 'Take a submitted section back'),
  step('approve', approveSection, '同意章节，报下一步', 'Approve a section for the next step'),
  step('accept', acceptSection, '章节最后一步审核通过', 'Accept a section at its last step'),
  step('return', returnSection, '退回章节，写明原因', 'Return a section with a reason'),
  route({
    method: 'POST',
    path: `${ONE}/proposal`,
    action: settleProposal,
    edition: SEEN,
    summary: { zh: '采用或搁置改稿中的文字', en: 'Take over the text of an edited report, or lay it aside' },
  }),
];
