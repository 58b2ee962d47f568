// Session: who is at the keyboard, who the script runs as, and in which language and zone.
import type { Execution } from '../runtime/execution.ts';

const emailScope = 'https://www.googleapis.com/auth/userinfo.email';

export function session(run: Execution): object {
  const user = (email: string): object =>
    run.realm.service('User', {
      getEmail: () => {
        run.local();
        return email;
      },
    });
  return run.realm.service('Session', {
    getActiveUser: () => {
      run.local();
      run.needs('Session.getActiveUser', emailScope);
      return user(run.activeUser);
    },
    getEffectiveUser: () => {
      run.local();
      run.needs('Session.getEffectiveUser', emailScope);
      return user(run.user);
    },
    getActiveUserLocale: () => {
      run.local();
      return run.ground.localeOf(run.user).slice(0, 2);
    },
    getScriptTimeZone: () => {
      run.local();
      return run.script.manifest.timeZone;
    },
    // Google changes it every 30 days and tells nothing of who it is.
    getTemporaryActiveUserKey: () => {
      run.local();
      const month = Math.floor(run.ground.clock.now() / (30 * 86_400_000));
      return Buffer.from(`${run.script.id} ${run.activeUser} ${month}`).toString('base64');
    },
  });
}
