import type { OptionValue } from '../../../model/option.ts';
import type { Scope } from '../../../model/scope.ts';
import { endOf, startOf } from '../../../model/span.ts';
import type { Document } from '../../../syntax/document.ts';
import type { DocumentEdit, OptionPlan, PlannedOption } from '../../editor.ts';
import { joined, type SnippetText, tabStop } from '../../snippet-text.ts';
import { BuiltScope } from '../built-scope.ts';
import type { KeaDefinition } from '../definitions.ts';
import { above, ahead, type Insertion, into, intoLists, listMember, ownChildren } from '../insertion.ts';
import type { PlacedItem } from '../item.ts';
import type { JsonNode } from '../json-node.ts';
import { innerSpan } from '../json-spans.ts';
import { quoted } from '../json-string.ts';
import { type JsonPart, writeParts } from '../json-text.ts';
import { lineEndOf } from '../layout.ts';
import { dataOf, definitionEntry, HEADER, VENDOR_CODE, vendorDefinitionEntry } from '../option-entries.ts';
import { KEA_WRITER } from '../writer.ts';
import type { View } from './cursor.ts';

/** What is added to lists of the whole server, in the order in which they are written where none of them is there. */
type Additions = Record<'option-def' | 'option-data' | 'client-classes', JsonPart[]>;

type VendorPlan = NonNullable<OptionPlan['vendor']>;

/** The edits that make a kea-dhcp4.conf send what a plan says; undefined where this document is not the place for it. */
export function carryOut(
  plan: OptionPlan,
  view: View,
  document: Document<PlacedItem>,
  offset: number,
): readonly DocumentEdit[] | undefined {
  const { program } = view.file.situation;
  const { map } = view.file;
  if (program !== '4') return undefined;
  const work = new PlanWork(view);
  if (plan.everybody) work.everybody(plan.everybody);
  if (plan.vendor && !work.vendor(plan.vendor)) return undefined;
  if (!map) return isBlank(view, document) ? [newFile(work.additions, document)] : undefined;
  const added = globalInsertions(work.additions, map, offset, work.classesFirst);
  if (!added || map.item.anchor.file !== document.file) return undefined;
  const insertions = [...work.insertions, ...added];
  return insertions.every(({ at }) => at.anchor.file === document.file) ? insertions.map(editOf) : undefined;
}

const editOf = ({ at, text }: Insertion): DocumentEdit => ({
  start: startOf(at),
  end: endOf(at),
  newText: text.plain,
  snippet: text.snippet,
});

class PlanWork {
  readonly #view: View;
  #stops = 0;
  readonly additions: Additions = { 'option-def': [], 'option-data': [], 'client-classes': [] };
  /** What is to be changed elsewhere than in the lists of the whole server. */
  readonly insertions: Insertion[] = [];
  /** Whether the new class must stand before the others, of which the first that sets an option decides. */
  classesFirst = false;

  constructor(view: View) {
    this.#view = view;
  }

