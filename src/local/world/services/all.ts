// Puts into a script's context the services that its manifest allows.
import { WorldError } from '../failure.ts';
import type { Execution } from '../runtime/execution.ts';
import { advancedService } from './advanced.ts';
import { cacheService } from './cache.ts';
import { cardService } from './cardservice.ts';
import { consoleOf, logger } from './console.ts';
import { contentService } from './content.ts';
import { gmailApp } from './gmailapp.ts';
import { lockService } from './lock.ts';
import { propertiesService } from './properties.ts';
import { scriptApp } from './scriptapp.ts';
import { session } from './session.ts';
import { spreadsheetApp } from './spreadsheetapp.ts';
import { urlFetchApp } from './urlfetch.ts';
import { utilities } from './utilities.ts';

const builtIn: Readonly<Record<string, (run: Execution) => object>> = {
  PropertiesService: propertiesService,
  CacheService: cacheService,
  LockService: lockService,
  Session: session,
  ScriptApp: scriptApp,
  Utilities: utilities,
  UrlFetchApp: urlFetchApp,
  SpreadsheetApp: spreadsheetApp,
  ContentService: contentService,
  GmailApp: gmailApp,
  CardService: cardService,
  Logger: logger,
  console: consoleOf,
};

/** Advanced services the world has, with the version it speaks. */
const versions: Readonly<Record<string, string>> = { gmail: 'v1', sheets: 'v4' };

export function installServices(run: Execution): void {
  for (const [name, make] of Object.entries(builtIn)) run.realm.define(name, make(run));
  for (const service of run.script.manifest.dependencies?.enabledAdvancedServices ?? []) {
    if (versions[service.serviceId] !== service.version) {
      throw new WorldError(`the world has no advanced service ${service.serviceId} ${service.version}`);
    }
    run.realm.define(service.userSymbol, advancedService(run, service.serviceId, service.userSymbol));
  }
}
