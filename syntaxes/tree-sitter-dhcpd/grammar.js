/// <reference types="tree-sitter-cli/dsl" />
// The language of dhcpd.conf(5), dhcp-options(5) and dhcp-eval(5), for DHCPv4 and DHCPv6.
//
// A file that somebody types is wrong most of the time, so every rule has a loose twin: a statement that does not fit
// its own rule is a `parameter`, one that starts with no word an `unknown_statement`, an expression that does not parse
// a `broken_expression`, and a `;` or `}` that is lost is a node of no width (scanner.c decides where). What a statement
// means, and whether its values fit, is not asked here.

/** Declarations with any header and a block. */
const DECLARATIONS = {
  subnet_declaration: ['subnet'],
  subnet6_declaration: ['subnet6'],
  shared_network_declaration: ['shared-network'],
  pool_declaration: ['pool'],
  pool6_declaration: ['pool6'],
  group_declaration: ['group'],
  host_declaration: ['host'],
  class_declaration: ['class', 'vendor-class', 'user-class'],
  zone_declaration: ['zone'],
};
const DECLARING = [...Object.values(DECLARATIONS).flat(), 'key'];

/** Statements that set one option, and want its name next. */
const OPTION_OPERATORS = ['supersede', 'append', 'prepend', 'send'];

/** Other statements with rules of their own, that are parameters where they do not fit them. */
const LINES = ['include', 'unset', 'log', 'execute', 'add', 'spawn'];

/** Words that are expressions by themselves. */
const CONSTANTS = [
  'known',
  'static',
  'hardware',
  'leased-address',
  'host-decl-name',
  'client-state',
  'lease-time',
  'null',
];
/** The other words of expressions. */
const EXPRESSION_WORDS = ['option', 'config-option', 'exists', 'check', 'not', 'and', 'or'];

const WORDS = [
  ...[...DECLARING, ...OPTION_OPERATORS, ...LINES, ...CONSTANTS, ...EXPRESSION_WORDS],
  ...['subclass', 'failover', 'peer', 'state', 'no', 'if', 'elsif', 'else', 'switch', 'case', 'default', 'on'],
  ...['set', 'define', 'return', 'eval', 'break', 'match', 'with'],
  ...['space', 'code', 'length', 'hash', 'width', 'size', 'array', 'of', 'encapsulate'],
];

/** Of two characters, with blanks between them, as dhcpd lets them. */
const LONG_OPERATORS = { '!=': '_not_equal', '~=': '_matches', '~~': '_matches_any_case' };

/** Operators in the order in which dhcpd lets them bind, the loosest first: products before sums, and bits last. */
const OPERATORS = [
  ['*', '/', '%'],
  ['+', '-'],
  ['and', 'or'],
  ['=', '!=', '~=', '~~'],
  ['&', '|', '^'],
];

const PUNCTUATION = ['/', '.', '-', '+', '(', ')', '&', '*', '%', '|', '^'];

const BLANK = ' \\t\\r\\n\\v\\f';
/** Blanks of Unicode; scanner.c has the same. */
const FOREIGN = '\\u00a0\\u00ad\\u0085\\u1680\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u2064\\u3000\\ufeff';

