/**
 * A scheme as data. One folder of YAML files whose top-level keys are joined; every threshold in it carries its basis.
 * These shapes are the one truth for files, checks and every later stage. `docs/scheme-format.md` tells it to people.
 */
import Type, { type Static } from 'typebox';

const Text = Type.String({ minLength: 1 });
const list = <T extends Type.TSchema>(of: T) => Type.Array(of);
const strict = { additionalProperties: false } as const;

/** Where a rule comes from: words of a document, and whether its source was seen. */
export const Basis = Type.Object({ text: Type.Optional(Text), source: Text }, strict);

export const Level = Type.Union([
  Type.Literal('province'),
  Type.Literal('prefecture'),
  Type.Literal('county'),
  Type.Literal('school'),
]);

/** How an item's figures go up the tree. `apart` is a value of one unit alone, with no total. */
const Roll = Type.Union([Type.Literal('sum'), Type.Literal('all'), Type.Literal('apart'), Type.Literal('formula')]);

const LedgerSource = Type.Object(
  {
    ledger: Text,
    /** Sums this column; counts rows when left out. */
    sum: Type.Optional(Text),
    /** Only rows for which this formula over the row's columns holds. */
    where: Type.Optional(Text),
  },
  strict,
);

/** What each unit states of another item itself, without the units below it: 市本级. */
const OwnSource = Type.Object({ own: Text }, strict);

const UnitSource = Type.Object({ units: Type.Literal('school'), where: Type.Optional(Text) }, strict);

const Item = Type.Object(
  {
    name: Text,
    /** 口径: what is in it and what is not. */
    definition: Type.Optional(Text),
    /** Form unit (display); the family decides the base step. `文字` for words, `是否` for yes or no. */
    unit: Text,
    /** `calendar`, `school`, `at 09-01`, `through 07-31`. */
    period: Type.Optional(Text),
    /** Nature asked for this year and for the year before. */
    nature: Type.Optional(Type.Object({ this: Text, prior: Text }, strict)),
    /** Who states it: level -> department code, or `school` for the school itself. Absent for computed items. */
    by: Type.Optional(
      Type.Partial(Type.Object({ province: Text, prefecture: Text, county: Text, school: Text }), strict),
    ),
    roll: Type.Optional(Roll),
    /** Whether a 功能区's figures already stand inside its host's (`host`), inside the prefecture's own (`own`), or nowhere else (`apart`). */
    zone: Type.Optional(Type.Union([Type.Literal('host'), Type.Literal('own'), Type.Literal('apart')])),
    required: Type.Optional(Type.Boolean()),
    /** The year before is asked beside it. */
    prior: Type.Optional(Type.Boolean()),
    /** For computed items: exactly one of the two. */
    formula: Type.Optional(Text),
    from: Type.Optional(Type.Union([LedgerSource, UnitSource, OwnSource])),
    /** Least and most that can be true, in the item's unit. */
    min: Type.Optional(Text),
    max: Type.Optional(Text),
    basis: Type.Optional(Basis),
    replaces: Type.Optional(Text),
    comparable: Type.Optional(Type.Union([Type.Literal('no'), Text])),
  },
  strict,
);

const LedgerColumn = Type.Object(
  { name: Text, unit: Text, required: Type.Optional(Type.Boolean()), choices: Type.Optional(list(Text)) },
  strict,
);
const Ledger = Type.Object(
  {
    name: Text,
    by: Type.Partial(Type.Object({ prefecture: Text, county: Text }), strict),
    columns: Type.Record(Type.String(), LedgerColumn),
    basis: Type.Optional(Basis),
  },
  strict,
);

/** Reference 3.3. All texts are formulas; points and takes are decimals written as text. */
const rule = <Name extends string, P extends Type.TProperties>(type: Name, properties: P) =>
  Type.Object({ type: Type.Literal(type), ...properties }, strict);
/** `atLeast` means higher is better (the default), `atMost` lower. */
const Direction = Type.Optional(Type.Union([Type.Literal('atLeast'), Type.Literal('atMost')]));

