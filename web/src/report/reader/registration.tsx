/** What is registered of a paper: fields with their forms, told while it is typed, and whether it can be registered so. */
import { isDocumentNumber, type Registered } from '../../../../src/report/pure.ts';
import { Field } from '../../parts/field.tsx';
import { today } from '../../parts/today.ts';
import { useWords } from '../../shell/language.tsx';
import { reportWords } from '../words.ts';

export type Registration = Readonly<Partial<Record<Registered, string>>>;

const DAYS: readonly Registered[] = ['signedOn', 'publishedOn', 'sentOn'];
const isDay = (field: Registered): boolean => DAYS.includes(field);
/** Where it was published and to whom it was sent may be left out. */
const MAY_MISS: readonly Registered[] = ['publishedIn', 'sentTo'];

/** A day stands at today until another is typed; that of the signature is read from the paper. */
export const emptyRegistration = (fields: readonly Registered[]): Registration =>
  Object.fromEntries(fields.map((field) => [field, isDay(field) && field !== 'signedOn' ? today() : '']));

export const trimmed = (registration: Registration): Registration =>
  Object.fromEntries(
    Object.entries(registration).flatMap(([field, value]) => (value.trim() === '' ? [] : [[field, value.trim()]])),
  );

/** Days in their order; without one there is nothing to be later than. */
const isBefore = (field: Registered, registration: Registration, known: Registration): boolean => {
  const all = { ...known, ...registration };
  const day = all[field] ?? '';
  return DAYS.slice(0, DAYS.indexOf(field)).some((earlier) => day < (all[earlier] ?? ''));
};

function faultOf(field: Registered, registration: Registration, known: Registration) {
  const value = registration[field]?.trim() ?? '';
  if (value === '') return undefined;
  if (field === 'number') return isDocumentNumber(value) ? undefined : ('numberForm' as const);
  if (!isDay(field)) return undefined;
  if (value > today()) return 'dayToCome' as const;
  return isBefore(field, registration, known) ? ('dayBefore' as const) : undefined;
}

export const isWhole = (fields: readonly Registered[], registration: Registration, known: Registration): boolean =>
  fields.every(
    (field) =>
      (MAY_MISS.includes(field) || (registration[field]?.trim() ?? '') !== '') &&
      faultOf(field, registration, known) === undefined,
  );

interface Given {
  readonly fields: readonly Registered[];
  readonly registration: Registration;
  /** What stands already. */
  readonly known: Registration;
  change(registration: Registration): void;
}

export function RegistrationFields({ fields, registration, known, change }: Given) {
  const { registered: say } = useWords(reportWords);
  return fields.map((field) => {
    const fault = faultOf(field, registration, known);
    return (
      <Field
        key={field}
        label={say.names[field]}
        hint={field in say.hints ? say.hints[field as keyof typeof say.hints] : undefined}
        error={fault === undefined ? undefined : say[fault]}
      >
        {(id, told) => (
          <input
            id={id}
            aria-describedby={told}
            type={isDay(field) ? 'date' : 'text'}
            max={isDay(field) ? today() : undefined}
            maxLength={200}
            value={registration[field] ?? ''}
            onChange={({ target }) => change({ ...registration, [field]: target.value })}
          />
        )}
      </Field>
    );
  });
}
