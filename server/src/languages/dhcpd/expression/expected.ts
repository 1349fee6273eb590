/**
 * Where an expression stands, which decides what dhcpd accepts there and how it reads bare numbers: `boolean` behind `match if`,
 * `data` where an option or parameter takes its value, `any` behind `set`, `define`, `eval` and `return`. `if` (and `elsif`) wants a
 * parenthesis right behind the word to span the whole test; `match` stands for a class's key; the values of `case` are read by what
 * its switch is over; `logged` is what `log` writes. What follows `switch`, `log` and `execute` is read with its parentheses.
 */
export type Expected =
  | 'boolean'
  | 'data'
  | 'any'
  | 'if'
  | 'match'
  | 'switch'
  | 'case-of-data'
  | 'case-of-number'
  | 'logged'
  | 'log'
  | 'execute';
