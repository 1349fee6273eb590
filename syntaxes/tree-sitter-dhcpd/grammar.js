/// <reference types="tree-sitter-cli/dsl" />
// The language of dhcpd.conf(5), dhcp-options(5) and dhcp-eval(5), for DHCPv4 and DHCPv6.
//
// A file that somebody types is wrong most of the time, so every rule has a loose twin: a statement that does not fit
// its own rule is a `parameter`, one that starts with no word an `unknown_statement`, an expression that does not parse
// a `broken_expression`, and a `;` or `}` that is lost is a node of no width (scanner.c decides where). What a statement
// means, and whether its values fit, is not asked here.

/** A keyword in any case, as dhcpd compares it. */
const anyCase = (text) =>
  token(new RegExp(text.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)));

const BLANK = ' \\t\\r\\n\\v\\f';
/** Blanks of Unicode, which scanner.c knows too. */
const FOREIGN = '\\u00a0\\u00ad\\u0085\\u1680\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u2064\\u3000\\ufeff';

/** Declarations with a free header and a block. */
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



/** Statements with a rule of their own and no block, that become parameters where they do not fit it. */
const NAMING = ['option', 'supersede', 'append', 'prepend', 'send'];
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

const OTHER_WORDS = [
  ...['set', 'define', 'default'],
  ...['subclass', 'failover', 'peer', 'no', 'if', 'elsif', 'else', 'switch', 'case', 'on', 'return', 'break', 'eval'],
  ...['match', 'with', 'space', 'code', 'length', 'hash', 'width', 'size', 'array', 'of', 'encapsulate', 'state'],
];

const PUNCTUATION = ['/', '.', '-', '+', '(', ')', '&', '*', '%', '|', '^'];

/**
 * Operators by what dhcpd lets bind tighter. The bit operators come before comparisons, these before `and` and `or`,
 * which are equal; sums bind tighter than those, but products less tight than sums: so dhcpd reads them.
 */
const OPERATORS = [
  [1, ['*', '/', '%']],
  [2, ['+', '-']],
  [3, ['and', 'or']],
  [4, ['=', '!=', '~=', '~~']],
  [5, ['&', '|', '^']],
];

const id = (text) => text.replaceAll('-', '_');
const keyword = ($, text) => alias($[`_${id(text)}`], $.keyword);
const first = ($, ...words) => field('keyword', choice(...words.map((text) => keyword($, text))));
const asWord = ($, text) => alias($[`_${id(text)}`], $.identifier);
const OPERATOR_TOKENS = {
  and: '_and',
  or: '_or',
  '!=': '_not_equal',
  '~=': '_matches',
  '~~': '_matches_any_case',
};
const operator = ($, text) => (text in OPERATOR_TOKENS ? alias($[OPERATOR_TOKENS[text]], text) : text);
const string = ($) => choice($.string, alias($._long_string, $.string), $.unclosed_string);
/** Tokens of values that are no name, no `,` and no `:`. */
const plain = ($) => [
  string($),
  $.number,
  $.ip_address,
  $.hex_string,
  $.ip6_address,
  $.unknown_character,
  $._symbol,
  ...PUNCTUATION,
];
/** What a list of values may hold: the words and operators of expressions too, for the parser often cannot know yet. */
const anyToken = ($) => [
  $.identifier,
  $.domain_name,
  ...plain($),
  ',',
  ':',
  '=',
  ...[...CONSTANTS, ...EXPRESSION_WORDS].map((text) => asWord($, text)),
  ...['!=', '~=', '~~'].map((text) => operator($, text)),
];
const valuesFrom = ($, ...start) => seq(choice(...start), repeat(choice(...anyToken($))));
const without = (tokens, ...texts) => tokens.filter((token) => !texts.includes(token));
const optionName = ($) => field('name', choice(alias($.identifier, $.option_name), alias($.domain_name, $.option_name)));
const list = (item) => seq(item, repeat(seq(',', item)));

const lost = ($, kind) => alias($[`_lost_${kind}`], $.missing_semicolon);
const bodyOr = ($, ending) => choice(field('body', $.block), ending);