const SimpleRule = Type.Union([
  /** Met: full points; else 0. */
  rule('threshold', { met: Text }),
  /** Each `step` on the wrong side of `target` takes `take`, down to 0. */
  rule('stepDown', { value: Text, target: Text, direction: Direction, step: Text, take: Text }),
  /** points x min(1, value / target); with `atMost`, points x min(1, target / value). */
  rule('proportional', { value: Text, target: Text, direction: Direction }),
  /** First band whose `from` is reached gives its points. */
  rule('banded', {
    value: Text,
    bands: list(Type.Object({ from: Text, points: Text, word: Type.Optional(Text) }, strict)),
  }),
  /** By rank among the evaluees of the same level: first, second, ... the last entry holds for the rest. */
  rule('ranking', { value: Text, direction: Direction, points: list(Text) }),
  /** Each element that does not hold takes `take`. */
  rule('list', { elements: list(Type.Object({ name: Text, met: Text }, strict)), take: Text }),
  /** Points by the share of elements that hold (six levels, four met: 4/6 of the points). */
  rule('share', { elements: list(Type.Object({ name: Text, met: Text }, strict)) }),
  /** This year not below (or above) last year; with `atLeast` a rate the growth must reach. */
  rule('growth', {
    value: Text,
    atLeast: Type.Optional(Text),
    strictly: Type.Optional(Type.Boolean()),
    direction: Type.Optional(Type.Union([Type.Literal('up'), Type.Literal('down')])),
  }),
  /** `each` point per item, at most `most`. */
  rule('countCapped', { value: Text, each: Text, most: Text }),
  /** Full points less `each` per item; `of` says of what. */
  rule('deduct', { value: Text, each: Text, of: Type.Optional(Text) }),
  /** Points stated by a reviewer in an item, from 0 to the leaf's points. */
  rule('judged', { value: Text }),
  /** Information only: no points. */
  rule('information', {}),
]);

/** 评价要点: parts of a leaf with shares of its points. */
const Part = Type.Object({ name: Text, points: Text, rule: SimpleRule, unit: Type.Optional(Text) }, strict);
export const Rule = Type.Union([SimpleRule, rule('parts', { parts: list(Part) })]);

const EvidenceAsk = Type.Object(
  {
    name: Text,
    mode: Type.Optional(Type.Union([Type.Literal('upload'), Type.Literal('pages'), Type.Literal('onsite')])),
  },
  strict,
);

/** A leaf holds value, rule and evidence; a branch only its name and points. The code tells the parent: B3.1 < B3 < B. */
const Indicator = Type.Object(
  {
    name: Text,
    /** Decimal as text; for branches the sum of the leaves. Branches between may leave it out. */
    points: Type.Optional(Text),
    /** What is shown as the indicator's value; default: the rule's own value. */
    value: Type.Optional(Text),
    /** Unit the value is shown in. */
    unit: Type.Optional(Text),
    rule: Type.Optional(Rule),
    /** Levels judged on it; default all of the scheme's. */
    levels: Type.Optional(list(Level)),
    lead: Type.Optional(Text),
    assist: Type.Optional(list(Text)),
    evidence: Type.Optional(list(EvidenceAsk)),
    basis: Type.Optional(Basis),
    /**
     * Sentence for 「存在问题」 when points are lost, and its 「下一步」 twin. `{value}` `{target}` `{units}` `{failed}` are filled;
     * `[，其中{units}下降]` is left out where no unit below lost points.
     */
    problem: Type.Optional(Text),
    measure: Type.Optional(Text),
  },
  strict,
);

const Check = Type.Object(
  {
    severity: Type.Union([Type.Literal('error'), Type.Literal('warn'), Type.Literal('hint')]),
    when: list(
      Type.Union([Type.Literal('cell'), Type.Literal('submit'), Type.Literal('lock'), Type.Literal('report')]),
    ),
    /** `holds` (default): `rule` must be true wherever it can be decided. Other kinds are named checks with `params`. */
    kind: Type.Optional(Text),
    rule: Type.Optional(Text),
    levels: Type.Optional(list(Level)),
    items: Type.Optional(list(Text)),
    params: Type.Optional(Type.Record(Type.String(), Text)),
    /** Sentence in Chinese, `{itemCode}` is filled with the value and unit. */
    says: Type.Optional(Text),
    basis: Type.Optional(Basis),
  },
  strict,
);

const Clause = Type.Object(
  { name: Text, when: Text, basis: Type.Optional(Basis), levels: Type.Optional(list(Level)) },
  strict,
);
/** Half-open from below: [90, inf) [80, 90) ... ; the lowest band has no `from`. */
const Grade = Type.Object({ name: Text, from: Type.Optional(Text) }, strict);

const Form = Type.Object(
  {
    name: Text,
    level: Level,
    dept: Type.Optional(Text),
    items: list(Text),
    /** Item -> the heading that stands above its row on a screen. */
    headings: Type.Optional(Type.Record(Type.String(), Text)),
    note: Type.Optional(Text),
  },
  strict,
);

