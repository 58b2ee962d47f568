// ScriptApp: the script's triggers, its token, its address and what was granted to it.
import { exception } from '../failure.ts';
import type { Execution } from '../runtime/execution.ts';
import type { Trigger } from '../triggers.ts';
import { textOf, wrongArguments } from './arguments.ts';
import { triggerBuilder } from './trigger-builder.ts';

const scope = 'https://www.googleapis.com/auth/script.scriptapp';

/** Google's enumerations: a value is known by its name. */
const enumerations = {
  AuthMode: ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL'],
  AuthorizationStatus: ['REQUIRED', 'NOT_REQUIRED'],
  EventType: ['CLOCK', 'ON_OPEN', 'ON_EDIT', 'ON_FORM_SUBMIT', 'ON_CHANGE', 'ON_EVENT_UPDATED'],
  TriggerSource: ['SPREADSHEETS', 'CLOCK', 'FORMS', 'DOCUMENTS', 'CALENDAR'],
  WeekDay: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'],
} as const;

/** Trigger objects a script holds: which trigger, and whether `create()` just returned it. */
const handed = new WeakMap<object, { readonly id: string; readonly fresh: boolean }>();

function handOut(run: Execution, trigger: Trigger, fresh: boolean): object {
  const object = run.realm.service('Trigger', {
    getUniqueId: () => trigger.id,
    getHandlerFunction: () => trigger.function,
    getEventType: () => trigger.event,
    getTriggerSource: () => trigger.source,
    getTriggerSourceId: () => trigger.sourceId,
  });
  handed.set(object, { id: trigger.id, fresh });
  return object;
}

/** The web app's address; null when the manifest declares none. */
export function webAppUrl(script: { id: string; manifest: { webapp?: unknown } }): string | null {
  return script.manifest.webapp ? `https://script.google.com/macros/s/${script.id}/exec` : null;
}

export function scriptApp(run: Execution): object {
  const { realm, script } = run;
  const own = (): Trigger[] => script.triggers.filter(({ owner }) => owner === run.user);
  const granted = (): readonly string[] => script.grants[run.user] ?? [];

  function remove(given: unknown): void {
    const known = typeof given === 'object' && given !== null ? handed.get(given) : undefined;
    if (!known) wrongArguments('ScriptApp.deleteTrigger', [given]);
    run.leave('triggers.delete', () => {
      // The object that create() returned is refused; one from getProjectTriggers() is not.
      const exists = own().some(({ id }) => id === known?.id);
      if (known?.fresh || !exists) {
        throw exception(
          'Unexpected error while getting the method or property deleteTrigger on object ScriptApp.',
        );
      }
      script.triggers = script.triggers.filter(({ id }) => id !== known?.id);
    });
  }

  const constants = Object.fromEntries(
    Object.entries(enumerations).map(([name, values]) => [
      name,
      realm.service(name, Object.fromEntries(values.map((value) => [value, value]))),
    ]),
  );
  const missing = (scopes: readonly string[]): string[] => scopes.filter((one) => !granted().includes(one));

  return realm.service('ScriptApp', {
    ...constants,
    getProjectTriggers: () => {
      run.needs('ScriptApp.getProjectTriggers', scope);
      return run.leave('triggers.list', () => own().map((trigger) => handOut(run, trigger, false)));
    },
    newTrigger: (name: unknown) => {
      run.local();
      run.needs('ScriptApp.newTrigger', scope);
      return triggerBuilder(run, textOf(name, 'ScriptApp.newTrigger'), (trigger) =>
        handOut(run, trigger, true),
      );
    },
    deleteTrigger: (trigger: unknown) => {
      run.needs('ScriptApp.deleteTrigger', scope);
      remove(trigger);
    },
    getOAuthToken: () => {
      run.local();
      return run.ground.tokens.issue({ email: run.user, scopes: run.scopes });
    },
    getScriptId: () => {
      run.local();
      return script.id;
    },
    getService: () => {
      run.local();
      return realm.service('Service', {
        getUrl: () => webAppUrl(script),
        isEnabled: () => script.manifest.webapp !== undefined,
      });
    },
    getAuthorizationInfo: (_mode: unknown, scopes: unknown) => {
      run.local();
      const asked = Array.isArray(scopes) ? scopes.map(String) : (script.manifest.oauthScopes ?? []);
      const lacking = missing(asked);
      return realm.service('AuthorizationInfo', {
        getAuthorizationStatus: () => (lacking.length > 0 ? 'REQUIRED' : 'NOT_REQUIRED'),
        getAuthorizationUrl: () =>
          lacking.length > 0 ? `https://script.google.com/macros/s/${script.id}/consent` : null,
        getAuthorizedScopes: () => [...granted()],
      });
    },
    // Ends the execution with Google's consent page when something is not granted.
    requireScopes: (_mode: unknown, scopes: unknown) => {
      run.local();
      if (!Array.isArray(scopes)) wrongArguments('ScriptApp.requireScopes', [_mode, scopes]);
      if (missing((scopes as unknown[]).map(String)).length > 0) run.kill('Authorization is required');
    },
    requireAllScopes: () => {
      run.local();
      if (missing(script.manifest.oauthScopes ?? []).length > 0) run.kill('Authorization is required');
    },
  });
}
