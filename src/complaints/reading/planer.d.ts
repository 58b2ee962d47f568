// The one function of planer that the desk uses; the package has no types of its own.
declare module 'planer' {
  /**
   * Takes the history out of marked lines: `e` empty, `f` forwarded message begins, `m` quoted, `s` line above history,
   * `t` text; one mark a line. Gives all lines back for a forward and where text stands between quoted lines.
   */
  export function processMarkedLines(lines: readonly string[], marks: string): string[];
}
