// Tokens whose kind or end depends on what follows them: a string or word before a `:` is a key, a quote that nothing on its
// line closes ends where a person would close it. `stringEnd` in server/src/languages/kea/syntax.ts has the same rules for
// where strings end: change them together.
#include "tree_sitter/parser.h"

enum Token {
  COMMENT,
  UNCLOSED_COMMENT,
  FOREIGN_SPACE,
  INCLUDE,
  KEY_STRING,
  KEY_UNCLOSED,
  KEY_HALF_QUOTED,
  KEY_WRONG_QUOTES,
  KEY_WORD,
  STRING,
  UNCLOSED_STRING,
  HALF_QUOTED,
  WRONG_QUOTES,
  WORD,
  NUMBER,
  BOOLEAN,
  NULL_VALUE,
  MISSING_BRACE,
  MISSING_SQUARE_BRACKET,
  RECOVERING,
};

static bool is_blank(int32_t c) { return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f'; }
static bool is_space(int32_t c) { return is_blank(c) || c == '\n'; }
static bool is_digit(int32_t c) { return c >= '0' && c <= '9'; }
static bool is_letter(int32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
static bool is_name(int32_t c) { return is_letter(c) || is_digit(c) || c == '_' || c == '-' || c == '.'; }
/** What stands between names and values, or before a value. */
static bool is_joint(int32_t c) {
  return c == ',' || c == ':' || c == '=' || c == ';' || c == '{' || c == '}' || c == '[' || c == ']';
}
/** Blanks of Unicode. */
static bool is_foreign(int32_t c) {
  return c == 0xa0 || c == 0xad || c == 0x85 || c == 0x1680 || (c >= 0x2000 && c <= 0x200f) ||
         (c >= 0x2028 && c <= 0x202f) || (c >= 0x205f && c <= 0x2064) || c == 0x3000 || c == 0xfeff;
}
/** Quotes that people write and Kea does not know. */
static bool is_wrong_quote(int32_t c) {
  return c == '\'' || c == '`' || c == 0xab || c == 0xbb || c == 0xb4 || (c >= 0x2018 && c <= 0x201f);
}

static void advance(TSLexer *lexer) { lexer->advance(lexer, false); }

static bool finish(TSLexer *lexer, enum Token token) {
  lexer->result_symbol = token;
  return true;
}

/** The token that a name or value is, by what stands behind it; the token's end must have been marked. */
static bool finish_by_next(TSLexer *lexer, enum Token key, enum Token value) {
  while (is_space(lexer->lookahead)) advance(lexer);
  if (lexer->lookahead == ':') return finish(lexer, key);
  if (lexer->lookahead != '=') return finish(lexer, value);
  advance(lexer);
  return finish(lexer, lexer->lookahead == '=' ? value : key);
}

static bool scan_line_comment(TSLexer *lexer) {
  while (!lexer->eof(lexer) && lexer->lookahead != '\n') advance(lexer);
  lexer->mark_end(lexer);
  return finish(lexer, COMMENT);
}

/** Behind a slash, at a second one or a star. A comment that nothing closes takes its line only. */
static bool scan_slash_comment(TSLexer *lexer) {
  if (lexer->lookahead == '/') return scan_line_comment(lexer);
  advance(lexer);
  bool marked = false;
  int32_t before = 0;
  while (!lexer->eof(lexer)) {
    int32_t c = lexer->lookahead;
    if (c == '\n' && !marked) {
      lexer->mark_end(lexer);
      marked = true;
    }
    advance(lexer);
    if (before == '*' && c == '/') {
      lexer->mark_end(lexer);
      return finish(lexer, COMMENT);
    }
    before = c;
  }
  if (!marked) lexer->mark_end(lexer);
  return finish(lexer, UNCLOSED_COMMENT);
}

/** At a quote right behind a name: whether it closes what nothing has opened, from what follows it and some blanks. */
static bool take_half_quote(TSLexer *lexer) {
  advance(lexer);
  while (is_blank(lexer->lookahead)) advance(lexer);
  int32_t next = lexer->lookahead;
  bool closes = lexer->eof(lexer) || next == '\n' || next == ':' || next == ',' || next == '}' || next == ']';
  if (closes) lexer->mark_end(lexer);
  return closes;
}

/**
 * At an opening quote. A string ends at its closing quote, on the same line. If there is none, or if a letter or digit follows what
 * looks like one while a joint stands before it (`"name: "x"`), the quote was forgotten: it belongs before the joints, behind a name
 * before the colon.
 */
static bool scan_string(TSLexer *lexer) {
  advance(lexer);
  lexer->mark_end(lexer);
  bool started = false;
  bool name = true;    // nothing but a name so far
  bool frozen = false; // a name and a colon: without a closing quote it ends there
  int32_t joint = 0;   // the first joint behind the last character that is none
  while (!lexer->eof(lexer) && lexer->lookahead != '\n') {
    int32_t c = lexer->lookahead;
    advance(lexer);
    if (c == '"') {
      bool forgotten = started && joint != 0 && (is_letter(lexer->lookahead) || is_digit(lexer->lookahead));
      if (forgotten) break;
      lexer->mark_end(lexer);
      return finish_by_next(lexer, KEY_STRING, STRING);
    }
    if (is_blank(c)) continue;
    if (is_joint(c)) {
      if (joint != 0) continue;
      joint = c;
      frozen = frozen || (c == ':' && name && started);
      continue;
    }
    if (c == '\\' && !lexer->eof(lexer) && lexer->lookahead != '\n') advance(lexer);
    started = true;
    if (frozen) {
      joint = 0;
      continue;
    }
    name = name && joint == 0 && is_name(c);
    joint = 0;
    lexer->mark_end(lexer);
  }
  return finish(lexer, frozen || joint == ':' || joint == '=' ? KEY_UNCLOSED : UNCLOSED_STRING);
}

/** A text in quotes of another kind, without anything that could be a part of the file's structure. */
static bool scan_wrong_quotes(TSLexer *lexer) {
  advance(lexer);
  lexer->mark_end(lexer);
  for (int32_t c = lexer->lookahead; !lexer->eof(lexer) && c != '\n' && c != '"' && c != ',' && c != '#';
       c = lexer->lookahead) {
    if (c == '{' || c == '}' || c == '[' || c == ']') break;
    advance(lexer);
    if (!is_blank(c)) lexer->mark_end(lexer);
    if (is_wrong_quote(c)) return finish_by_next(lexer, KEY_WRONG_QUOTES, WRONG_QUOTES);
    if (is_name(c) && lexer->lookahead == '"' && take_half_quote(lexer)) {
      return finish_by_next(lexer, KEY_WRONG_QUOTES, WRONG_QUOTES);
    }
  }
  return finish(lexer, WRONG_QUOTES);
}

/** What a word is that is written without quotes: Kea knows numbers and three names. */
static enum Token kind_of_word(const char *text, unsigned length, bool whole) {
  if (!whole) return WORD;
  const char *names[] = {"true", "false", "null"};
  for (unsigned n = 0; n < 3; n++) {
    unsigned i = 0;
    while (i < length && names[n][i] == text[i]) i++;
    if (i == length && names[n][i] == 0) return n == 2 ? NULL_VALUE : BOOLEAN;
  }
  unsigned i = text[0] == '-' || text[0] == '+' ? 1 : 0;
  unsigned digits = 0;
  while (i < length && is_digit(text[i])) i++, digits++;
  if (i < length && text[i] == '.') {
    i++;
    while (i < length && is_digit(text[i])) i++, digits++;
  }
  if (digits == 0) return WORD;
  if (i < length && (text[i] == 'e' || text[i] == 'E')) {
    i++;
    if (i < length && (text[i] == '-' || text[i] == '+')) i++;
    if (i == length) return WORD;
    while (i < length && is_digit(text[i])) i++;
  }
  return i == length ? NUMBER : WORD;
}

#define LONGEST_NUMBER 64

/** Whether a word ends before this character; comments are looked for elsewhere. */
static bool ends_word(int32_t c) { return is_space(c) || is_joint(c) || is_foreign(c) || c == '"' || c == '#'; }

/** A word, or several in one line: a text without quotes. `taken`: its first character, if that has been read already. */
static bool scan_word(TSLexer *lexer, int32_t taken) {
  char text[LONGEST_NUMBER];
  unsigned length = 0;
  bool whole = true; // `text` holds all of it
  int32_t last = taken;
  if (taken != 0) {
    text[length++] = (char)taken;
    lexer->mark_end(lexer);
  }
  for (;;) {
    while (!lexer->eof(lexer) && !ends_word(lexer->lookahead)) {
      int32_t c = lexer->lookahead;
      advance(lexer);
      if (c == '/' && (lexer->lookahead == '/' || lexer->lookahead == '*')) goto done;
      if (length < LONGEST_NUMBER && c < 128) text[length++] = (char)c;
      else whole = false;
      last = c;
      lexer->mark_end(lexer);
    }
    if (lexer->lookahead == '"' && !lexer->eof(lexer) && is_name(last)) {
      if (take_half_quote(lexer)) return finish_by_next(lexer, KEY_HALF_QUOTED, HALF_QUOTED);
      return finish(lexer, kind_of_word(text, length, whole));
    }
    enum Token kind = kind_of_word(text, length, whole);
    if (kind != WORD || !is_blank(lexer->lookahead)) break;
    // More words in the same line belong to the same text.
    while (is_blank(lexer->lookahead)) advance(lexer);
    if (lexer->eof(lexer) || ends_word(lexer->lookahead) || lexer->lookahead == '/' || is_wrong_quote(lexer->lookahead)) break;
    whole = false;
  }
done:
  {
    enum Token kind = kind_of_word(text, length, whole);
    return finish_by_next(lexer, kind == WORD ? KEY_WORD : kind, kind);
  }
}

/** At a `<`: an include, or a word. */
static bool scan_include(TSLexer *lexer) {
  advance(lexer);
  lexer->mark_end(lexer);
  if (lexer->lookahead != '?') return scan_word(lexer, '<');
  advance(lexer);
  lexer->mark_end(lexer);
  while (is_space(lexer->lookahead)) advance(lexer);
  for (const char *name = "include"; *name != 0; name++) {
    if (lexer->lookahead != *name) return finish(lexer, WORD);
    advance(lexer);
  }
  lexer->mark_end(lexer);
  if (lexer->lookahead == '"') {
    if (take_half_quote(lexer)) return finish_by_next(lexer, KEY_HALF_QUOTED, HALF_QUOTED);
  } else {
    while (is_space(lexer->lookahead)) advance(lexer);
    if (lexer->lookahead != '"') return finish(lexer, WORD);
    advance(lexer);
  }
  while (!lexer->eof(lexer) && lexer->lookahead != '\n' && lexer->lookahead != '"' && lexer->lookahead != '\\') {
    advance(lexer);
  }
  if (lexer->lookahead != '"') return finish(lexer, WORD);
  advance(lexer);
  lexer->mark_end(lexer);
  while (is_space(lexer->lookahead)) advance(lexer);
  if (lexer->lookahead != '?') return finish(lexer, INCLUDE);
  advance(lexer);
  if (lexer->lookahead != '>') return finish(lexer, INCLUDE);
  advance(lexer);
  lexer->mark_end(lexer);
  return finish(lexer, INCLUDE);
}

static bool scan(TSLexer *lexer, const bool *valid) {
  while (is_space(lexer->lookahead)) lexer->advance(lexer, true);
  lexer->mark_end(lexer);
  int32_t c = lexer->lookahead;
  bool at_end = lexer->eof(lexer);
  if (!valid[RECOVERING]) {
    if (valid[MISSING_BRACE] && (at_end || c == ']')) return finish(lexer, MISSING_BRACE);
    if (valid[MISSING_SQUARE_BRACKET] && (at_end || c == '}')) return finish(lexer, MISSING_SQUARE_BRACKET);
  }
  if (at_end || is_joint(c)) return false;
  if (c == '#') return scan_line_comment(lexer);
  if (c == '"') return scan_string(lexer);
  if (c == '<') return scan_include(lexer);
  if (is_wrong_quote(c)) return scan_wrong_quotes(lexer);
  if (is_foreign(c)) {
    while (is_foreign(lexer->lookahead)) advance(lexer);
    lexer->mark_end(lexer);
    return finish(lexer, FOREIGN_SPACE);
  }
  if (c == '/') {
    advance(lexer);
    if (lexer->lookahead == '/' || lexer->lookahead == '*') return scan_slash_comment(lexer);
    lexer->mark_end(lexer);
    return scan_word(lexer, '/');
  }
  return scan_word(lexer, 0);
}

void *tree_sitter_kea_external_scanner_create(void) { return 0; }
void tree_sitter_kea_external_scanner_destroy(void *payload) { (void)payload; }
unsigned tree_sitter_kea_external_scanner_serialize(void *payload, char *buffer) {
  (void)payload;
  (void)buffer;
  return 0;
}
void tree_sitter_kea_external_scanner_deserialize(void *payload, const char *buffer, unsigned length) {
  (void)payload;
  (void)buffer;
  (void)length;
}
bool tree_sitter_kea_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid) {
  (void)payload;
  return scan(lexer, valid);
}
