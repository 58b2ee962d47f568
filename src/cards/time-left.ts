// Working time left, in words, with a sign that does not depend on colour.

const clocks = {
  firstResponse: 'First response',
  nextResponse: 'Next response',
  customerUpdate: 'Update to the customer',
  resolution: 'Resolution',
  tierTime: 'Time at this tier',
} as const;

const signs = { 'on time': '●', 'at risk': '▲', overdue: '✖', stopped: '⏸' } as const;

export interface TimeLeft {
  readonly clock: keyof typeof clocks;
  /** Working seconds; negative when overdue. */
  readonly left: number;
  readonly state: keyof typeof signs;
}

/** `▲ First response: 45 min of working time left`. */
export function deadlineText({ clock, left, state }: TimeLeft): string {
  const what = `${signs[state]} ${clocks[clock]}`;
  if (state === 'stopped') return `${what}: the clock is stopped`;
  return state === 'overdue'
    ? `${what}: overdue by ${amount(-left)} of working time`
    : `${what}: ${amount(left)} of working time left`;
}

function amount(seconds: number): string {
  const minutes = Math.round(Math.abs(seconds) / 60);
  if (minutes < 1) return 'under a minute';
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 && `${hours} h`, rest > 0 && `${rest} min`].filter(Boolean).join(' ');
}
