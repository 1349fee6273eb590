(comment) @comment
(unclosed_comment) @comment

(member key: (_) @property)
(string) @string
(unclosed_string) @string
(wrong_quotes) @string
(half_quoted) @string
(number) @number
(boolean) @constant.builtin
(null) @constant.builtin
(include) @keyword.import

["{" "}" "[" "]"] @punctuation.bracket
["," ":"] @punctuation.delimiter
[";" "="] @punctuation.delimiter
