// What a subcommand of `tierline` is.

/** What a subcommand talks to. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

export interface Command {
  /** One line for the list of subcommands. */
  readonly help: string;
  /** What `--help` prints: how it is called, with each option. */
  readonly usage: string;
  /** Resolves to the exit code. */
  run(args: readonly string[], terminal: Terminal): Promise<number>;
}
