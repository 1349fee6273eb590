// What needs a look ahead: where a string ends, and where a `;` or `}` is missing.
//
// A lost `;` is found by what follows: the end of the block or the file, or a word that starts a statement. Such a word
// is believed at the start of a later line; on the same line only where it is followed by what that statement wants,
// because almost every word may also be a value.

#include "tree_sitter/alloc.h"
#include "tree_sitter/parser.h"

#include <string.h>

enum Token {
  COMMENT,
  STRING,
  UNCLOSED_STRING,
  STRING_HEAD,
  STRING_TAIL,
  LOST_AFTER_KEYWORD,
  LOST_AFTER_VALUE,
  LOST_AFTER_EXPRESSION,
  LOST_AFTER_BROKEN,
  LOST_BEFORE_SECOND,
  LOST_BEFORE_BLOCK,
  LOST_RECORD_END,
  LOST_BLOCK_END,
  NOTHING_LOST,
  ERROR_RECOVERY,
};

enum {
  // dhcpd's own buffer for a string
  LONGEST_STRING = 1500,
  LONGEST_WORD = 32,
};

// What must follow a word, for it to start a statement in the middle of a line
enum Follower {
  NOTHING,          // such a word is never believed there
  ANYTHING,         // but `;`, `,` and `)`
  A_NAME,           // a word
  A_STRING,         // a quote
  A_NUMBER,         // a digit
  AN_ADDRESS,       // a hexadecimal digit or a colon
  A_PARENTHESIS,    // `(`
  A_BLOCK,          // `{`
  A_NAME_AND_BLOCK, // or a block alone
  A_NAME_AND_END,   // … or a name and `;`, or a string
  AN_END,           // `;`
};

// Flags of a word
enum {
  ALONE = 1,      // a statement without anything else: a `;` may follow it
  EXPRESSION = 2, // may also stand where an expression is wanted
  SECOND = 4,     // may also be the second word, after else, failover, no, peer
};

typedef struct {
  const char *text;
  unsigned char follower;
  unsigned char flags;
} Word;

