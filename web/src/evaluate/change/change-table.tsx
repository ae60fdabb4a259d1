/** The steps from one score to another as a table; a leaf leads to its reasons. */
import type { ChangeStep, ScoreChange } from '../../../../src/evaluate/pure.ts';
import { useWords } from '../../shell/language.tsx';
import { showSigned } from '../heat.ts';
import { useTurn } from '../screen-data.ts';
import { evaluateWords } from '../words.ts';

interface Given {
  readonly change: ScoreChange;
  readonly ends: readonly [string, string];
  nameOf(step: ChangeStep): string;
}

export function ChangeTable({ change, ends, nameOf }: Given) {
  const say = useWords(evaluateWords);
  return (
    <table className="evaluate-grid">
      <thead>
        <tr>
          <th scope="col">{say.change.step}</th>
          <th scope="col" className="heat-number">
            {say.change.points}
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{ends[0]}</th>
          <td className="heat-number">{change.was}</td>
        </tr>
        {change.steps.map((step) => (
          <tr key={`${step.kind} ${step.code}`}>
            <th scope="row">
              {step.code === undefined ? nameOf(step) : <LeafLink code={step.code}>{nameOf(step)}</LeafLink>}
            </th>
            <td className="heat-number">{showSigned(step.difference)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{ends[1]}</th>
          <td className="heat-number">{change.is}</td>
        </tr>
      </tfoot>
    </table>
  );
}

export function LeafLink({ code, children }: { readonly code: string; readonly children: React.ReactNode }) {
  const turn = useTurn();
  return (
    <button type="button" className="evaluate-link" onClick={() => turn({ card: code, at: code })}>
      {children}
    </button>
  );
}
