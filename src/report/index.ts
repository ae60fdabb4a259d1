/** What is said: templates bound to figures, reports made, checked, read back and traced. */

export { composeReport } from './filed/compose-report.ts';
export { reportsSeen } from './filed/reports-seen.ts';
export { setReportTemplate } from './filed/set-template.ts';
export * from './on-files.ts';
export { reportRoutes } from './routes.ts';
export type { SectionBody } from './sections/contract.ts';
export { saveSection } from './sections/save-section.ts';
export { acceptSection, approveSection, returnSection, submitSection } from './sections/take-section-step.ts';
