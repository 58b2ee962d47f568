// The desk's functions that Apps Script calls: triggers, the web app, and what an admin runs in the editor.
// Each loads what it needs when it is called, so that an idle tick evaluates almost nothing.
import type { EditEvent } from './control.ts';
import type { PostEvent } from './door.ts';
import { noteRules } from './memo.ts';

export { tick } from './tick.ts';

/** The edit trigger. A ticked box of Control is a command; what a trigger tells as `value` of a ticked box is TRUE. */
export function noteEdit(event?: EditEvent): void {
  noteRules();
  if (String(event?.value ?? '').toUpperCase() !== 'TRUE') return;
  (require('./control.ts') as typeof import('./control.ts')).obey(event?.user?.getEmail() ?? '');
}

export function doPost(event: PostEvent): GoogleAppsScript.Content.TextOutput {
  return (require('./door.ts') as typeof import('./door.ts')).doPost(event);
}

export function install(): string {
  return (require('./install.ts') as typeof import('./install.ts')).install();
}

export function uninstall(): string {
  return (require('./install.ts') as typeof import('./install.ts')).uninstall();
}

export function status(): string {
  return (require('./status.ts') as typeof import('./status.ts')).status();
}