// Sorted
static const Word WORDS[] = {
    {"abandon-lease-time", ANYTHING, 0},
    {"adaptive-lease-time-threshold", ANYTHING, 0},
    {"add", A_STRING, 0},
    {"address", NOTHING, SECOND},
    {"algorithm", A_NAME, 0},
    {"allow", A_NAME, 0},
    {"always-broadcast", ANYTHING, 0},
    {"always-reply-rfc1048", ANYTHING, 0},
    {"append", A_NAME, 0},
    {"authoritative", AN_END, ALONE},
    {"auto-partner-down", ANYTHING, 0},
    {"bind-local-address6", ANYTHING, 0},
    {"boot-unknown-clients", ANYTHING, 0},
    {"break", AN_END, ALONE},
    {"case", NOTHING, 0},
    {"check-secs-byte-order", ANYTHING, 0},
    {"class", A_STRING, 0},
    {"db-time-format", ANYTHING, 0},
    {"ddns-domainname", ANYTHING, 0},
    {"ddns-dual-stack-mixed-mode", ANYTHING, 0},
    {"ddns-guard-id-must-match", ANYTHING, 0},
    {"ddns-hostname", ANYTHING, 0},
    {"ddns-local-address4", ANYTHING, 0},
    {"ddns-local-address6", ANYTHING, 0},
    {"ddns-other-guard-is-dynamic", ANYTHING, 0},
    {"ddns-rev-domainname", ANYTHING, 0},
    {"ddns-ttl", ANYTHING, 0},
    {"ddns-update-style", ANYTHING, 0},
    {"ddns-updates", ANYTHING, 0},
    {"default", NOTHING, 0},
    {"default-lease-time", ANYTHING, 0},
    {"define", NOTHING, 0},
    {"delayed-ack", ANYTHING, 0},
    {"deleted", NOTHING, ALONE},
    {"deny", A_NAME, 0},
    {"dhcp-cache-threshold", ANYTHING, 0},
    {"dhcpv6-lease-file-name", ANYTHING, 0},
    {"dhcpv6-pid-file-name", ANYTHING, 0},
    {"dhcpv6-set-tee-times", ANYTHING, 0},
    {"do-forward-updates", ANYTHING, 0},
    {"do-reverse-updates", ANYTHING, 0},
    {"dont-use-fsync", ANYTHING, 0},
    {"dynamic", NOTHING, ALONE},
    {"dynamic-bootp-lease-cutoff", ANYTHING, 0},
    {"dynamic-bootp-lease-length", ANYTHING, 0},
    {"echo-client-id", ANYTHING, 0},
    {"eval", NOTHING, 0},
    {"execute", A_PARENTHESIS, 0},
    {"failover", A_NAME, SECOND},
    {"filename", A_STRING, EXPRESSION},
    {"fixed-address", ANYTHING, 0},
    {"fixed-address6", ANYTHING, 0},
    {"fixed-prefix6", ANYTHING, 0},
    {"fqdn-reply", ANYTHING, 0},
    {"get-lease-hostnames", ANYTHING, 0},
    {"group", A_NAME_AND_BLOCK, 0},
    {"hardware", A_NAME, EXPRESSION},
    {"hba", NOTHING, 0},
    {"host", A_NAME_AND_BLOCK, 0},
    {"host-identifier", ANYTHING, 0},
    {"if", ANYTHING, EXPRESSION | SECOND},
    {"ignore", A_NAME, 0},
    {"ignore-client-uids", ANYTHING, 0},
    {"include", A_STRING, 0},
    {"infinite-is-reserved", ANYTHING, 0},
    {"interface", A_STRING, 0},
    {"key", A_NAME_AND_END, 0},
    {"lease", A_NAME, 0},
    {"lease-file-name", ANYTHING, 0},
    {"lease-id-format", ANYTHING, 0},
    {"limit-addrs-per-ia", ANYTHING, 0},
    {"limit-prefs-per-ia", ANYTHING, 0},
    {"limited-broadcast-address", ANYTHING, 0},
    {"load", NOTHING, 0},
    {"local-address", ANYTHING, 0},
    {"local-address6", ANYTHING, 0},
    {"local-port", ANYTHING, 0},
    {"log", A_PARENTHESIS, 0},
    {"log-facility", ANYTHING, 0},
    {"log-threshold-high", ANYTHING, 0},
    {"log-threshold-low", ANYTHING, 0},
    {"match", NOTHING, 0},
    {"max-ack-delay", ANYTHING, 0},
    {"max-balance", ANYTHING, 0},
    {"max-lease-misbalance", ANYTHING, 0},
    {"max-lease-ownership", ANYTHING, 0},
    {"max-lease-time", ANYTHING, 0},
    {"max-response-delay", ANYTHING, SECOND},
    {"max-unacked-updates", ANYTHING, SECOND},
    {"mclt", NOTHING, 0},
    {"min-balance", ANYTHING, 0},
    {"min-lease-time", ANYTHING, 0},
    {"min-secs", ANYTHING, 0},
    {"my", NOTHING, 0},
    {"next-server", ANYTHING, 0},
    {"no", NOTHING, 0},
    {"not", NOTHING, EXPRESSION},
    {"omapi-key", ANYTHING, 0},
    {"omapi-port", ANYTHING, 0},
    {"on", NOTHING, 0},
    {"one-lease-per-client", ANYTHING, 0},
    {"option", A_NAME, EXPRESSION},
    {"parse-vendor-option", AN_END, ALONE},
    {"partner", NOTHING, 0},
    {"peer", NOTHING, SECOND},
    {"pid-file-name", ANYTHING, 0},
    {"ping-check", ANYTHING, 0},
    {"ping-cltt-secs", ANYTHING, 0},
    {"ping-timeout", ANYTHING, 0},
    {"ping-timeout-ms", ANYTHING, 0},
    {"pool", A_BLOCK, 0},
    {"pool6", A_BLOCK, 0},
    {"port", NOTHING, SECOND},
    {"preferred-lifetime", ANYTHING, 0},
    {"prefix-length-mode", ANYTHING, 0},
    {"prefix6", AN_ADDRESS, 0},
    {"prepend", A_NAME, 0},
    {"primary", A_NUMBER, ALONE},
    {"primary6", AN_ADDRESS, 0},
    {"range", A_NUMBER, 0},
    {"range6", AN_ADDRESS, 0},
    {"release-on-roam", ANYTHING, 0},
    {"remote-port", ANYTHING, 0},
    {"return", NOTHING, 0},
    {"secondary", A_NUMBER, ALONE},
    {"secondary6", AN_ADDRESS, 0},
    {"secret", ANYTHING, 0},
    {"send", NOTHING, 0},
    {"server-duid", ANYTHING, 0},
    {"server-id-check", ANYTHING, 0},
    {"server-identifier", ANYTHING, 0},
    {"server-name", A_STRING, EXPRESSION},
    {"set", A_NAME, 0},
    {"shared-network", ANYTHING, 0},
    {"site-option-space", ANYTHING, 0},
    {"spawn", NOTHING, 0},
    {"split", NOTHING, 0},
    {"stash-agent-options", ANYTHING, 0},
    {"static", NOTHING, ALONE | EXPRESSION},
    {"subclass", A_STRING, 0},
    {"subnet", A_NUMBER, 0},
    {"subnet6", AN_ADDRESS, 0},
    {"supersede", A_NAME, 0},
    {"switch", A_PARENTHESIS, 0},
    {"uid", NOTHING, 0},
    {"unset", A_NAME, 0},
    {"update-conflict-detection", ANYTHING, 0},
    {"update-optimization", ANYTHING, 0},
    {"update-static-leases", ANYTHING, 0},
    {"use-host-decl-names", ANYTHING, 0},
    {"use-lease-addr-for-default-route", ANYTHING, 0},
    {"user-class", A_STRING, 0},
    {"vendor-class", A_STRING, 0},
    {"vendor-option-space", ANYTHING, 0},
    {"zone", A_NAME, 0},
};

