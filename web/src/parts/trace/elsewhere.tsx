/** 这个数还用在: every other place of the same figure, each a way there. */
import { Link } from '@tanstack/react-router';
import type { FigurePlaces, SlotPlaces } from '../../../../src/report/replies.ts';
import { useAsk } from '../../shell/asking.ts';
import { useWords } from '../../shell/language.tsx';
import { useRound } from '../../shell/round.tsx';
import { punctuation } from '../punctuation.ts';
import { traceWords } from './words.ts';

type Place = SlotPlaces['places'][number];

export function FigureElsewhere({ unit, item }: { readonly unit: string; readonly item: string }) {
  const { round } = useRound();
  const { data } = useAsk<FigurePlaces>(`/rounds/${round}/figures/${unit}/${item}/places`);
  if (data === undefined) return null;
  return <Elsewhere places={data.places} more={data.more} evidence={data.evidence} />;
}

export function SlotElsewhere({ report, place }: { readonly report: string; readonly place: string }) {
  const { round } = useRound();
  const { data } = useAsk<SlotPlaces>(`/rounds/${round}/reports/${report}/slots/${encodeURIComponent(place)}/places`);
  if (data === undefined) return null;
  return <Elsewhere places={data.places} more={data.more} evidence={[]} />;
}

interface Given {
  readonly places: readonly Place[];
  readonly more: number;
  readonly evidence: FigurePlaces['evidence'];
}

function Elsewhere({ places, more, evidence }: Given) {
  const say = useWords(traceWords).elsewhere;
  const reports = [...Map.groupBy(places, ({ report }) => report).values()];
  return (
    <section className="trace-elsewhere" aria-labelledby="trace-elsewhere">
      <h3 id="trace-elsewhere">{say.title}</h3>
      {places.length === 0 && evidence.length === 0 && <p className="trace-quiet">{say.none}</p>}
      {reports.map((each) => (
        <div key={each[0]?.report}>
          <p className="trace-quiet">{say.inReport(each[0]?.title ?? '', each[0]?.version ?? 1)}</p>
          <ul>
            {each.map((place) => (
              <li key={`${place.slot}.${place.occurrence}`}>
                <PlaceLink place={place} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {more > 0 && <p className="trace-quiet">{say.more(more)}</p>}
      {evidence.length > 0 && (
        <>
          <p className="trace-quiet">{say.evidence}</p>
          <ul>
            {evidence.map(({ evidence: id, number, title }) => (
              <li key={id}>
                <Link to="/evidence" search={{ open: id }} className="trace-link">
                  {say.evidenceOf(number, title)}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Opens the report at the figure, with its source beside it. */
function PlaceLink({ place }: { readonly place: Place }) {
  const say = useWords(traceWords).elsewhere;
  const marks = useWords(punctuation);
  const { report, slot, occurrence, page, isAttachment, label, printed, isAlone } = place;
  const where = page === undefined ? say.noPage : isAttachment ? say.attachment(page) : say.page(page);
  return (
    <Link
      to="/report/$report"
      params={{ report }}
      search={(before) => ({ ...before, trace: `r~${report}~${slot}~${occurrence}` })}
      className="trace-link"
    >
      {where} {label} {printed}
      {isAlone ? '' : marks.aside(say.part)}
    </Link>
  );
}
