import { SERVER_CODE } from '../igel/sub-options.ts';
import type { LanguageWriter } from '../languages/language.ts';
import type { OptionValue } from '../model/option.ts';
import type { Mend, Problem, TextEdit } from '../model/problem.ts';
import { REQUEST_LIST } from '../wire/option-codes.ts';
import type { Reply } from '../wire/reply.ts';
import type { Rule, RuleContext } from './rule.ts';

/** Option 224 is in force where a device asks for it, and the reply is without it. */
export const option224NotSent: Rule = {
  id: 'option-224-not-sent',
  severity: 'error',
  simulates: true,
  page: {
    summary: 'Option 224 is set for a device, and its reply is without it.',
    what: 'A value that is worked out from something which the device does not send; a list of requested options that the configuration sets in place of the one that the device sends; a word that the option is never to be sent.',
    why: 'A value that comes to nothing also takes the place of the ones set further out. The server says nothing of either.',
    example:
      'option igelrmserver code 224 = text;\noption igelrmserver "192.0.2.10";\nsubnet 192.0.2.0 netmask 255.255.255.0 {\n  range 192.0.2.100 192.0.2.200;\n  option igelrmserver = option user-class;\n}\n',
    instead:
      'option igelrmserver code 224 = text;\noption igelrmserver "192.0.2.10";\nsubnet 192.0.2.0 netmask 255.255.255.0 {\n  range 192.0.2.100 192.0.2.200;\n}\n',
  },
  *check({ rollout, write }: RuleContext): Generator<Problem> {
    const told = new Map<OptionValue, { readonly isLost: boolean; readonly reply: Reply }>();
    for (const cells of rollout.rows) {
      const nobodyElse = cells.every((cell) => cell.told.outcome === 'none');
      for (const { reply } of cells) {
        if (reply.options === null || reply.options.has(SERVER_CODE) || reply.unknown.includes(SERVER_CODE)) continue;
        for (const value of reply.setBy(SERVER_CODE)) {
          // One that cannot be read, or is empty, is told by itself.
          if (value.data.kind === 'unreadable' || isEmpty(value)) continue;
          told.set(value, { isLost: nobodyElse || told.get(value)?.isLost === true, reply });
        }
      }
    }
    for (const [value, { isLost, reply }] of told) {
      const cause = causeOf(value, reply);
      const { what, remedy } = CAUSES[cause];
      const mend = mendFor(cause, value, reply, write);
      yield {
        rule: 'option-224-not-sent',
        severity: isLost ? 'error' : 'warning',
        at: value.at,
        what,
        hurts: isLost
          ? 'IGEL OS gets no address of a UMS by DHCP.'
          : 'IGEL OS versions that do not read option 43 get no address of a UMS by DHCP.',
        remedy,
        mends: mend ? [mend] : [],
        related: [],
      };
    }
  },
};

const isEmpty = ({ data }: OptionValue): boolean => data.kind === 'bytes' && data.bytes.length === 0;

const causeOf = ({ data, delivery }: OptionValue, reply: Reply): keyof typeof CAUSES => {
  if (delivery?.never) return 'never';
  if (data.kind === 'expression') return 'nothing';
  return reply.setBy(REQUEST_LIST).length > 0 ? 'list' : 'room';
};

/** Undefined where only a person knows what is meant, or what can be spared. */
function mendFor(
  cause: keyof typeof CAUSES,
  value: OptionValue,
  { beaten, setBy }: Reply,
  write: LanguageWriter,
): Mend | undefined {
  const mend = (title: string, edit: TextEdit | undefined): Mend | undefined =>
    edit && { title, safe: false, preferred: true, edits: [edit] };
  switch (cause) {
    case 'never':
      return mend('Let option 224 be sent', write.withoutNever(value));
    case 'nothing': {
      const other = beaten.findLast(({ loser, winner }) => winner === value && loser.data.kind === 'bytes')?.loser;
      const cut = other && write.removal(value);
      return mend('Take this value out, so that the one for a wider scope counts', cut && { at: cut, newText: '' });
    }
    case 'list': {
      const [list] = setBy(REQUEST_LIST);
      return mend('Add 224 to the list of requested options', list && write.withNumber(list, SERVER_CODE));
    }
    case 'room':
      return undefined;
  }
}

const CAUSES = {
  never: {
    what: 'Option 224 is set here with the word that it is never to be sent.',
    remedy: 'Take that word away for devices that are to get it.',
  },
  nothing: {
    what: 'What this is worked out from gives no value, so option 224 is not sent.',
    remedy: 'Write the address of the UMS as a text in quotes.',
  },
  list: {
    what: 'Option 224 is set here and not sent: the configuration has a list of requested options of its own, without 224.',
    remedy: 'Add 224 to that list, or take the list out.',
  },
  room: {
    what: 'Option 224 is set here, and other options leave no room for it in the message.',
    remedy: 'Shorten other options, or raise the largest message size if your devices take longer ones.',
  },
} as const;
