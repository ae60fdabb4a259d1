/** The common fields of one indicator in a draft: points, name, rule, and the sentences of the report. */
import { useMemo } from 'react';
import type { SchemePage } from '../../../../src/scheme/replies.ts';
import { Field } from '../../parts/field.tsx';
import { useWords } from '../../shell/language.tsx';
import { namesOf, offerOf } from '../names.ts';
import type { RuleShown } from '../rule.tsx';
import { useSchemeSearch, useTurn } from '../turn.ts';
import { schemeWords } from '../words.ts';
import { type Draft, type EditPath, edited, entryAt, rewritten, valueAt } from './draft.ts';
import { RuleFields } from './rule-fields.tsx';
import { RULE_TYPES, ruleOf, type RuleType as Type } from './rule-of.ts';

interface Given {
  readonly scheme: SchemePage;
  readonly draft: Draft;
  keep(draft: Draft): void;
}

export function EditIndicator({ scheme, draft, keep }: Given) {
  const words = useWords(schemeWords);
  const say = words.draft;
  const { indicator: chosen } = useSchemeSearch();
  const turn = useTurn();
  const names = useMemo(() => namesOf(scheme), [scheme]);
  const offer = useMemo(() => offerOf(scheme), [scheme]);
  const found = scheme.indicators.find(({ code }) => code === chosen);
  const shown = (path: EditPath, old: string): string => valueAt(draft, path, old);
  const change = (path: EditPath, value: string, old: string): void => keep(edited(draft, path, value, old));
  const text = (label: string, path: EditPath, old: string, isLong = false) => (
    <Field label={label}>
      {(id) =>
        isLong ? (
          <textarea
            id={id}
            className="input"
            style={{ height: 62, padding: 8 }}
            value={shown(path, old)}
            onChange={({ target }) => change(path, target.value, old)}
          />
        ) : (
          <input
            id={id}
            className="input"
            value={shown(path, old)}
            onChange={({ target }) => change(path, target.value, old)}
          />
        )
      }
    </Field>
  );
  const at = found === undefined ? [] : ['indicators', found.code];
  const rule = entryAt(draft, [...at, 'rule'], found?.leaf?.rule ?? {}) as RuleShown;
  return (
    <section className="block" aria-labelledby="draft-edit">
      <h2 id="draft-edit">{say.edit}</h2>
      <div className="draft-edit">
        <Field label={say.choose}>
          {(id) => (
            <select
              id={id}
              className="select"
              value={found?.code ?? ''}
              onChange={({ target }) => turn({ indicator: target.value })}
            >
              <option value="" />
              {scheme.indicators.map(({ code, name }) => (
                <option key={code} value={code}>
                  {code} {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        {found !== undefined && (
          <div key={found.code} className="draft-edit">
            {text(say.name, [...at, 'name'], found.name)}
            {text(say.points, [...at, 'points'], found.points)}
            {found.basis?.text !== undefined && (
              <blockquote className="draft-words">
                {found.basis.text} <small>{found.basis.source}</small>
              </blockquote>
            )}
            {found.leaf !== undefined && (
              <>
                <Field label={words.facts.lead}>
                  {(id) => (
                    <select
                      id={id}
                      className="select"
                      value={shown([...at, 'lead'], found.leaf?.lead ?? '')}
                      onChange={({ target }) => change([...at, 'lead'], target.value, found.leaf?.lead ?? '')}
                    >
                      {scheme.departments.map(({ code, name }) => (
                        <option key={code} value={code}>
                          {name}
                        </option>
                      ))}
                    </select>
                  )}
                </Field>
                <RuleType
                  rule={rule}
                  old={String(found.leaf.rule.type)}
                  turn={(type) =>
                    keep(
                      rewritten(
                        draft,
                        [...at, 'rule'],
                        type === found.leaf?.rule.type
                          ? undefined
                          : ruleOf(type, rule, {
                              points: shown([...at, 'points'], found.points),
                              ...(found.leaf?.value === undefined ? {} : { value: found.leaf.value }),
                            }),
                      ),
                    )
                  }
                />
                <RuleFields
                  key={String(rule.type)}
                  value={rule}
                  path={[...at, 'rule']}
                  names={names}
                  offer={offer}
                  shown={shown}
                  change={change}
                />
                {text(words.facts.problem, [...at, 'problem'], found.leaf.problem ?? '', true)}
                {text(words.facts.measure, [...at, 'measure'], found.leaf.measure ?? '', true)}
              </>
            )}
          </div>
        )}
      </div>
    </section>
  );
}

interface RuleGiven {
  readonly rule: RuleShown;
  /** As it is published; turned back to, nothing was changed. */
  readonly old: string;
  turn(type: Type): void;
}

/** A rule of several parts is written in the files; it can be given up for a plain one here. */
function RuleType({ rule, old, turn }: RuleGiven) {
  const words = useWords(schemeWords);
  const type = String(rule.type);
  const offered = RULE_TYPES.includes(old as Type) ? RULE_TYPES : [old as Type, ...RULE_TYPES];
  return (
    <Field label={words.draft.ruleType}>
      {(id) => (
        <select id={id} className="select" value={type} onChange={({ target }) => turn(target.value as Type)}>
          {offered.map((each) => (
            <option key={each} value={each}>
              {words.rules[each]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
