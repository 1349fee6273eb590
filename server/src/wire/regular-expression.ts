/**
 * A POSIX extended regular expression (regex(7)) as the one of JavaScript that fits the same texts. Undefined for one that is not well
 * formed: such a test never holds. Only whether it fits matters, so that greediness needs no care.
 */
export function posixExpression(pattern: string, ignoreCase: boolean): RegExp | undefined {
  try {
    return new RegExp(translate(pattern), ignoreCase ? 'is' : 's');
  } catch {
    return undefined;
  }
}

const CLASSES: Readonly<Record<string, string>> = {
  alpha: 'A-Za-z',
  digit: '0-9',
  alnum: 'A-Za-z0-9',
  upper: 'A-Z',
  lower: 'a-z',
  space: ' \\t\\n\\v\\f\\r',
  blank: ' \\t',
  punct: '!-\\/:-@\\[-`{-~',
  print: ' -~',
  graph: '!-~',
  cntrl: '\\x00-\\x1f\\x7f',
  xdigit: '0-9A-Fa-f',
};

/** What GNU's library understands beyond POSIX, behind a backslash. */
const GNU: Readonly<Record<string, string>> = {
  w: '[A-Za-z0-9_]',
  W: '[^A-Za-z0-9_]',
  s: '\\s',
  S: '\\S',
  b: '\\b',
  B: '\\B',
  '<': '\\b(?=\\w)',
  '>': '\\b(?<=\\w)',
  '`': '^',
  "'": '$',
};

const escaped = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');

class Unusable extends Error {}

function translate(pattern: string): string {
  let out = '';
  /** Where the last thing that can be repeated begins in `out`; undefined where there is none. */
  let atom: number | undefined;
  const groups: number[] = [];
  const put = (text: string) => {
    atom = out.length;
    out += text;
  };
  const repeat = (how: string) => {
    // With nothing to repeat, GNU's library passes over it
    if (atom !== undefined) out = `${out.slice(0, atom)}(?:${out.slice(atom)})${how}`;
  };
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern[i] ?? '';
    switch (character) {
      case '\\': {
        const next = pattern[++i];
        if (next === undefined) throw new Unusable();
        put(GNU[next] ?? (/[1-9]/.test(next) ? `\\${next}` : escaped(next)));
        break;
      }
      case '[': {
        const [text, end] = bracket(pattern, i);
        put(text);
        i = end;
        break;
      }
      case '(':
        groups.push(out.length);
        out += '(';
        atom = undefined;
        break;
      case ')': {
        const start = groups.pop();
        if (start === undefined) {
          put('\\)');
        } else {
          out += ')';
          atom = start;
        }
        break;
      }
      case '|':
        out += '|';
        atom = undefined;
        break;
      case '^':
      case '$':
        out += character;
        atom = undefined;
        break;
      case '*':
      case '+':
      case '?':
        repeat(character);
        break;
      case '.':
        put('.');
        break;
      case '{': {
        const interval = /^\{(\d*)(,?)(\d*)\}/.exec(pattern.slice(i));
        if (!interval || atom === undefined || (interval[1] === '' && interval[2] === '')) {
          put('\\{');
          break;
        }
        const [whole, low = '', comma = '', high = ''] = interval;
        if (high !== '' && Number(low) > Number(high)) throw new Unusable();
        repeat(`{${low === '' ? 0 : low}${comma}${high}}`);
        i += whole.length - 1;
        break;
      }
      default:
        put(escaped(character));
    }
  }
  if (groups.length > 0) throw new Unusable();
  return out;
}

/** A bracket expression from its `[` on, and where it ends. */
function bracket(pattern: string, start: number): readonly [string, number] {
  let i = start + 1;
  const negated = pattern[i] === '^';
  if (negated) i++;
  let inside = '';
  for (let first = true; ; first = false) {
    const character = pattern[i];
    if (character === undefined) throw new Unusable();
    if (character === ']' && !first) break;
    const named = /^\[:(\w+):\]/.exec(pattern.slice(i));
    if (named) {
      const set = CLASSES[named[1] ?? ''];
      if (set === undefined) throw new Unusable();
      inside += set;
      i += named[0].length;
      continue;
    }
    const [low, afterLow] = member(pattern, i);
    if (pattern[afterLow] === '-' && pattern[afterLow + 1] !== ']' && pattern[afterLow + 1] !== undefined) {
      const [high, afterHigh] = member(pattern, afterLow + 1);
      if (low > high) throw new Unusable();
      inside += `${escaped(low)}-${escaped(high)}`;
      i = afterHigh;
    } else {
      inside += escaped(low);
      i = afterLow;
    }
  }
  return [`[${negated ? '^' : ''}${inside}]`, i];
}

/** One character of a bracket expression, in `[.x.]` or `[=x=]` too, and where the next begins. */
function member(pattern: string, at: number): readonly [string, number] {
  const collated = /^\[([.=])(.)\1\]/s.exec(pattern.slice(at));
  if (collated) return [collated[2] ?? '', at + collated[0].length];
  return [pattern[at] ?? '', at + 1];
}
