// The sidebar's side of the door to the desk.
import type { DeskState } from '../cards/desk-state.ts';

/** Script properties of the sidebar's project, filled in by an admin. */
const needed = ['DESK_URL', 'DOOR_SECRET'] as const;

/** Says what is missing before the desk can be asked. The question itself comes with the door. */
export function askDesk(): DeskState {
  const filled = PropertiesService.getScriptProperties().getProperties();
  const missing = needed.filter((name) => !filled[name]);
  return missing.length > 0 ? { state: 'not set up', missing } : { state: 'not asked' };
}
