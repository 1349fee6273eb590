import type { OptionValue } from '../../../model/option.ts';
import type { Scope } from '../../../model/scope.ts';
import { endOf, type Span, startOf } from '../../../model/span.ts';
import type { DocumentEdit, OptionPlan, PlannedOption } from '../../editor.ts';
import { joined, literal, type PlannedStatement, placed, type SnippetText } from '../../snippet-text.ts';
import { BuiltScope } from '../built-scope.ts';
import { MAIN_SPACE } from '../option-name.ts';
import { SERVER_SPACE } from '../standard-definitions.ts';
import { STANDARD_SPACES } from '../vocabulary/spaces.ts';
import { DHCPD_WRITER } from '../writer.ts';
import { blockInsertion, indentationOf } from './block-insertion.ts';
import { valueLine } from './everybodys-options.ts';
import { definitionLine, existingDefinition, type NextTabStop, type PlannedPart, usesOf } from './planned-part.ts';
import type { View } from './view.ts';

const VENDOR_SPACE = 'vendor-option-space';

type VendorPlan = NonNullable<OptionPlan['vendor']>;

/** Options of a space that goes out inside option 43 to the clients of one vendor class. */
export class VendorOptions {
  readonly #plan: VendorPlan;
  readonly #view: View;
  readonly #lineEnd: string;
  readonly #next: NextTabStop;
  readonly #space: string;
  /** Undefined where a scope of another file or of another kind would have to be changed. */
  readonly part: PlannedPart | undefined;

  constructor(plan: VendorPlan, view: View, lineEnd: string, next: NextTabStop) {
    this.#plan = plan;
    this.#view = view;
    this.#lineEnd = lineEnd;
    this.#next = next;
    this.#space = this.#chooseSpace();
    this.part = this.#make();
  }

