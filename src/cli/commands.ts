// The subcommands of `tierline`, each loaded when it is asked for.
import type { Command } from './command.ts';

export const commands: Readonly<Record<string, () => Promise<{ command: Command }>>> = {
  simulate: () => import('./simulate.ts'),
  workbench: () => import('./workbench.ts'),
  clock: () => import('./clock.ts'),
  starter: () => import('./starter.ts'),
  rules: () => import('./rules.ts'),
  setup: () => import('./setup.ts'),
  doctor: () => import('./doctor.ts'),
  'rotate-secret': () => import('./rotate-secret.ts'),
  erase: () => import('./erase.ts'),
  push: () => import('./push.ts'),
  probe: () => import('./probe.ts'),
  classify: () => import('./classify.ts'),
};
