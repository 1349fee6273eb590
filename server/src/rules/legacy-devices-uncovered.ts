import { placeOf } from '../igel/resolve.ts';
import { SERVER_CODE, VENDOR_CODE } from '../igel/sub-options.ts';
import type { Problem, TextEdit } from '../model/problem.ts';
import { isServerDefinition, SERVER_NAME } from './igel-names.ts';
import type { Rule, RuleContext } from './rule.ts';

/** New devices get their UMS in option 43, old ones get none. */
export const legacyDevicesUncovered: Rule = {
  id: 'legacy-devices-uncovered',
  severity: 'warning',
  simulates: true,
  page: {
    summary: 'The UMS is named in option 43 only, and the fleet has devices that do not read it.',
    what: 'A place where IGEL OS 11.04.100 and later find their UMS in option 43, and releases up to 11.03.500 get no option 224 of the main space. The setting of the fleet says whether there are such devices.',
    why: 'IGEL OS 11.03.500 and lower read option 224 of the main space alone.',
    example:
      'option space igel;\noption igel.igelrmserver code 224 = text;\nclass "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  vendor-option-space igel;\n  option igel.igelrmserver "192.0.2.10";\n}\nsubnet 192.0.2.0 netmask 255.255.255.0 {\n  range 192.0.2.100 192.0.2.200;\n}\n',
    instead:
      'option igelrmserver code 224 = text;\noption igelrmserver "192.0.2.10";\noption space igel;\noption igel.igelrmserver code 224 = text;\nclass "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  vendor-option-space igel;\n  option igel.igelrmserver "192.0.2.10";\n}\nsubnet 192.0.2.0 netmask 255.255.255.0 {\n  range 192.0.2.100 192.0.2.200;\n}\n',
  },
  *check(context: RuleContext): Generator<Problem> {
    const told = new Set<string>();
    for (const cells of context.rollout.rows) {
      const old = cells.find(({ device }) => device.age === 'option-224');
      const recent = cells.find(({ told }) => told.way === 'option 43, sub-option 224' && told.server !== undefined);
      if (old?.told.outcome !== 'none' || old.reply.options === null || !recent) continue;
      const cause = (recent.reply.origins.get(VENDOR_CODE) ?? []).find(({ value }) => value)?.value;
      const at = placeOf(recent.reply, VENDOR_CODE, SERVER_CODE);
      const key = at ? `${at.anchor.file} ${at.start} ${at.anchor.offset}` : '';
      if (!at || !cause || told.has(key)) continue;
      told.add(key);
      yield {
        rule: 'legacy-devices-uncovered',
        severity: 'warning',
        at,
        what: `Only devices that read option 43 learn of the UMS ${recent.told.server}.`,
        hurts: 'IGEL OS 11.03.500 and lower get no UMS from DHCP: they read option 224 outside of option 43 alone.',
        remedy: 'Set option 224 for all clients too, or take these releases out of the fleet in the settings.',
        mends: [
          {
            title: 'Give 11.03.500 and older their 224 too',
            safe: false,
            preferred: true,
            edits: editsOf(context, recent.told.server ?? '', cause),
          },
        ],
        related: [],
      };
    }
  },
};

function editsOf(
  { model, write }: RuleContext,
  server: string,
  use: Parameters<RuleContext['write']['setForAll']>[1],
): TextEdit[] {
  const defined = model.definitions.find(
    (definition) => isServerDefinition(model, definition) && definition.code === SERVER_CODE,
  );
  const definition = defined
    ? []
    : write.addDefinition({ space: undefined, name: SERVER_NAME, code: SERVER_CODE, type: 'text' }, use);
  const set = write.setForAll({ name: defined?.name ?? SERVER_NAME, text: server }, use);
  return joined([...definition, ...set]);
}

/** Insertions at one place become one edit, in their order. */
function joined(edits: readonly TextEdit[]): TextEdit[] {
  const result: TextEdit[] = [];
  for (const edit of edits) {
    const last = result.at(-1);
    if (last && last.at.anchor === edit.at.anchor && last.at.start === edit.at.start && last.at.end === edit.at.end) {
      result[result.length - 1] = { at: last.at, newText: last.newText + edit.newText };
    } else result.push(edit);
  }
  return result;
}