const ApprovalStep = Type.Object(
  {
    /** Code, which is also the state of a task that waits for the step. */
    step: Text,
    name: Text,
    role: Type.Union([Type.Literal('approver'), Type.Literal('office'), Type.Literal('verifier')]),
    /** Unit of the post: `own` (default) the one asked, `evaluee` the one evaluated, a level the one above of that level. */
    at: Type.Optional(Type.Union([Type.Literal('own'), Type.Literal('evaluee'), Level])),
    /** Department of the post; default the task's own. */
    dept: Type.Optional(Text),
    /** Default both. */
    verdicts: Type.Optional(list(Type.Union([Type.Literal('approve'), Type.Literal('return')]))),
    /** Default the step written next, and `accepted` for the last. */
    next: Type.Optional(Text),
    /** Default `filler`. */
    backTo: Type.Optional(Text),
  },
  strict,
);
/** By which steps tasks of a level (and kind) are agreed to. */
const Approval = Type.Object(
  {
    level: Level,
    part: Type.Optional(Type.Union([Type.Literal('forms'), Type.Literal('schools')])),
    steps: list(ApprovalStep),
  },
  strict,
);

/** 章节: prose that a department writes for a place of the report. */
const Section = Type.Object(
  {
    name: Text,
    /** Whose: each unit of the level writes one. */
    level: Level,
    /** Department that writes it; left out, the unit itself. */
    dept: Type.Optional(Text),
    /** Name of the template's place; default the section's own code. */
    place: Type.Optional(Text),
    /** Characters that are wanted, spaces and marks of lists left out. */
    least: Type.Optional(Type.Integer({ minimum: 1, maximum: 20_000 })),
    most: Type.Optional(Type.Integer({ minimum: 1, maximum: 20_000 })),
    /** What is to be said. */
    note: Type.Optional(Text),
  },
  strict,
);

export const SchemeFile = Type.Object(
  {
    scheme: Text,
    name: Text,
    version: Type.Optional(Text),
    year: Type.Integer({ minimum: 2000, maximum: 2100 }),
    /** Levels that are judged, highest first; the first is the one the report is about. */
    levels: list(Level),
    pointsDecimals: Type.Optional(Type.Integer({ minimum: 0, maximum: 6 })),
    tie: Type.Optional(Type.Union([Type.Literal('half-away-from-zero'), Type.Literal('half-even')])),
    total: Type.Optional(Text),
    departments: Type.Optional(Type.Record(Type.String(), Type.Object({ name: Text }, strict))),
    items: Type.Optional(Type.Record(Type.String(), Item)),
    ledgers: Type.Optional(Type.Record(Type.String(), Ledger)),
    forms: Type.Optional(Type.Record(Type.String(), Form)),
    approval: Type.Optional(Type.Record(Type.String(), Approval)),
    sections: Type.Optional(Type.Record(Type.String(), Section)),
    indicators: Type.Record(Type.String(), Indicator),
    checks: Type.Optional(Type.Record(Type.String(), Check)),
    grades: Type.Optional(list(Grade)),
    vetoes: Type.Optional(Type.Record(Type.String(), Clause)),
    downgrades: Type.Optional(Type.Record(Type.String(), Clause)),
    /** Grades that cannot be reached while the clause holds. */
    ceilings: Type.Optional(Type.Record(Type.String(), Type.Object({ ...Clause.properties, grade: Text }, strict))),
    bonus: Type.Optional(
      Type.Object(
        {
          most: Text,
          awards: Type.Record(
            Type.String(),
            Type.Object({ name: Text, value: Text, each: Text, basis: Type.Optional(Basis) }, strict),
          ),
        },
        strict,
      ),
    ),
    credibility: Type.Optional(
      Type.Object({ formula: Type.Literal('one-minus-relative-difference'), basis: Type.Optional(Basis) }, strict),
    ),
  },
  strict,
);

export type SchemeFile = Static<typeof SchemeFile>;
export type ItemFile = Static<typeof Item>;
export type IndicatorFile = Static<typeof Indicator>;
export type RuleFile = Static<typeof Rule>;
export type SimpleRuleFile = Static<typeof SimpleRule>;
export type CheckFile = Static<typeof Check>;
export type LedgerFile = Static<typeof Ledger>;
export type ApprovalFile = Static<typeof Approval>;
export type FormFile = Static<typeof Form>;
export type SectionFile = Static<typeof Section>;
export type Level = Static<typeof Level>;
export type Basis = Static<typeof Basis>;