export default grammar({
  name: 'dhcpd',

  word: ($) => $.identifier,

  externals: ($) => [
    $.comment,
    $.string,
    $.unclosed_string,
    $._string_head,
    $._string_tail,
    $._lost_after_keyword,
    $._lost_after_value,
    $._lost_after_broken,
    $._lost_before_second,
    $._lost_before_block,
    $._lost_record_end,
    $._lost_block_end,
    $._nothing_lost,
    $._error_recovery,
  ],

  extras: ($) => [new RegExp(`[${BLANK}]`), $.comment, $.foreign_space, $._nothing_lost],

  conflicts: ($) => [
    [$.parameters, $._value],
    [$._value, $.call_expression],
    [$._value, $.not_expression],
    [$._value, $.check_expression],
    [$._value, $.exists_expression],
    [$._value, $.option_expression],
    [$._value, $.parenthesized_expression],
    [$._value, $._operand],
    [$._value, $.arguments],
    [$.log_statement, $._value],
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
        $.empty_statement,
      ),

    // Declarations

    ...Object.fromEntries(
      Object.entries(DECLARATIONS).map(([name, words]) => [
        name,
        ($) => seq(first($, ...words), $._header_and_body),
      ]),
    ),

    _header_and_body: ($) => seq(optional(field('header', $.values)), field('body', $.block)),

    subclass_declaration: ($) =>
      seq(
        first($, 'subclass'),
        choice(
          $._word_end,
          field('body', $.block),
          seq(field('header', $.values), choice($._end, field('body', $.block))),
        ),
      ),

    failover_declaration: ($) =>
      seq(first($, 'failover'), optional(field('header', alias($._peer_values, $.values))), field('body', $.block)),
    failover_state_declaration: ($) =>
      prec(1, seq(first($, 'failover'), field('header', alias($._peer_state, $.values)), field('body', $.block))),
    _peer_values: ($) =>
      choice(
        seq(choice($._value, asWord($, 'peer')), repeat(choice($._value, '='))),
        seq($._peer_state, repeat1(choice($._value, '='))),
        $._peer_state,
      ),
    _peer_state: ($) => seq(asWord($, 'peer'), choice(string($), $.identifier), asWord($, 'state')),

    // A `;` may follow, as BIND wants it
    key_declaration: ($) =>
      prec.right(seq(first($, 'key'), optional(field('header', $.values)), field('body', $.block), optional(';'))),

    unknown_declaration: ($) =>
      choice(
        seq(
          field('keyword', choice(alias($.identifier, $.keyword), ...['elsif', 'else', 'peer', 'no'].map((text) => keyword($, text)))),
          optional(field('header', $.values)),
          field('body', $.block),
        ),
        seq(optional(field('header', alias($._no_word_values, $.values))), field('body', $.block)),
      ),

    include_statement: ($) => prec(1, seq(first($, 'include'), field('file', string($)), $._line_end)),

    // Options

    option_space_declaration: ($) =>
      seq(
        first($, 'option'),
        keyword($, 'space'),
        choice(
          seq(optional(field('name', $.identifier)), repeat($._width_clause)),
          seq(field('name', $.identifier), repeat($._width_clause), field('values', $.values)),
          field('values', alias($._no_word_values, $.values)),
        ),
        $._line_end,
      ),
    _width_clause: ($) =>
      prec.right(
        1,
        choice(
          seq(keyword($, 'code'), optional(keyword($, 'width')), optional(field('code_width', $.number))),
          seq(keyword($, 'length'), optional(keyword($, 'width')), optional(field('length_width', $.number))),
          seq(keyword($, 'hash'), optional(keyword($, 'size')), optional(field('hash_size', $.number))),
        ),
      ),

    option_definition: ($) =>
      prec(
        1,
        seq(
          first($, 'option'),
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
    scalar_type: ($) => prec.right(repeat1(choice($.identifier, $.domain_name, ...plain($), ':'))),
    array_type: ($) => seq(keyword($, 'array'), optional(keyword($, 'of')), $._type),
    _array_of_nothing: ($) => seq(keyword($, 'array'), optional(keyword($, 'of'))),
    record_type: ($) =>
      seq('{', repeat(choice($._type, ',')), choice('}', alias($._lost_record_end, $.missing_brace))),
    encapsulate_type: ($) =>
      prec.right(seq(keyword($, 'encapsulate'), optional(field('space', choice($.identifier, string($)))))),

    option_statement: ($) =>
      seq(
        choice(
          first($, 'option'),
          field('operator', choice(...NAMING.slice(1).map((text) => keyword($, text)), keyword($, 'default'))),
        ),
        optionName($),
        choice($._word_line_end, seq(field('values', $.values), $._line_end), $._assigned),
      ),

    _assigned: ($) =>
      prec(
        1,
        seq(
          '=',
$._result),
      ),

    // Conditionals

    if_statement: ($) =>
      prec.right(seq(first($, 'if'), $._conditional, repeat($.elsif_clause), optional($.else_clause))),
    elsif_clause: ($) => seq(choice(first($, 'elsif'), seq(first($, 'else'), keyword($, 'if'))), $._conditional),
    else_clause: ($) => seq(first($, 'else'), bodyOr($, $._first_end)),
    _conditional: ($) =>
      choice(
        bodyOr($, $._broken_end),
        seq(field('condition', $._expression), bodyOr($, $._end)),
        seq(field('condition', $.broken_expression), bodyOr($, $._broken_end)),
      ),

    switch_statement: ($) =>
      seq(
        first($, 'switch'),
        choice(
          bodyOr($, $._broken_end),
          seq(field('value', $._expression), bodyOr($, $._end)),
          seq(field('value', $.broken_expression), bodyOr($, $._broken_end)),
        ),
      ),
    case_label: ($) =>
      prec(
        1,
        seq(
          first($, 'case'),
          optional(field('value', choice($._expression, $.broken_expression))),
          choice(':', ';', alias($._lost_after_value, $.missing_colon)),
        ),
      ),
    default_label: ($) => seq(first($, 'default'), ':'),

    on_statement: ($) =>
      seq(first($, 'on'), choice(bodyOr($, $._word_end), seq(field('events', $.values), bodyOr($, $._end)))),

    // Executable statements

    set_statement: ($) =>
      seq(
        first($, 'set', 'define'),
        field('name', $.identifier),
        choice($._assigned, $._end, seq(field('values', $.values), $._end)),
      ),
    define_statement: ($) =>
      prec.dynamic(
        1,
        seq(
          first($, 'set', 'define'),
          field('name', $.identifier),
          choice(
            seq(field('parameters', $.parameters), bodyOr($, $._end)),
            seq(optional(field('values', $.values)), field('body', $.block)),
          ),
        ),
      ),
    parameters: ($) => seq('(', optional(list($.identifier)), ')'),
    unset_statement: ($) => prec(1, seq(first($, 'unset'), field('name', $.identifier), $._line_end)),
    return_statement: ($) => seq(first($, 'return'), $._result),
    eval_statement: ($) => seq(first($, 'eval'), $._result),
    break_statement: ($) => seq(first($, 'break'), $._word_line_end),
    match_statement: ($) =>
      seq(
        first($, 'match'),
        choice(
          $._result,
          seq(
            keyword($, 'if'),
            choice(
              $._broken_line_end,
              seq(field('condition', $._expression), $._line_end),
              seq(field('condition', $.broken_expression), $._broken_line_end),
            ),
          ),
        ),
      ),
    spawn_statement: ($) => seq(first($, 'spawn'), keyword($, 'with'), $._result),
    // After an `=` or a word that wants an expression `option` on the next line is none of a new statement
    _result: ($) =>
      choice(
        $._broken_line_end,
        seq(field('value', $._expression), $._line_end),
        seq(field('value', $.broken_expression), $._broken_line_end),
      ),

    log_statement: ($) =>
      prec.dynamic(
        1,
        seq(
          first($, 'log'),
          '(',
          optional(seq(field('priority', $.identifier), ',')),
          field('expression', $._expression),
          ')',
          $._line_end,
        ),
      ),
    execute_statement: ($) =>
      prec.dynamic(1, seq(first($, 'execute'), field('arguments', $.arguments), $._line_end)),
    add_statement: ($) => prec(1, seq(first($, 'add'), field('class', string($)), $._line_end)),
    expression_statement: ($) => prec.dynamic(1, seq($.call_expression, $._line_end)),

    // Ends of statements. A line has no block: there a `{` belongs to something else

    // After a value
    _end: ($) => choice(';', lost($, 'after_value')),
    _line_end: ($) => choice(';', lost($, 'after_value'), lost($, 'before_block')),
    // After the word that the statement starts with
    _word_end: ($) => choice(';', lost($, 'after_keyword')),
    _word_line_end: ($) => choice(';', lost($, 'after_keyword'), lost($, 'before_block')),
    // After the first of two words, where the second may look like a statement
    _first_end: ($) => choice(';', lost($, 'before_second')),
    // Where an expression is missing, or makes no sense
    _broken_end: ($) => choice(';', lost($, 'after_broken')),
    _broken_line_end: ($) => choice(';', lost($, 'after_broken'), lost($, 'before_block')),

    // Everything else

    parameter: ($) =>
      choice(
        seq(
          field('keyword', choice(alias($.identifier, $.keyword), ...DECLARING.map((text) => keyword($, text)))),
          choice($._word_end, seq(field('values', $.values), $._end), $._assigned),
        ),
        seq(
          first($, ...LINES),
          choice($._word_line_end, seq(field('values', $.values), $._line_end), $._assigned),
        ),
        seq(first($, 'break'), field('values', $.values), $._line_end),
        seq(
          first($, ...NAMING),
          choice(
            $._word_line_end,
            seq(field('values', alias($._no_name_values, $.values)), $._line_end),
            $._assigned,
          ),
        ),
        seq(
          first($, 'failover'),
          choice($._first_end, seq(field('values', alias($._peer_values, $.values)), $._end), $._assigned),
        ),
        seq(
          first($, 'set', 'define'),
          choice($._word_line_end, seq(field('values', alias($._no_word_values, $.values)), $._line_end)),
        ),
        seq(
          first($, 'default'),
          choice(
            $._word_line_end,
            seq(field('values', alias($._no_colon_values, $.values)), $._line_end),
            $._assigned,
          ),
        ),
        seq(first($, 'peer'), choice($._first_end, seq(field('values', $.values), $._end))),
        // The one statement of dhcpd that takes no `;`
        seq(first($, 'no'), field('values', alias($._failover_peer, $.values))),
        seq(
          first($, 'no'),
          choice($._first_end, seq(field('values', choice($.values, alias($._failover_values, $.values))), $._end)),
        ),
        seq(first($, 'elsif', 'else'), choice($._word_end, seq(field('values', $.values), $._end))),
      ),
    _failover_peer: ($) => seq(asWord($, 'failover'), asWord($, 'peer')),
    _failover_values: ($) => seq(asWord($, 'failover'), repeat(choice($._value, '='))),

    unknown_statement: ($) => seq(field('values', alias($._no_word_values, $.values)), $._end),

    empty_statement: () => ';',

    // Values: what their tokens mean, knows whoever knows the option or the parameter

    values: ($) => seq($._value, repeat(choice($._value, '='))),
    _no_word_values: ($) => seq(choice($._no_word, '='), repeat(choice($._value, '='))),
    _no_name_values: ($) => seq($._no_name, repeat(choice($._value, '='))),
    _no_colon_values: ($) => seq($._no_colon, repeat(choice($._value, '='))),
    _value: ($) => choice(...without(anyToken($), '=')),
    _no_word: ($) => choice($.domain_name, $._no_name),
    _no_name: ($) => choice($._no_colon, ':'),
    _no_colon: ($) => choice(...plain($), ','),

    // Expressions

    // Gives way to a `:` that may end the value of a case
    broken_expression: ($) => prec(1, prec.dynamic(-1, repeat1(choice($._value, '=')))),

    _expression: ($) => choice($._operand, $.binary_expression),

    // Where an operator binds tighter than the one before it, dhcpd makes the whole rest of the expression the right
    // side of that one: so the second line of `chain` gives way to any operator that follows.
    binary_expression: ($) => {
      const chain = (left) =>
        OPERATORS.flatMap(([binds, texts]) => {
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
        ...CONSTANTS.map((text) => alias($[`_${id(text)}`], $[id(text)])),
        alias($.identifier, $.variable),
        string($),
        $.number,
        $.hex_string,
      ),

    // Not takes one operand, not a comparison
    not_expression: ($) => seq(alias($._not, 'not'), field('operand', $._operand)),
    exists_expression: ($) => seq(alias($._exists, 'exists'), optionName($)),
    check_expression: ($) => seq(alias($._check, 'check'), field('name', string($))),
    option_expression: ($) =>
      seq(
        choice(alias($._option, 'option'), alias($._config_option, 'config-option')),
        optionName($),
      ),
    parenthesized_expression: ($) => seq('(', $._expression, ')'),
    call_expression: ($) => seq(field('function', $.identifier), field('arguments', $.arguments)),
    arguments: ($) => seq('(', optional(list($._expression)), ')'),

    // Tokens

    // One of several lines
    _long_string: ($) => seq($._string_head, $._string_tail),

    // Blanks that come along with a text from a web page; to dhcpd they are no blanks
    foreign_space: () => new RegExp(`[${FOREIGN}]([${FOREIGN}${BLANK}]*[${FOREIGN}])?`),

    // Before the words that they look like
    ...Object.fromEntries(
      [...DECLARING, ...LINES, ...NAMING, ...CONSTANTS, ...EXPRESSION_WORDS, ...OTHER_WORDS].map((text) => [
        `_${id(text)}`,
        () => anyCase(text),
      ]),
    ),

    number: () => token(choice(/-?[0-9]+/, /0[xX][0-9a-fA-F]+/)),
    ip_address: () => /[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+/,
    hex_string: () => /[0-9a-fA-F]{1,2}(:[0-9a-fA-F]{1,2})+/,
    ip6_address: () => /[0-9a-fA-F]{0,4}(:[0-9a-fA-F]{0,4}){2,8}/,
    domain_name: () => token(choice(/[A-Za-z0-9_][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)+\.?/, /[A-Za-z0-9_][A-Za-z0-9_-]*\./)),
    identifier: () => /[A-Za-z0-9_][A-Za-z0-9_-]*/,
    _symbol: () => /[@<>?~!\[\]'`\\$]/,
    unknown_character: () => new RegExp(`[\\x00]|[^\\x21-\\x7e${FOREIGN}${BLANK}]+`),

    _not_equal: () => /![ \t\r\n]*=/,
    _matches: () => /~[ \t\r\n]*=/,
    _matches_any_case: () => /~[ \t\r\n]*~/,
  },
});
