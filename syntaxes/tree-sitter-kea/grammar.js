/// <reference types="tree-sitter-cli/dsl" />
// JSON as the servers of Kea read it: with comments of three kinds, `<?include "file"?>`, and commas in places where JSON
// has none.
//
// A file that somebody types is wrong most of the time, so any text gives a tree: commas and values stand in any order,
// what has no quotes or wrong ones is a node of its own, and a bracket that is lost is a node of no width. scanner.c tells
// a key from a value by the `:` behind it, so a lost value or comma never takes the next key along. Whether things stand
// where they may is not asked here.

/** Names and values that are no strings for Kea. */
const misspelt = ($) => [$.unclosed_string, $.half_quoted, $.wrong_quotes, $.word];

export default grammar({
  name: 'kea',

  // In the order of `enum Token` in scanner.c
  externals: ($) => [
    $.comment,
    $.unclosed_comment,
    $.foreign_space,
    $.include,
    $._key_string,
    $._key_unclosed,
    $._key_half_quoted,
    $._key_wrong_quotes,
    $._key_word,
    $.string,
    $.unclosed_string,
    $.half_quoted,
    $.wrong_quotes,
    $.word,
    $.number,
    $.boolean,
    $.null,
    $.missing_brace,
    $.missing_square_bracket,
    $._recovering,
  ],

  extras: ($) => [/[ \t\r\n\v\f]/, $.comment, $.unclosed_comment, $.foreign_space],

  supertypes: ($) => [$._value],

  rules: {
    document: ($) => repeat(choice($._item, $.unmatched_bracket)),

    _item: ($) => choice($.member, $._value, ',', ';', ':', '='),

    member: ($) => prec.right(seq(field('key', $._key), repeat1(choice(':', '=')), optional(field('value', $._value)))),

    _key: ($) =>
      choice(
        alias($._key_string, $.string),
        alias($._key_unclosed, $.unclosed_string),
        alias($._key_half_quoted, $.half_quoted),
        alias($._key_wrong_quotes, $.wrong_quotes),
        alias($._key_word, $.word),
      ),

    _value: ($) => choice($.object, $.array, $.string, $.number, $.boolean, $.null, $.include, ...misspelt($)),

    object: ($) => seq('{', repeat($._item), choice('}', $.missing_brace)),

    array: ($) => seq('[', repeat($._item), choice(']', $.missing_square_bracket)),

    unmatched_bracket: () => choice('}', ']'),
  },
});