static const Word *find_word(const char *text) {
  int low = 0;
  int high = (int)(sizeof WORDS / sizeof *WORDS) - 1;
  while (low <= high) {
    int middle = (low + high) / 2;
    int order = strcmp(text, WORDS[middle].text);
    if (order == 0) return &WORDS[middle];
    if (order < 0) high = middle - 1;
    else low = middle + 1;
  }
  return NULL;
}

static bool is_digit(int32_t c) { return c >= '0' && c <= '9'; }

static bool is_letter(int32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

static bool is_hex_digit(int32_t c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

static bool is_of_word(int32_t c) { return is_letter(c) || is_digit(c) || c == '-' || c == '_'; }

// The same characters as `foreign_space` in the grammar
static bool is_foreign_space(int32_t c) {
  return c == 0xa0 || c == 0xad || c == 0x85 || c == 0x1680 || (c >= 0x2000 && c <= 0x200f) ||
         (c >= 0x2028 && c <= 0x202f) || (c >= 0x205f && c <= 0x2064) || c == 0x3000 || c == 0xfeff;
}

static bool is_blank(int32_t c) { return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f'; }

static bool is_space(int32_t c) { return is_blank(c) || c == '\n' || is_foreign_space(c); }

static bool is_one_of(int32_t c, const char *characters) { return c > 0 && c < 0x80 && strchr(characters, (int)c) != NULL; }

static unsigned bytes_of(int32_t c) { return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4; }

// How many comments are left of a gap in which no end was found lost: it is not searched again behind each of them.
// `comments` is set by a token of no width, _nothing_lost, because a scan that fails cannot keep anything.
typedef struct {
  uint32_t comments;
} State;

// What lies between two tokens
typedef struct {
  bool new_line;
  bool foreign_space;
  uint32_t comments;
} Gap;

static void skip_blanks(TSLexer *lexer) {
  while (is_blank(lexer->lookahead) || lexer->lookahead == '\n') lexer->advance(lexer, true);
}

static Gap skip_gap(TSLexer *lexer) {
  Gap gap = {false, false, 0};
  while (!lexer->eof(lexer)) {
    int32_t c = lexer->lookahead;
    if (c == '#') {
      gap.comments++;
      while (!lexer->eof(lexer) && lexer->lookahead != '\n') lexer->advance(lexer, true);
      continue;
    }
    if (!is_space(c)) break;
    if (c == '\n') gap.new_line = true;
    if (is_foreign_space(c)) gap.foreign_space = true;
    lexer->advance(lexer, true);
  }
  return gap;
}

// Stands behind a quote that closes a string of several lines, if it is no opening one.
static bool may_follow_string(TSLexer *lexer) {
  bool blank = false;
  while (is_blank(lexer->lookahead)) {
    blank = true;
    lexer->advance(lexer, false);
  }
  if (lexer->eof(lexer)) return true;
  if (lexer->lookahead == ':') { // after the value of a case
    lexer->advance(lexer, false);
    return lexer->eof(lexer) || is_space(lexer->lookahead);
  }
  if (blank && is_letter(lexer->lookahead)) {
    char text[4] = "";
    for (int length = 0; is_of_word(lexer->lookahead); length++) {
      if (length == 3) return false;
      text[length] = (char)(lexer->lookahead | 0x20);
      lexer->advance(lexer, false);
    }
    return strcmp(text, "and") == 0 || strcmp(text, "or") == 0;
  }
  return is_one_of(lexer->lookahead, "\n#;,){}=!~");
}

// Stands on an opening quote. A string that its line does not close ends there: before the `;` that ends the line, if one
// does. If it is closed further down after all, that was its head, and the tail is read in a second go, because only
// one end can be marked in each.
static bool scan_string(TSLexer *lexer, bool may_be_long) {
  bool escaped = false;
  bool marked = false;
  bool comment = false;
  unsigned bytes = 0;
  lexer->advance(lexer, false);
  while (!lexer->eof(lexer) && lexer->lookahead != '\n') {
    int32_t c = lexer->lookahead;
    if (c == '"' && !escaped) {
      lexer->advance(lexer, false);
      lexer->mark_end(lexer);
      lexer->result_symbol = STRING;
      return true;
    }
    if (c == ';' && !comment) {
      lexer->mark_end(lexer);
      marked = true;
    } else if (c == '#' && marked) {
      comment = true;
    } else if (c == '\r' && !marked) {
      lexer->mark_end(lexer);
      marked = true;
    } else if (!is_blank(c) && !comment) {
      marked = false;
    }
    escaped = c == '\\' && !escaped;
    bytes += bytes_of(c);
    lexer->advance(lexer, false);
  }
  if (!marked) lexer->mark_end(lexer);
  lexer->result_symbol = UNCLOSED_STRING;
  while (may_be_long && !lexer->eof(lexer) && bytes < LONGEST_STRING) {
    int32_t c = lexer->lookahead;
    lexer->advance(lexer, false);
    if (c == '"' && !escaped) {
      if (may_follow_string(lexer)) lexer->result_symbol = STRING_HEAD;
      break;
    }
    escaped = c == '\\' && !escaped;
    bytes += bytes_of(c);
  }
  return true;
}

static bool scan_string_tail(TSLexer *lexer) {
  bool escaped = false;
  while (!lexer->eof(lexer) && (lexer->lookahead != '"' || escaped)) {
    escaped = lexer->lookahead == '\\' && !escaped;
    lexer->advance(lexer, false);
  }
  lexer->advance(lexer, false);
  lexer->mark_end(lexer);
  lexer->result_symbol = STRING_TAIL;
  return true;
}

// Stands behind a word. Is this what the statement wants that the word starts?
static bool follows(TSLexer *lexer, const Word *word, bool new_line) {
  // A domain name, a label, a part of an expression
  if (is_one_of(lexer->lookahead, ".,)")) return false;
  bool blank = false;
  while (is_space(lexer->lookahead)) {
    blank = true;
    lexer->advance(lexer, true);
  }
  int32_t c = lexer->eof(lexer) ? 0 : lexer->lookahead;
  if (c == ';') return (word->flags & ALONE) != 0 && (new_line || word->follower == AN_END);
  if (c == ',' || c == ')') return false;
  if (new_line) return true;
  switch (word->follower) {
    case ANYTHING:
      return blank && c != 0 && c != '}';
    case A_NAME:
      return blank && is_letter(c);
    case A_STRING:
      return c == '"';
    case A_NUMBER:
      return blank && is_digit(c);
    case AN_ADDRESS:
      return blank && (is_hex_digit(c) || c == ':');
    case A_BLOCK:
      return c == '{';
    case A_PARENTHESIS:
      return c == '(';
    case A_NAME_AND_BLOCK:
    case A_NAME_AND_END:
      if (c == '"') return true;
      while (is_of_word(lexer->lookahead) || lexer->lookahead == '.') lexer->advance(lexer, true);
      while (is_space(lexer->lookahead)) lexer->advance(lexer, true);
      return lexer->lookahead == '{' || (lexer->lookahead == ';' && word->follower == A_NAME_AND_END);
    default:
      return false;
  }
}

// Stands behind a word that this file does not know. One with a hyphen that begins a line and has a value after it is
// likelier a misspelt parameter, or an option without `option`, than one more value of the line before.
static bool starts_value(TSLexer *lexer) {
  if (!is_blank(lexer->lookahead)) return false;
  while (is_blank(lexer->lookahead)) lexer->advance(lexer, true);
  return lexer->lookahead == '"' || is_letter(lexer->lookahead) || is_digit(lexer->lookahead);
}

// Stands on a letter. Does a statement start here, though the one before has no end?
static bool starts_statement(TSLexer *lexer, bool new_line, enum Token lost) {
  char text[LONGEST_WORD + 1];
  unsigned length = 0;
  bool hyphen = false;
  for (; is_of_word(lexer->lookahead); length++) {
    if (length == LONGEST_WORD) return false;
    text[length] = (char)(is_letter(lexer->lookahead) ? lexer->lookahead | 0x20 : lexer->lookahead);
    if (lexer->lookahead == '-') hyphen = true;
    lexer->advance(lexer, true);
  }
  text[length] = 0;
  // No word continues an expression but these
  if (lost == LOST_AFTER_EXPRESSION && new_line) return strcmp(text, "and") != 0 && strcmp(text, "or") != 0;
  const Word *word = find_word(text);
  if (word == NULL) return lost == LOST_AFTER_VALUE && new_line && hyphen && starts_value(lexer);
  switch (lost) {
    case LOST_AFTER_KEYWORD:
      // Whatever stands in its line is its value
      if (!new_line) return false;
      break;
    case LOST_AFTER_BROKEN:
      if (!new_line || (word->flags & EXPRESSION) != 0) return false;
      break;
    case LOST_BEFORE_SECOND:
      if ((word->flags & SECOND) != 0) return false;
      break;
    default:
      break;
  }
  return follows(lexer, word, new_line);
}

static bool found(TSLexer *lexer, enum Token token) {
  lexer->result_symbol = token;
  return true;
}

static bool scan_comment(TSLexer *lexer) {
  while (!lexer->eof(lexer) && lexer->lookahead != '\n') lexer->advance(lexer, false);
  lexer->mark_end(lexer);
  return found(lexer, COMMENT);
}

// The end that can be lost here, or LOST_BLOCK_END. Where two of them are valid, the first is meant: the loose twin of a
// rule must not cut what the rule itself reads.
static enum Token what_may_be_lost(const bool *valid) {
  static const enum Token LOST[] = {
      LOST_AFTER_EXPRESSION, LOST_AFTER_VALUE, LOST_AFTER_KEYWORD, LOST_AFTER_BROKEN, LOST_BEFORE_SECOND, LOST_RECORD_END,
  };
  for (unsigned i = 0; i < sizeof LOST / sizeof *LOST; i++) {
    if (valid[LOST[i]]) return LOST[i];
  }
  return LOST_BLOCK_END;
}

// Stands behind the gap after a statement, or after a part of one
static bool is_lost(TSLexer *lexer, enum Token lost, bool new_line) {
  if (lexer->eof(lexer)) return true;
  if (lexer->lookahead == '}') return lost != LOST_RECORD_END;
  if (lexer->lookahead == ';') return lost == LOST_RECORD_END;
  return is_letter(lexer->lookahead) && starts_statement(lexer, new_line, lost);
}

void *tree_sitter_dhcpd_external_scanner_create(void) { return ts_calloc(1, sizeof(State)); }

void tree_sitter_dhcpd_external_scanner_destroy(void *payload) { ts_free(payload); }

unsigned tree_sitter_dhcpd_external_scanner_serialize(void *payload, char *buffer) {
  const State *state = payload;
  if (state->comments == 0) return 0;
  memcpy(buffer, state, sizeof *state);
  return sizeof *state;
}

void tree_sitter_dhcpd_external_scanner_deserialize(void *payload, const char *buffer, unsigned length) {
  State *state = payload;
  state->comments = 0;
  if (length == sizeof *state) memcpy(state, buffer, length);
}

bool tree_sitter_dhcpd_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid) {
  State *state = payload;
  // Everything is valid while the parser looks for a way on after a fault: then nothing must be made up
  bool recovering = valid[ERROR_RECOVERY];
  if (valid[STRING_TAIL] && !recovering) return scan_string_tail(lexer);

  lexer->mark_end(lexer);
  enum Token lost = recovering ? LOST_BLOCK_END : what_may_be_lost(valid);
  if (lost != LOST_BLOCK_END && state->comments == 0) {
    // A lost end stands before the gap
    Gap gap = skip_gap(lexer);
    if (lexer->lookahead == '"' && gap.comments == 0 && !gap.foreign_space) return valid[STRING] && scan_string(lexer, true);
    if (lexer->lookahead == '{' && valid[LOST_BEFORE_BLOCK]) return found(lexer, LOST_BEFORE_BLOCK);
    if (is_lost(lexer, lost, gap.new_line)) return found(lexer, lost);
    state->comments = gap.comments;
    return gap.comments > 0 && found(lexer, NOTHING_LOST);
  }
  skip_blanks(lexer);
  if (lexer->lookahead == '#') {
    if (state->comments > 0) state->comments--;
    return scan_comment(lexer);
  }
  if (!is_foreign_space(lexer->lookahead)) state->comments = 0;
  if (lexer->lookahead == '"') return valid[STRING] && scan_string(lexer, !recovering);
  return lexer->eof(lexer) && valid[LOST_BLOCK_END] && !recovering && found(lexer, LOST_BLOCK_END);
}
