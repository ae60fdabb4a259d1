/** Offers as they read where they would stand: what says a thing twice is shortened where it can be, else stands last. */
import { shortened } from '../format.ts';
import { type Candidate, type Confidence, confidenceOf, lesser, type Suggestion } from '../suggest/index.ts';
import { type Beside, doubledIn } from './beside.ts';
import type { Offer, Printed } from './offers.ts';

interface Placed {
  readonly offers: readonly Offer[];
  readonly confidence: Confidence;
}

type Print = (value: string, format: string) => Printed;

export function placed(
  { candidates, confidence: sure }: Suggestion,
  { beside, offer, print }: { readonly beside: Beside; offer(candidate: Candidate): Offer; readonly print: Print },
): Placed {
  const all = candidates.map((candidate) => ({ candidate, offer: fitted(offer(candidate), beside, print) }));
  const [good, doubled] = [all.filter((each) => !isDoubled(each)), all.filter(isDoubled)];
  const confidence = lesser(sure, confidenceOf(good.map(({ candidate }) => candidate)));
  return {
    offers: [...good, ...doubled].map((each) => each.offer),
    // What stands first only because another fell out is not beyond doubt.
    confidence: doubled.length > 0 && confidence === 'high' ? 'middle' : confidence,
  };
}

const isDoubled = ({ offer }: { readonly offer: Offer }): boolean => offer.doubles !== undefined;

const twice = (printed: Printed, beside: Beside): string | undefined =>
  'printed' in printed ? doubledIn(printed.printed, beside) : undefined;

/** With the forms that read well; with none, as it was and what it says twice. */
export function fitted(offer: Offer, beside: Beside, print: Print): Offer {
  const forms = offer.formats.flatMap((printed) => {
    const words = twice(printed, beside);
    if (words === undefined) return [printed];
    // With a word between, the rest would not be the same name.
    if (printed.format !== '文字' || !beside.after.startsWith(words)) return [];
    const shorter = print(offer.expression, shortened(words));
    return 'printed' in shorter && twice(shorter, beside) === undefined ? [shorter] : [];
  });
  if (forms.length > 0) return { ...offer, formats: forms };
  const [first] = offer.formats;
  const doubles = first === undefined ? undefined : twice(first, beside);
  return doubles === undefined ? offer : { ...offer, doubles };
}
