// The desk's functions that Apps Script calls: triggers, and what an admin runs in the editor.
export { doPost } from './door.ts';
export { install, uninstall } from './install.ts';
export { noteEdit } from './memo.ts';
export { status } from './status.ts';
export { tick } from './tick.ts';
