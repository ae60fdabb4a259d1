/** Step 5: the papers that speak of the figure; their contents open for those who may see them. */
import type { FigureWalk } from '../../../../src/evaluate/replies.ts';
import { download } from '../../shell/api.ts';
import { useAsk } from '../../shell/asking.ts';
import { useWords } from '../../shell/language.tsx';
import { useRound } from '../../shell/round.tsx';
import { useSaid } from '../acts.ts';
import { traceWords } from './words.ts';

interface Catalogue {
  readonly records: readonly {
    readonly evidence: string;
    readonly number: string;
    readonly title: string;
    readonly pages: string | null;
    readonly issuer: string | null;
    readonly mode: 'upload' | 'pages' | 'onsite';
    readonly sha256: string | null;
  }[];
}

export function EvidenceOf({ walk }: { readonly walk: Pick<FigureWalk, 'evidence' | 'unit' | 'item' | 'statedAs'> }) {
  const say = useWords(traceWords);
  const said = useSaid();
  const { round } = useRound();
  const { unit, evidence } = walk;
  const item = walk.statedAs ?? walk.item;
  const { data, error } = useAsk<Catalogue>(
    evidence.length === 0 ? undefined : `/rounds/${round}/evidence?unit=${unit.code}&item=${item}`,
  );
  if (evidence.length === 0) return <p className="trace-quiet">{say.noEvidence}</p>;
  const seen = new Map(data?.records.map((record) => [record.number, record]));
  const isHidden = error !== null || (data !== undefined && seen.size === 0);
  return (
    <ul>
      {evidence.map(({ number, title }) => {
        const record = seen.get(number);
        const name = `${number} ${title}`;
        return (
          <li key={number}>
            {record?.sha256 == null ? (
              name
            ) : (
              <button
                type="button"
                className="trace-link"
                onClick={() =>
                  void download(`/rounds/${round}/evidence/${record.evidence}/content`).catch(said.refused)
                }
              >
                {name}
              </button>
            )}
            <span className="trace-quiet">
              {record?.pages == null ? '' : ` · ${say.pages(record.pages)}`}
              {record?.mode === 'onsite' ? ` · ${say.onsite}` : ''}
            </span>
          </li>
        );
      })}
      {isHidden && <li className="trace-quiet">{say.noEvidenceRight}</li>}
    </ul>
  );
}