  #make(): PlannedPart | undefined {
    const { scope, options } = this.#plan;
    const asked = options.some((option) => option.use === 'asked' && !this.#isSet(option));
    const wanted = asked ? options.filter((option) => !this.#isSet(option)) : [];
    const body = this.#bodyOf(wanted);
    const used = options.filter((option) => wanted.includes(option) || this.#usesOf(option).length > 0);
    const undefinedOnes = used.filter((option) => !this.#known(option));
    const declared = this.#declared;
    const needsSpace = !declared && (body.length > 0 || undefinedOnes.length > 0);
    const definitions = [
      ...(needsSpace ? [`option space ${this.#space};`] : []),
      ...undefinedOnes.map((option) => definitionLine(option, this.#space)),
    ].map((line) => joined(line, this.#lineEnd));
    const correction = this.#correction();
    const requires = [
      ...(declared ? [declared.at] : []),
      ...(scope ? [] : used.flatMap((option) => this.#known(option)?.at ?? [])),
    ];
    const usedBy = [...(scope ? [scope.at] : []), ...undefinedOnes.flatMap((option) => this.#usesOf(option))];
    const lines = scope ? definitions : [...definitions, ...this.#classAround(body)];
    const edits: DocumentEdit[] = [];
    if (scope && body.length > 0) {
      const insertion = this.#intoBlock(scope, body);
      if (!insertion) return undefined;
      edits.push(insertion);
    }
    if (correction) edits.push(correction);
    const comment = joined(`# ${this.#plan.comment}`, this.#lineEnd);
    return { lines: lines.length > 0 ? [comment, ...lines] : [], requires, usedBy, edits };
  }

  /** The space that the scope sends, else one that defines such options, else the planned one. */
  #chooseSpace(): string {
    const { scope, name, options } = this.#plan;
    const sent = scope && spaceSentBy(scope);
    if (sent !== undefined && this.#isDeclared(sent)) return sent;
    const { model } = this.#view;
    const asked = options.filter(({ use }) => use === 'asked');
    const space = [...model.definitions, ...model.unknownOptions].findLast(
      (option) =>
        option.space !== MAIN_SPACE &&
        !STANDARD_SPACES.has(option.space) &&
        asked.some(
          (planned) => planned.name === option.name.toLowerCase() || ('code' in option && planned.code === option.code),
        ),
    )?.space;
    return space ?? name;
  }

  get #declared(): { readonly at: Span } | undefined {
    return this.#view.assembly.declarations.spaces.anywhere(this.#space.toLowerCase());
  }

  #isDeclared(space: string): boolean {
    return this.#view.assembly.declarations.spaces.anywhere(space.toLowerCase()) !== undefined;
  }

  #known(option: PlannedOption) {
    return existingDefinition(option, this.#space.toLowerCase(), this.#view);
  }

  #usesOf(option: PlannedOption): readonly Span[] {
    return usesOf(option, this.#space.toLowerCase(), this.#view);
  }

  /** Whether the scope, or one around it, sets the option. */
  #isSet({ name, code }: PlannedOption): boolean {
    const space = this.#space.toLowerCase();
    return this.#valuesAround(this.#plan.scope).some(
      (value) => value.space === space && (value.code === code || value.name.toLowerCase() === name),
    );
  }

  #valuesAround(scope: Scope | undefined): readonly OptionValue[] {
    const values = this.#view.model.unknownOptions.flatMap(({ value }) => value ?? []);
    const found: OptionValue[] = [];
    for (let inner = scope; inner; inner = inner.parent) {
      for (const step of inner.steps) if (step.kind === 'value') found.push(step.value);
      for (const value of values) if (value.scope === inner) found.push(value);
    }
    return found;
  }

  /** The statements that the class lacks. */
  #bodyOf(wanted: readonly PlannedOption[]): readonly PlannedStatement[] {
    const { scope } = this.#plan;
    const sent = scope && spaceSentBy(scope);
    return [
      ...(sent === undefined ? [always(`${VENDOR_SPACE} ${this.#space};`)] : []),
      ...wanted.map((option) => this.#valueOf(option)),
    ];
  }

  #valueOf(option: PlannedOption): PlannedStatement {
    const name = `${this.#space}.${this.#known(option)?.name ?? option.name}`;
    const removedAt = option.use === 'optional' ? this.#next() : undefined;
    return { text: valueLine(name, option, this.#next), removedAt };
  }

  /** The scope names a space that does not exist, or another one. */
  #correction(): DocumentEdit | undefined {
    const { scope } = this.#plan;
    const value = scope && vendorSpaceValue(scope.steps);
    const at = value?.valueAt;
    if (!at || value.data.kind !== 'bytes' || at.anchor.file !== this.#view.document.file) return undefined;
    if (textOf(value)?.toLowerCase() === this.#space.toLowerCase()) return undefined;
    return { start: startOf(at), end: endOf(at), newText: this.#space, snippet: undefined };
  }

  #classAround(body: readonly PlannedStatement[]): readonly SnippetText[] {
    const indent = indentationOf(this.#view.document);
    const test = always(`match if ${DHCPD_WRITER.vendorClassTest(this.#plan.vendorClass)};`);
    return [
      joined(`class "${this.#className}" {`, this.#lineEnd),
      ...[test, ...body].map((planned) => placed(planned, indent, this.#lineEnd)),
      joined('}', this.#lineEnd),
    ];
  }

  get #className(): string {
    const { name } = this.#plan;
    const taken = new Set(this.#view.model.classes.map((one) => one.name));
    if (!taken.has(name)) return name;
    let number = 2;
    while (taken.has(`${name}-${number}`)) number++;
    return `${name}-${number}`;
  }

  #intoBlock(scope: Scope, body: readonly PlannedStatement[]): DocumentEdit | undefined {
    if (!(scope instanceof BuiltScope) || scope.at.anchor.file !== this.#view.document.file) return undefined;
    return blockInsertion(this.#view.document, scope, body, this.#lineEnd);
  }
}

const always = (text: string): PlannedStatement => ({ text: literal(text), removedAt: undefined });

const vendorSpaceValue = (steps: Scope['steps']): OptionValue | undefined =>
  steps
    .flatMap((step) => (step.kind === 'value' ? [step.value] : []))
    .findLast(({ space, name }) => space === SERVER_SPACE && name.toLowerCase() === VENDOR_SPACE);

/** The space that a scope or one around it names for option 43. */
function spaceSentBy(scope: Scope): string | undefined {
  for (let inner: Scope | undefined = scope; inner; inner = inner.parent) {
    const value = vendorSpaceValue(inner.steps);
    if (value) return textOf(value);
  }
  return undefined;
}

const textOf = ({ data }: OptionValue): string | undefined =>
  data.kind === 'bytes' ? new TextDecoder().decode(data.bytes) : undefined;
