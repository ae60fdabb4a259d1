/** A rule said in words. */
import type { Indicator } from '../../../src/evaluate/replies.ts';
import { punctuation } from '../parts/punctuation.ts';
import { useWords } from '../shell/language.tsx';
import { evaluateWords } from './words.ts';

export type Rule = NonNullable<Indicator['leaf']>['rule'];

export function RuleWords({ rule }: { readonly rule: Rule }) {
  const say = useWords(evaluateWords).rule;
  const marks = useWords(punctuation);
  switch (rule.type) {
    case 'threshold':
      return <p>{say.threshold(rule.met)}</p>;
    case 'stepDown':
      return <p>{say.stepDown({ ...rule, most: rule.direction === 'atMost' })}</p>;
    case 'proportional':
      return <p>{say.proportional({ ...rule, most: rule.direction === 'atMost' })}</p>;
    case 'banded':
      return (
        <>
          <p>{say.banded(rule.value)}</p>
          <ul className="leaf-card-list">
            {rule.bands.map(({ from, points, word = '' }) => (
              <li key={from}>{say.band({ from, points, word: word === '' ? '' : marks.aside(word) })}</li>
            ))}
          </ul>
        </>
      );
    case 'ranking':
      return (
        <p>
          {say.ranking({ value: rule.value, points: rule.points.join(marks.list), most: rule.direction === 'atMost' })}
        </p>
      );
    case 'list':
      return <Elements lead={say.list(rule.take)} elements={rule.elements} />;
    case 'share':
      return <Elements lead={say.share} elements={rule.elements} />;
    case 'growth':
      return (
        <p>
          {say.growth({
            value: rule.value,
            up: rule.direction === 'up',
            strictly: rule.strictly,
            rate: rule.atLeast ?? '',
          })}
        </p>
      );
    case 'countCapped':
      return <p>{say.countCapped(rule)}</p>;
    case 'deduct':
      return <p>{say.deduct(rule)}</p>;
    case 'judged':
      return <p>{say.judged(rule.value)}</p>;
    case 'information':
      return <p>{say.information}</p>;
    case 'parts':
      return rule.parts.map((part) => (
        <div key={part.name}>
          <p>
            <strong>{say.part(part.name, part.points)}</strong>
          </p>
          <RuleWords rule={part.rule} />
        </div>
      ));
  }
}

function Elements({
  lead,
  elements,
}: {
  readonly lead: string;
  readonly elements: readonly { readonly name: string; readonly met: string }[];
}) {
  return (
    <>
      <p>{lead}</p>
      <ul className="leaf-card-list">
        {elements.map(({ name, met }) => (
          <li key={name} title={met}>
            {name}
          </li>
        ))}
      </ul>
    </>
  );
}
