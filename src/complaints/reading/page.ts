// Text as it grows from an HTML page: words, breaks and roles become lines.

/** What a line is by its mark-up or its marks: new words, history, the line above history, or a signature. */
export type LineRole = 'plain' | 'quoted' | 'attribution' | 'signature';

export interface Line {
  readonly text: string;
  readonly role: LineRole;
}

export interface Page {
  /** Text as the page's source has it: runs of white space count as one space unless `kept`. A hard space stays one, so that a line with nothing else is an empty line. */
  readonly write: (text: string, role: LineRole, kept: boolean) => void;
  /** Ends the line, if it has begun. */
  readonly endLine: () => void;
  /** Ends the line and leaves an empty one, unless there is one already. */
  readonly endParagraph: () => void;
  /** A line break that somebody asked for, also on an empty line. */
  readonly breakLine: (role: LineRole) => void;
  readonly lines: () => readonly Line[];
}

export function blankPage(): Page {
  const lines: Line[] = [];
  /** The line's pieces: joined once, because a page may come one character at a time. */
  let pieces: string[] = [];
  let hasInk = false;
  let endsInSpace = true;
  let lineRole: LineRole = 'plain';
  const clear = () => {
    pieces = [];
    hasInk = false;
    endsInSpace = true;
  };
  const push = (role: LineRole) => {
    lines.push({
      text: hasInk
        ? pieces
            .join('')
            .replace(/\u00a0/g, ' ')
            .trimEnd()
        : '',
      role,
    });
    clear();
  };
  const endLine = () => {
    if (hasInk) push(lineRole);
    else clear();
  };
  const endParagraph = () => {
    endLine();
    const last = lines.at(-1);
    if (last && last.text !== '') lines.push({ text: '', role: last.role });
  };
  const put = (text: string, role: LineRole) => {
    if (hasInk && role !== lineRole) endLine();
    const piece = endsInSpace && text.startsWith(' ') ? text.slice(1) : text;
    if (piece === '') return;
    lineRole = role;
    pieces.push(piece);
    hasInk ||= /[^ \t]/.test(piece);
    endsInSpace = piece.endsWith(' ');
  };
  const write = (text: string, role: LineRole, kept: boolean) => {
    const [first = '', ...rest] = kept ? text.split(/\r?\n/) : [text.replace(/[^\S\u00a0]+/g, ' ')];
    put(first, role);
    for (const next of rest) {
      push(role);
      put(next, role);
    }
  };
  const breakLine = (role: LineRole) => push(hasInk ? lineRole : role);
  const allLines = () => {
    endLine();
    return lines;
  };
  return { write, endLine, endParagraph, breakLine, lines: allLines };
}
