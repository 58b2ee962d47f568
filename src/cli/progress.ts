// Tells on standard error how far a simulation is: one line that changes on a terminal, else a line now and then.
import type { Progress } from '../local/simulate.ts';

const everySeconds = { terminal: 0.2, file: 5 };

export interface ProgressLine {
  step(progress: Progress): void;
  end(): void;
}

export function progressTo(write: (text: string) => void, terminal: boolean, clock = Date.now): ProgressLine {
  let last = terminal ? 0 : clock();
  let shown = false;
  return {
    step(progress) {
      const now = clock();
      if (now - last < 1000 * (terminal ? everySeconds.terminal : everySeconds.file)) return;
      last = now;
      shown = true;
      write(terminal ? `\r\u001b[K${line(progress)}` : `${line(progress)}\n`);
    },
    end() {
      if (terminal && shown) write('\r\u001b[K');
    },
  };
}

function line({ at, from, until, mails, of }: Progress): string {
  const share = Math.min(100, Math.floor((100 * (at - from)) / Math.max(1, until - from)));
  const day = new Date(at).toISOString().slice(0, 16).replace('T', ' ');
  return `simulating ${day} UTC, ${share} %, ${mails} of ${of} mails`;
}