/** dhcpd compares its words in any case. */
const inAnyCase = (text) => new RegExp(text.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`));
const identifier = (text) => text.replaceAll('-', '_');
const word = ($, text) => $[`_${identifier(text)}`];
const keyword = ($, text) => alias(word($, text), $.keyword);
const startsWith = ($, ...words) => field('keyword', choice(...words.map((text) => keyword($, text))));
const operator = ($, text) => {
  if (text in LONG_OPERATORS) return alias($[LONG_OPERATORS[text]], text);
  return WORDS.includes(text) ? alias(word($, text), text) : text;
};

const list = (item) => seq(item, repeat(seq(',', item)));
const string = ($) => choice($.string, alias($._long_string, $.string), $.unclosed_string);
const optionName = ($) =>
  field('name', choice(alias($.identifier, $.option_name), alias($.domain_name, $.option_name)));
/** Values that neither are names nor hold a `,` or `:`. */
const plainValues = ($) => [
  string($),
  $.number,
  $.ip_address,
  $.hex_string,
  $.ip6_address,
  $.unknown_character,
  $._symbol,
  ...PUNCTUATION,
];
/** All values that do not open a parenthesis. */
const closedValues = ($) => [
  $.identifier,
  $.domain_name,
  ...plainValues($).filter((value) => value !== '('),
  ',',
  ':',
  // An expression that turns out broken holds these too
  ...[...CONSTANTS, ...EXPRESSION_WORDS].map((text) => alias(word($, text), $.identifier)),
  ...Object.keys(LONG_OPERATORS).map((text) => operator($, text)),
];
const moreValues = ($) => repeat(choice($._value, '='));

const lost = ($, kind) => alias($[`_lost_${kind}`], $.missing_semicolon);
const bodyOr = ($, end) => choice(field('body', $.block), end);
/** An expression in a field, and what ends or follows it, which is looked for otherwise where it makes no sense. */
const expressionAnd = ($, name, then, thenIfBroken) =>
  choice(thenIfBroken, seq(field(name, $._expression), then), seq(field(name, $.broken_expression), thenIfBroken));

export default grammar({
  name: 'dhcpd',

  word: ($) => $.identifier,

  // In the order of `enum Token` in scanner.c
  externals: ($) => [
    $.comment,
    $.string,
    $.unclosed_string,
    $._string_head,
    $._string_tail,
    $._lost_after_keyword,
    $._lost_after_value,
    $._lost_after_expression,
    $._lost_after_broken,
    $._lost_before_second,
    $._lost_before_block,
    $._lost_record_end,
    $._lost_block_end,
    $._nothing_lost,
    $._error_recovery,
  ],

  extras: ($) => [new RegExp(`[${BLANK}]`), $.comment, $.foreign_space, $._nothing_lost],

  // Only the end of a statement shows whether an expression or a call is broken: until then both are read
  conflicts: ($) => [
    [$._value, $._operand],
    [$._value, $.not_expression],
    [$._value, $.exists_expression],
    [$._value, $.check_expression],
    [$._value, $.option_expression],
    [$._value, $.parenthesized_expression],
    [$._value, $.call_expression],
    [$._value, $.arguments],
    [$._value, $.parameters],
    [$._value, $.log_statement],
  ],

  rules: {
    source_file: ($) => repeat(choice($._statement, alias('}', $.unmatched_brace))),

    block: ($) => seq('{', repeat($._statement), choice('}', alias($._lost_block_end, $.missing_brace))),

    _statement: ($) =>
      choice(
        ...Object.keys(DECLARATIONS).map((name) => $[name]),
        $.subclass_declaration,
        $.failover_declaration,
        $.failover_state_declaration,
        $.key_declaration,
        $.unknown_declaration,
        $.include_statement,
        $.option_space_declaration,
        $.option_definition,
        $.option_statement,
        $.if_statement,
        $.switch_statement,
        $.case_label,
        $.default_label,
        $.on_statement,
        $.set_statement,
        $.define_statement,
        $.unset_statement,
        $.return_statement,
        $.eval_statement,
        $.break_statement,
        $.log_statement,
        $.execute_statement,
        $.add_statement,
        $.match_statement,
        $.spawn_statement,
        $.expression_statement,
        $.parameter,
        $.unknown_statement,
        $.skipped_statement,
        $.empty_statement,
      ),

    // Declarations

    ...Object.fromEntries(
      Object.entries(DECLARATIONS).map(([name, words]) => [
        name,
        ($) => seq(startsWith($, ...words), $._header_and_body),
      ]),
    ),
    _header_and_body: ($) => seq(optional(field('header', $.values)), field('body', $.block)),

    subclass_declaration: ($) =>
      seq(startsWith($, 'subclass'), choice(bodyOr($, $._word_end), seq(field('header', $.values), bodyOr($, $._end)))),

    failover_declaration: ($) =>
      seq(
        startsWith($, 'failover'),
        optional(field('header', alias($._failover_values, $.values))),
        field('body', $.block),
      ),
    failover_state_declaration: ($) =>
      prec(1, seq(startsWith($, 'failover'), field('header', alias($._peer_state, $.values)), field('body', $.block))),
    _failover_values: ($) =>
      choice(seq(choice($._value, alias($._peer, $.identifier)), moreValues($)), seq($._peer_state, moreValues($))),
    _peer_state: ($) =>
      seq(alias($._peer, $.identifier), choice(string($), $.identifier), alias($._state, $.identifier)),

    // A `;` may follow, as in a BIND file
    key_declaration: ($) => prec.right(seq(startsWith($, 'key'), $._header_and_body, optional(';'))),

    unknown_declaration: ($) =>
      choice(
        seq(
          choice(field('keyword', alias($.identifier, $.keyword)), startsWith($, 'elsif', 'else', 'peer', 'no')),
          $._header_and_body,
        ),
        seq(optional(field('header', alias($._no_word_values, $.values))), field('body', $.block)),
      ),

    include_statement: ($) => prec(1, seq(startsWith($, 'include'), field('file', string($)), $._closed_line_end)),

    // Options

    option_space_declaration: ($) =>
      seq(
        startsWith($, 'option'),
        keyword($, 'space'),
        choice(
          // Any word may be a name
          $._word_line_end,
          seq(repeat1($._width_clause), $._line_end),
          seq(field('name', $.identifier), repeat($._width_clause), optional(field('values', $.values)), $._line_end),
          seq(field('values', alias($._no_word_values, $.values)), $._line_end),
        ),
      ),
    _width_clause: ($) =>
      prec.right(
        1,
        choice(
          ...[
            ['code', 'width', 'code_width'],
            ['length', 'width', 'length_width'],
            ['hash', 'size', 'hash_size'],
          ].map(([of, what, name]) => seq(keyword($, of), optional(keyword($, what)), optional(field(name, $.number)))),
        ),
      ),

    option_definition: ($) =>
      prec(
        1,
        seq(
          startsWith($, 'option'),
          optionName($),
          keyword($, 'code'),
          choice(
            seq(optional(field('code', $.number)), optional('='), $._end),
            seq(optional(field('code', $.number)), $._type_and_end),
            seq(optional(field('code', choice($.number, $.identifier))), '=', $._type_and_end),
          ),
        ),
      ),
    _type_and_end: ($) =>
      choice(
        seq(field('type', $._type), optional(seq(',', optional(field('values', $.values)))), $._line_end),
        seq(field('type', alias($._array_of_nothing, $.array_type)), $._end),
      ),
    _type: ($) => choice($.scalar_type, $.array_type, $.record_type, $.encapsulate_type),
    scalar_type: ($) => prec.right(repeat1(choice($.identifier, $.domain_name, ...plainValues($), ':'))),
    array_type: ($) => seq(keyword($, 'array'), optional(keyword($, 'of')), $._type),
    _array_of_nothing: ($) => seq(keyword($, 'array'), optional(keyword($, 'of'))),
    record_type: ($) => seq('{', repeat(choice($._type, ',')), choice('}', alias($._lost_record_end, $.missing_brace))),
    encapsulate_type: ($) =>
      prec.right(seq(keyword($, 'encapsulate'), optional(field('space', choice($.identifier, string($)))))),

    option_statement: ($) =>
      seq(
        choice(
          startsWith($, 'option'),
          field('operator', choice(...OPTION_OPERATORS.map((text) => keyword($, text)), keyword($, 'default'))),
        ),
        optionName($),
        choice($._word_line_end, seq(field('values', $.values), $._line_end), $._assigned),
      ),

    // Conditionals

    if_statement: ($) =>
      prec.right(seq(startsWith($, 'if'), $._condition_and_body, repeat($.elsif_clause), optional($.else_clause))),
    elsif_clause: ($) =>
      seq(choice(startsWith($, 'elsif'), seq(startsWith($, 'else'), keyword($, 'if'))), $._condition_and_body),
    else_clause: ($) => seq(startsWith($, 'else'), bodyOr($, $._first_end)),
    _condition_and_body: ($) => expressionAnd($, 'condition', bodyOr($, $._closed_end), bodyOr($, $._broken_end)),

    switch_statement: ($) =>
      seq(startsWith($, 'switch'), expressionAnd($, 'value', bodyOr($, $._closed_end), bodyOr($, $._broken_end))),
    case_label: ($) =>
      prec(
        1,
        seq(
          startsWith($, 'case'),
          optional(field('value', choice($._expression, $.broken_expression))),
          choice(
            ':',
            ';',
            ...['after_expression', 'before_block'].map((kind) => alias($[`_lost_${kind}`], $.missing_colon)),
          ),
        ),
      ),
    default_label: ($) => seq(startsWith($, 'default'), ':'),

    on_statement: ($) =>
      seq(startsWith($, 'on'), choice(bodyOr($, $._word_end), seq(field('events', $.values), bodyOr($, $._end)))),

    // Executable statements

    // `define` and `set` are the same to dhcpd: with an `=` they set a variable, with parameters they define a function
    set_statement: ($) =>
      seq(
        startsWith($, 'set', 'define'),
        field('name', $.identifier),
        choice($._assigned, $._end, seq(field('values', $.values), $._end)),
      ),
    define_statement: ($) =>
      seq(
        startsWith($, 'set', 'define'),
        field('name', $.identifier),
        choice(seq(field('parameters', $.parameters), bodyOr($, $._closed_end)), $._values_and_body),
      ),
    parameters: ($) => prec.dynamic(1, seq('(', optional(list($.identifier)), ')')),
    _values_and_body: ($) => seq(optional(field('values', $.values)), field('body', $.block)),

    unset_statement: ($) => prec(1, seq(startsWith($, 'unset'), field('name', $.identifier), $._closed_line_end)),
    return_statement: ($) => seq(startsWith($, 'return'), $._result),
    eval_statement: ($) => seq(startsWith($, 'eval'), $._result),
    break_statement: ($) => seq(startsWith($, 'break'), $._closed_line_end),
    add_statement: ($) => prec(1, seq(startsWith($, 'add'), field('class', string($)), $._closed_line_end)),
    match_statement: ($) =>
      seq(
        startsWith($, 'match'),
        choice($._result, seq(keyword($, 'if'), expressionAnd($, 'condition', $._closed_line_end, $._broken_line_end))),
      ),
    spawn_statement: ($) => seq(startsWith($, 'spawn'), keyword($, 'with'), $._result),

    log_statement: ($) =>
      prec.dynamic(
        1,
        seq(
          startsWith($, 'log'),
          '(',
          optional(seq(field('priority', $.identifier), ',')),
          field('expression', $._expression),
          ')',
          $._closed_line_end,
        ),
      ),
    execute_statement: ($) =>
      prec.dynamic(1, seq(startsWith($, 'execute'), field('arguments', $.arguments), $._closed_line_end)),
    expression_statement: ($) => prec.dynamic(1, seq($.call_expression, $._closed_end)),

    _assigned: ($) => prec(1, seq('=', $._result)),
    _result: ($) => expressionAnd($, 'value', $._closed_line_end, $._broken_line_end),

    // Everything else

    parameter: ($) =>
      choice(
        seq(
          choice(field('keyword', alias($.identifier, $.keyword)), startsWith($, ...DECLARING)),
          choice($._word_end, seq(field('values', $.values), $._end), $._assigned),
        ),
        // Behind an opening parenthesis `option` is a part of an expression
        seq(
          startsWith($, ...LINES),
          choice(
            $._word_line_end,
            seq(field('values', alias($._open, $.values)), $._word_line_end),
            seq(field('values', alias($._open_values, $.values)), $._line_end),
            seq(field('values', alias($._no_open_values, $.values)), $._line_end),
            $._assigned,
          ),
        ),
        // What here begins with a name, or with the `:` of a label, has a rule of its own
        seq(
          startsWith($, 'option', ...OPTION_OPERATORS),
          choice($._word_line_end, seq(field('values', alias($._no_name_values, $.values)), $._line_end), $._assigned),
        ),
        seq(
          startsWith($, 'default'),
          choice($._word_line_end, seq(field('values', alias($._no_label_values, $.values)), $._line_end), $._assigned),
        ),
        seq(
          startsWith($, 'set', 'define'),
          choice($._word_line_end, seq(field('values', alias($._no_word_values, $.values)), $._line_end)),
        ),
        seq(startsWith($, 'break'), choice(seq(field('values', $.values), $._line_end), $._assigned)),
        seq(
          startsWith($, 'failover'),
          choice($._first_end, seq(field('values', alias($._failover_values, $.values)), $._end), $._assigned),
        ),
        seq(startsWith($, 'peer'), choice($._first_end, seq(field('values', $.values), $._end), $._assigned)),
        // The one statement of dhcpd without a `;`
        seq(startsWith($, 'no'), field('values', alias($._failover_peer, $.values))),
        seq(
          startsWith($, 'no'),
          choice(
            $._first_end,
            seq(field('values', choice($.values, alias($._failover_what, $.values))), $._end),
            $._assigned,
          ),
        ),
        seq(startsWith($, 'elsif', 'else'), choice($._word_end, seq(field('values', $.values), $._end), $._assigned)),
      ),
    _failover_peer: ($) => seq(alias($._failover, $.identifier), alias($._peer, $.identifier)),
    _failover_what: ($) => seq(alias($._failover, $.identifier), moreValues($)),

    unknown_statement: ($) => seq(field('values', alias($._no_word_values, $.values)), $._end),

    // dhcpd skips what begins with a percent sign, for the sake of a tool that reads more out of it
    skipped_statement: () => token(prec(1, /%[^;{}]*;/)),

    // Semicolons in a row that end nothing are one mistake
    empty_statement: () => token(/;([ \t\r]*;)*/),

    // Ends of statements. After a statement that never has a block a `{` belongs to something else: it is a `line`

    // After a value
    _end: ($) => choice(';', lost($, 'after_value')),
    _line_end: ($) => choice(';', lost($, 'after_value'), lost($, 'before_block')),
    // After an expression, or what else takes no further word
    _closed_end: ($) => choice(';', lost($, 'after_expression')),
    _closed_line_end: ($) => choice(';', lost($, 'after_expression'), lost($, 'before_block')),
    // After the word that the statement starts with
    _word_end: ($) => choice(';', lost($, 'after_keyword')),
    _word_line_end: ($) => choice(';', lost($, 'after_keyword'), lost($, 'before_block')),
    // After the first of two words, where the second may look like a statement
    _first_end: ($) => choice(';', lost($, 'before_second')),
    // Where an expression is missing or makes no sense, so that `option` may still be a part of it
    _broken_end: ($) => choice(';', lost($, 'after_broken')),
    _broken_line_end: ($) => choice(';', lost($, 'after_broken'), lost($, 'before_block')),

    // Values: what their tokens mean, knows whoever knows the option or the parameter

    values: ($) => seq($._value, moreValues($)),
    _no_word_values: ($) => seq(choice($._no_word, '='), moreValues($)),
    _no_name_values: ($) => seq($._no_name, moreValues($)),
    _no_label_values: ($) => seq($._no_label, moreValues($)),
    _open: () => '(',
    _open_values: ($) => seq('(', $._value, moreValues($)),
    _no_open_values: ($) => seq(choice(...closedValues($)), moreValues($)),
    _value: ($) => choice(...closedValues($), '('),
    _no_word: ($) => choice($.domain_name, $._no_name),
    _no_name: ($) => choice($._no_label, ':'),
    _no_label: ($) => choice(...plainValues($), ','),

    // Expressions

    // Gives way to the `:` of a case
    broken_expression: ($) => prec(1, prec.dynamic(-1, repeat1(choice($._value, '=')))),

    _expression: ($) => choice($._operand, $.binary_expression),

    // Where an operator binds tighter than the one before it, dhcpd makes the whole rest of the expression the right
    // side of that one. So a chain on the right side gives way to any operator that follows it.
    binary_expression: ($) => {
      const chain = (left) =>
        OPERATORS.flatMap((texts, binds) => {
          const head = seq(field('left', left), field('operator', choice(...texts.map((text) => operator($, text)))));
          return [
            prec.left(binds, seq(head, field('right', $._operand))),
            prec(-1, seq(prec(binds, head), field('right', $.binary_expression))),
          ];
        });
      return choice(...chain($._operand), ...chain($.binary_expression));
    },

    _operand: ($) =>
      choice(
        $.not_expression,
        $.exists_expression,
        $.check_expression,
        $.option_expression,
        $.parenthesized_expression,
        $.call_expression,
        ...CONSTANTS.map((text) => alias(word($, text), $[identifier(text)])),
        alias($.identifier, $.variable),
        string($),
        $.number,
        $.hex_string,
      ),

    // Not takes one operand, and no comparison
    not_expression: ($) => seq(operator($, 'not'), field('operand', $._operand)),
    exists_expression: ($) => seq(operator($, 'exists'), optionName($)),
    check_expression: ($) => seq(operator($, 'check'), field('name', string($))),
    option_expression: ($) => seq(choice(operator($, 'option'), operator($, 'config-option')), optionName($)),
    parenthesized_expression: ($) => seq('(', $._expression, ')'),
    call_expression: ($) => seq(field('function', $.identifier), field('arguments', $.arguments)),
    arguments: ($) => seq('(', optional(list($._expression)), ')'),

    // Tokens

    // A string of several lines
    _long_string: ($) => seq($._string_head, $._string_tail),

    // Blanks that come along with a text from a web page: dhcpd does not take them for blanks
    foreign_space: () => new RegExp(`[${FOREIGN}]([${FOREIGN}${BLANK}]*[${FOREIGN}])?`),

    // Before the tokens that they look like
    ...Object.fromEntries(WORDS.map((text) => [`_${identifier(text)}`, () => inAnyCase(text)])),
    _not_equal: () => /![ \t\r\n]*=/,
    _matches: () => /~[ \t\r\n]*=/,
    _matches_any_case: () => /~[ \t\r\n]*~/,

    // Of two that fit as long a text, the first counts
    number: () => token(choice(/-?[0-9]+/, /0[xX][0-9a-fA-F]+/)),
    ip_address: () => /[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+/,
    hex_string: () => /[0-9a-fA-F]{1,2}(:[0-9a-fA-F]{1,2})+/,
    ip6_address: () => /[0-9a-fA-F]{0,4}(:[0-9a-fA-F]{0,4}){2,8}/,
    domain_name: () =>
      token(choice(/-?[A-Za-z0-9_][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)+\.?/, /-?[A-Za-z0-9_][A-Za-z0-9_-]*\./)),
    // A minus sign belongs to the word that it begins
    identifier: () => /-?[A-Za-z0-9_][A-Za-z0-9_-]*/,
    _symbol: () => /[@<>?~!'`\\$]|\[|\]/,
    unknown_character: () => new RegExp(`[\\x00]|[^\\x21-\\x7e${FOREIGN}${BLANK}]+`),
  },
});