  everybody({ comment, options }: NonNullable<OptionPlan['everybody']>): void {
    const space = this.#mainSpace;
    const wanted = options.filter((option) => !this.#isSet(this.#view.file.global, space, option));
    for (const option of options) {
      const known = this.#known(space, option);
      if (!known) this.#define(undefined, option);
      if (wanted.includes(option)) {
        const entry = this.#data(undefined, option, known);
        this.additions['option-data'].push(option === wanted[0] ? { ...entry, comment } : entry);
      }
    }
  }

  /** Tells whether the plan can be carried out with the scope that it names. */
  vendor(plan: VendorPlan): boolean {
    const { scope, options } = plan;
    if (scope && !(scope instanceof BuiltScope && scope.node)) return false;
    const node = scope instanceof BuiltScope ? scope.node : undefined;
    const { space, needsDefinition, correction } = this.#chooseSpace(plan, node);
    const asked = options.some((option) => option.use === 'asked' && !this.#isSet(scope, space, option));
    const wanted = asked ? options.filter((option) => !this.#isSet(scope, space, option)) : [];
    const used = options.filter((option) => wanted.includes(option) || this.#isUsed(space, option));
    for (const option of used) if (!this.#known(space, option)) this.#define(space, option);
    const needsHeader = !scope || !values(scope).some((value) => isHeader(value, this.#mainSpace));
    const data: JsonPart[] = [
      ...(needsHeader ? [{ line: dataOf({ name: HEADER }) }] : []),
      ...wanted.map((option) => this.#data(space, option, this.#known(space, option))),
    ];
    const definitions: JsonPart[] = needsDefinition ? [{ line: vendorDefinitionEntry(space) }] : [];
    if (node) {
      if (correction) this.insertions.push(correction);
      const added = intoLists(node, { 'option-def': definitions, 'option-data': data });
      if (!added) return false;
      this.insertions.push(...added);
    } else {
      this.additions['client-classes'].push({
        comment: plan.comment,
        open: '{',
        parts: [
          { line: `"name": ${quoted(this.#className(plan.name))}` },
          { line: `"test": ${quoted(KEA_WRITER.vendorClassTest(plan.vendorClass))}` },
          ...(definitions.length > 0 ? [listMember('option-def', definitions)] : []),
          listMember('option-data', data),
        ],
        close: '}',
      });
      this.classesFirst = this.#view.file.classes.some((other) =>
        values(other.scope).some((value) => isHeader(value, this.#mainSpace)),
      );
    }
    return true;
  }

  get #mainSpace(): string {
    return this.#view.file.situation.definitions.mainSpace;
  }

  get #definitions(): readonly KeaDefinition[] {
    return this.#view.file.situation.definitions.own;
  }

  /**
   * The space that goes out inside of option 43 there: what the class's or the server's definition of 43 holds, as far as somebody
   * has defined such options in it; else a space that has them; else a new one.
   */
  #chooseSpace({ name, options }: VendorPlan, node: JsonNode | undefined) {
    const { definitions } = this.#view.file.situation;
    const local = node?.maps('option-def').find((map) => map.field('code')?.integer === VENDOR_CODE);
    const encapsulate = local?.field('encapsulate');
    const global = definitions.byCode(this.#mainSpace, VENDOR_CODE)?.keaType?.encapsulates;
    const spaces = this.#spacesWith(options.filter(({ use }) => use === 'asked'));
    const held = local ? encapsulate?.text : global;
    const space = (held !== undefined && spaces.has(held) ? held : undefined) ?? [...spaces].at(-1) ?? name;
    const isHeld = held === space;
    const correction: Insertion | undefined =
      encapsulate && !isHeld ? { at: innerSpan(encapsulate), text: joined(space) } : undefined;
    return { space, needsDefinition: !isHeld && !encapsulate, correction };
  }

  /** Spaces, beside DHCP's own, in which one of the options is defined or used. */
  #spacesWith(options: readonly PlannedOption[]): ReadonlySet<string> {
    const uses = this.#view.file.judgement.unknownOptions;
    return new Set(
      [...uses, ...this.#definitions]
        .filter(
          (one) =>
            one.space !== this.#mainSpace &&
            options.some(({ name, code }) => one.name === name || ('keaType' in one && one.code === code)),
        )
        .map(({ space }) => space),
    );
  }

  /** The definition that an option of a plan can use: of its name, or of its code if it sends the same. */
  #known(space: string, { name, code, type }: PlannedOption): KeaDefinition | undefined {
    const own = this.#definitions.filter((definition) => definition.space === space);
    const kind = type === 'text' ? 'text' : 'integer';
    return (
      own.find((definition) => definition.name === name) ??
      own.find((definition) => definition.code === code && definition.type?.kind === kind)
    );
  }

  #isUsed(space: string, option: PlannedOption): boolean {
    return this.#view.file.judgement.unknownOptions.some((use) => use.space === space && use.name === option.name);
  }

  /** Whether a list sets the option. Each list of Kea is sent by itself: those around it do not count. */
  #isSet(scope: Scope | undefined, space: string, { name, code }: PlannedOption): boolean {
    const unknown = this.#view.file.judgement.unknownOptions.flatMap(({ value }) => value ?? []);
    return [...(scope ? values(scope) : []), ...unknown.filter((value) => value.scope === scope)].some(
      (value) => value.space === space && (value.code === code || value.name === name),
    );
  }

  #define(space: string | undefined, option: PlannedOption): void {
    this.additions['option-def'].push({ line: definitionEntry({ ...option, space }) });
  }

  #data(space: string | undefined, option: PlannedOption, known: KeaDefinition | undefined): JsonPart {
    const removedAt = option.use === 'optional' ? ++this.#stops : undefined;
    const name = known?.name ?? option.name;
    const value: SnippetText | string =
      option.use === 'fixed' ? String(option.value) : tabStop(++this.#stops, String(option.value));
    return { line: dataOf({ name, space, data: value }), ...(removedAt !== undefined && { removedAt }) };
  }

  #className(name: string): string {
    const taken = new Set(this.#view.file.classes.map((one) => one.name));
    let free = name;
    for (let number = 2; taken.has(free); number++) free = `${name}-${number}`;
    return free;
  }
}

const values = ({ steps }: Scope): readonly OptionValue[] =>
  steps.flatMap((step) => (step.kind === 'value' ? [step.value] : []));

const isHeader = ({ space, code }: OptionValue, mainSpace: string): boolean =>
  space === mainSpace && code === VENDOR_CODE;

/** Lists that are there are added to; the others are made, together and near the cursor. */
function globalInsertions(
  { 'client-classes': classes, ...others }: Additions,
  map: JsonNode,
  offset: number,
  classesFirst: boolean,
): readonly Insertion[] | undefined {
  const list = map.field('client-classes');
  const isOnTop = classesFirst && list !== undefined && classes.length > 0;
  const additions = isOnTop ? others : { ...others, 'client-classes': classes };
  const insertions = intoLists(map, additions, (_, members) => {
    const next = memberBelow(map, offset);
    return next ? [above(next, members)] : into(map, members);
  });
  return insertions && isOnTop ? [...insertions, ...ahead(list, classes)] : insertions;
}

/** What new members are to stand above, as near to the cursor as can be; undefined for the end of the map. */
function memberBelow(map: JsonNode, offset: number): JsonNode | undefined {
  const members = ownChildren(map);
  const after = members.findIndex(({ head }) => startOf(head) > offset);
  const around = members[(after < 0 ? members.length : after) - 1];
  const isInside = startOf(map.opening) < offset && (map.item.close === undefined || offset < endOf(map.at));
  if (!isInside) return members.find(({ key }) => key === 'shared-networks' || key === 'subnet4');
  const isInBlock = around?.item.items !== undefined && (around.item.close === undefined || offset < endOf(around.at));
  return isInBlock ? around : members[after];
}

/** Whether nothing stands in the file but blanks and comments. */
const isBlank = ({ assembly }: View, document: Document<PlacedItem>): boolean =>
  assembly.root.children.length === 0 &&
  assembly.includes.length === 0 &&
  assembly.faults.length === 0 &&
  assembly.root.item.anchor.file === document.file;

function newFile(additions: Additions, document: Document<PlacedItem>): DocumentEdit {
  const { text, length } = document;
  const lineEnd = lineEndOf(text);
  const members = Object.entries(additions).flatMap(([key, parts]) =>
    parts.length > 0 ? [listMember(key, parts)] : [],
  );
  const whole = writeParts([{ open: '{', parts: [{ open: '"Dhcp4": {', parts: members, close: '}' }], close: '}' }], {
    kind: 'lines',
    lineEnd,
    indent: '',
    unit: '  ',
  });
  const before = text === '' || text.endsWith('\n') ? '' : lineEnd;
  const { plain, snippet } = joined(before, whole, lineEnd);
  return { start: length, end: length, newText: plain, snippet };
}
