/** As much of a syntax tree's node as an expression needs; the parser's own nodes fit it. */
export interface SyntaxNode {
  /** UTF-16 code units of the parsed text. */
  readonly startIndex: number;
  readonly endIndex: number;
  readonly hasError: boolean;
  childForFieldName(name: string): SyntaxNode | null;
}
