import type { VNode } from 'preact';
import { z } from 'zod';
import { dateInFigures, dateInWords, type PlainDate } from '../../core/plain-date.ts';
import { type Choice, Select } from '../components/choices.tsx';
import { TextInput } from '../components/text-input.tsx';
import { optionalField } from '../http/optional-field.ts';
import type { ReadingRequest } from '../http/route.ts';
import { typedDay } from '../http/typed-day.ts';

/** What a filter's field is drawn with. */
export interface FilterField<Value> {
  readonly name: string;
  /** As it was typed or linked; empty where it was not. */
  readonly typed: string;
  /** As it was read; undefined where nothing was given, or not what can be read. */
  readonly value: Value | undefined;
  readonly problem: string | undefined;
  readonly request: ReadingRequest;
  /** Choices that the loaded rows offer, in place of the filter's own. */
  readonly choices: readonly Choice[] | undefined;
}

/** One thing by which a list is narrowed: a part of its query. */
export interface Filter<Value> {
  /** Reads what stands in the query; its messages are for the person who typed it. */
  schema(today: PlainDate): z.ZodType<Value>;
  /** Null for what only a link sets. */
  field(given: FilterField<Value>): VNode | null;
  /** What it says while it acts, such as `Night of 31 March 2021`; undefined when it narrows nothing. */
  words(value: NonNullable<Value>, choices: readonly Choice[] | undefined): string | undefined;
  /** As it stands in an address. */
  address(value: NonNullable<Value>): string;
  /** Stands under “More filters”. */
  readonly more?: boolean;
  /** Is kept when the filters are cleared: what the list is of, such as its week. */
  readonly stays?: boolean;
  /** May hold a name or an identifier: such words stay out of the names of files. */
  readonly personal?: boolean;
}

/** The filters of a list by their name in the query. */
export type Filters = Readonly<Record<string, Filter<unknown>>>;

/** What the filters of a list give. */
export type ValuesOf<F extends Filters> = {
  readonly [Name in keyof F]: F[Name] extends Filter<infer Value> ? Value : never;
};

/** What filters of every kind may say. */
interface Placed {
  readonly more?: boolean;
  readonly stays?: boolean;
  readonly personal?: boolean;
}

/** A search in words. */
export function textFilter(
  given: Placed & {
    readonly label: string | ((request: ReadingRequest) => string);
    /** Before the words, while it acts: `Search`. */
    readonly called: string;
    readonly most?: number;
    readonly problem?: string;
  },
): Filter<string | undefined> {
  const { label, called, most = 60, problem, ...placed } = given;
  const message = problem ?? `Enter at most ${most} characters to search for`;
  return {
    ...placed,
    schema: () => optionalField(z.string().max(most, message)),
    field({ name, typed, problem: wrong, request }) {
      const shown = typeof label === 'string' ? label : label(request);
      return <TextInput name={name} label={shown} value={typed} problem={wrong} />;
    },
    words: (value) => `${called}: ${value}`,
    address: (value) => value,
  };
}

function select(
  label: string,
  any: string | undefined,
  own: readonly Choice[],
): Filter<string>['field'] {
  return ({ name, typed, value, problem, choices = own }) => {
    const chosen = value ?? typed;
    const offered = any === undefined ? choices : [{ value: '', text: any }, ...choices];
    const known = offered.some((choice) => choice.value === chosen);
    return (
      <Select
        name={name}
        label={label}
        value={chosen}
        problem={problem}
        // What was asked for stays asked for, although no row offers it.
        choices={known || chosen === '' ? offered : [...offered, { value: chosen, text: chosen }]}
      />
    );
  };
}

/** One of several; of what the rows themselves offer where the list gives the choices. */
export function choiceFilter<const Value extends string = string>(
  given: Placed & {
    readonly label: string;
    /** What it is called when it narrows nothing: `All groups`. */
    readonly any: string;
    /** Those there are, in words; any text where the list gives them from its rows. */
    readonly choices?: readonly (Choice & { readonly value: Value })[];
    readonly problem: string;
    /** Said instead of the chosen words. */
    readonly called?: (text: string) => string;
  },
): Filter<Value | undefined> {
  const { label, any, choices: own, problem, called = (text) => text, ...placed } = given;
  const values = own?.map(({ value }) => value);
  const schema =
    values === undefined ? z.string().max(200, problem) : z.enum(values as [Value], problem);
  return {
    ...placed,
    schema: () => optionalField(schema as z.ZodType<Value>),
    field: select(label, any, own ?? []) as Filter<Value | undefined>['field'],
    words: (value, choices = own) =>
      called(choices?.find((choice) => choice.value === value)?.text ?? value),
    address: (value) => value,
  };
}

/** One of several, one of them when none is chosen: how the list is looked at, which narrows nothing. */
export function wayFilter<const Value extends string>(given: {
  readonly label: string;
  readonly choices: readonly (Choice & { readonly value: Value })[];
  readonly usual: NoInfer<Value>;
  readonly problem: string;
}): Filter<Value> {
  const { label, choices: own, usual, problem } = given;
  const schema = z.enum(own.map(({ value }) => value) as [Value], problem);
  return {
    schema: () => optionalField(schema).transform((value) => (value ?? usual) as Value),
    field: select(label, undefined, own) as unknown as Filter<Value>['field'],
    words: (value) =>
      value === usual ? undefined : own.find((choice) => choice.value === value)?.text,
    address: (value) => value,
  };
}

function daySchema(problem: string, read: (text: string) => PlainDate | undefined) {
  return z.string().transform((text, check): PlainDate => {
    const day = read(text);
    if (day !== undefined) return day;
    check.addIssue({ code: 'custom', message: problem });
    return z.NEVER;
  });
}

interface DayGiven extends Placed {
  readonly label: string;
  readonly problem: string;
  readonly words: (day: string) => string;
  readonly read?: (text: string) => PlainDate | undefined;
}

/** A day; `shows` stands in the field where none was given. */
export function dayFilter(
  given: DayGiven & { readonly shows?: (today: PlainDate) => PlainDate },
): Filter<PlainDate | undefined> {
  const { label, problem, words, read = typedDay, shows, ...placed } = given;
  return {
    ...placed,
    schema: () => optionalField(daySchema(problem, read)),
    field: ({ name, typed, value, problem: wrong, request }) => {
      const day = value ?? (typed === '' ? shows?.(request.today) : undefined);
      const text = day === undefined ? typed : dateInFigures(day);
      return <TextInput name={name} label={label} value={text} problem={wrong} />;
    },
    words: (value) => words(dateInWords(value)),
    address: (value) => value,
  };
}

/** A day that the list is always of: the usual one where none was given. */
export function dayOfList(
  given: DayGiven & { readonly usual: (today: PlainDate) => PlainDate },
): Filter<PlainDate> {
  const { usual, ...rest } = given;
  const optional = dayFilter({ ...rest, shows: usual });
  return {
    ...optional,
    schema: (today) => optional.schema(today).transform((day) => day ?? usual(today)),
  };
}

/** What only a link sets, such as a number; `words` say it while it acts. */
export function linkFilter<Value>(given: {
  readonly schema: z.ZodType<Value>;
  readonly words: (value: Value, choices: readonly Choice[] | undefined) => string;
  readonly personal?: boolean;
}): Filter<Value | undefined> {
  const { schema, words, ...placed } = given;
  return {
    ...placed,
    schema: () => optionalField(schema),
    field: ({ name, typed }) =>
      typed === '' ? null : <input type="hidden" name={name} value={typed} />,
    words: (value, choices) => words(value, choices),
    address: String,
  };
}
