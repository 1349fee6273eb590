; Names as most editors have them. Later patterns win.

(comment) @comment
(string) @string
(unclosed_string) @string
(number) @number
(hex_string) @number
(ip_address) @number
(ip6_address) @number
(domain_name) @string.special
(identifier) @constant
(variable) @variable
(option_name) @property
(scalar_type) @type
(scalar_type (identifier) @type)
(scalar_type (number) @type)
(encapsulate_type space: (identifier) @module)
(option_space_declaration name: (identifier) @module)

(keyword) @keyword
(parameter keyword: (keyword) @attribute)
[
  (if_statement keyword: (keyword))
  (elsif_clause (keyword))
  (else_clause (keyword))
  (switch_statement keyword: (keyword))
  (case_label keyword: (keyword))
  (default_label keyword: (keyword))
] @keyword.conditional
(return_statement keyword: (keyword) @keyword.return)
(include_statement keyword: (keyword) @keyword.import)

[
  (known)
  (static)
  (hardware)
  (leased_address)
  (host_decl_name)
  (client_state)
  (lease_time)
  (null)
] @constant.builtin

(call_expression function: (identifier) @function.call)
(define_statement name: (identifier) @function)
(set_statement name: (identifier) @variable)
(unset_statement name: (identifier) @variable)
(parameters (identifier) @variable.parameter)
(subnet_declaration header: (values (identifier) @keyword))
(host_declaration header: (values (identifier) @label))
(group_declaration header: (values (identifier) @label))
(shared_network_declaration header: (values (identifier) @label))

["option" "config-option" "exists" "check" "not" "and" "or"] @keyword.operator
["=" "!=" "~=" "~~"] @operator
[";" "," ":"] @punctuation.delimiter
["{" "}" "(" ")"] @punctuation.bracket

[
  (unknown_character)
  (foreign_space)
  (unmatched_brace)
] @error
