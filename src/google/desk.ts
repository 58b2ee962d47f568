// The desk's functions that Apps Script calls: triggers, the web app, and what an admin runs in the editor.
// Each loads what it needs when it is called, so that an idle tick evaluates almost nothing.
import type { PostEvent } from './door.ts';

export { noteEdit } from './memo.ts';
export { tick } from './tick.ts';

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
