// biome-ignore-all lint/correctness/noUnusedVariables: Apps Script calls these functions by name.
// Runs in a scratch project of a real account: twelve small checks of what Google's documentation leaves open.
// Each writes one row into the probe's spreadsheet: its number, what came out, and a detail. Nothing of a mail is written.

const SHEETS = 'https://sheets.googleapis.com/v4/spreadsheets/';
const GMAIL = 'https://gmail.googleapis.com/gmail/v1/users/me/';

function probe() {
  minuteTrigger();
  rawCard();
  groupMail();
  zones();
  addOnTriggerTime();
  delegate();
  fetchAllAtOnce();
  expiredHistory();
  labelTwice();
  atomicBatch();
  lockAndProperties();
  ownWrites();
  return 'The checks that need no further step are done. Now follow the steps that tierline probe shows.';
}

// 1. A trigger every minute in a project with addOns throws.
function minuteTrigger() {
  attempt(1, () => {
    try {
      ScriptApp.newTrigger('beat').timeBased().everyMinutes(1).create();
    } catch (error) {
      return ['refused', ''];
    }
    removeTriggers('beat');
    return ['accepted', ''];
  });
}

function beat() {}

// 2. Whether Gmail shows raw card JSON: onMessage gives it, a person sees it or does not.
function rawCard() {
  note(2, 'person', 'open any mail with this add-on installed');
}

function onMessage() {
  note(2, 'asked', 'Gmail called onMessage');
  return {
    action: {
      navigations: [
        {
          pushCard: {
            header: { title: 'Raw card' },
            sections: [{ widgets: [{ textParagraph: { text: 'It works' } }] }],
          },
        },
      ],
    },
  };
}

// 3. The Message-ID that a Group's copies keep: told as a mark that two mailboxes can compare, not as the id itself.
function groupMail() {
  attempt(3, () => {
    const list = json(
      fetchGmail(`messages?maxResults=1&q=${encodeURIComponent('in:inbox -from:me')}`),
    ).messages;
    if (!list) return ['no mail', ''];
    const got = json(fetchGmail(`messages/${list[0].id}?format=metadata&metadataHeaders=Message-ID`));
    const headers = got.payload?.headers;
    return headers?.length ? ['has one', digest(headers[0].value)] : ['has none', ''];
  });
}

// 4. Intl knows named time zones, and the hour that a spring skips.
function zones() {
  attempt(4, () => {
    const hour = (zone, at) =>
      new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(
        new Date(at),
      );
    const oslo =
      hour('Europe/Oslo', Date.UTC(2026, 2, 29, 0, 59)) + hour('Europe/Oslo', Date.UTC(2026, 2, 29, 1, 0));
    const eucla = hour('Australia/Eucla', Date.UTC(2026, 0, 1, 0, 0));
    return [oslo + eucla === '010308' ? 'right' : 'wrong', `${oslo} ${eucla}`];
  });
}

// 5. How long a trigger made by an add-on may run: one after an hour counts the seconds until Google ends it.
function addOnTriggerTime() {
  attempt(5, () => {
    removeTriggers('runLong');
    try {
      ScriptApp.newTrigger('runLong')
        .timeBased()
        .after(61 * 60 * 1000)
        .create();
    } catch (error) {
      return ['refused', ''];
    }
    return ['waiting', 'look again in two hours'];
  });
}

function runLong() {
  const start = Date.now();
  for (let seconds = 0; seconds < 330; seconds += 10) {
    Utilities.sleep(10000);
    if (seconds % 30 === 20) note(5, 'ran', String(Math.round((Date.now() - start) / 1000)));
  }
}

// 6. Whose mailbox an add-on sees when a delegate opens it: the address only says whether it is another one.
function delegate() {
  note(6, 'person', 'let a delegate open the support mailbox in Gmail and look for this add-on');
}

// 7. Several Google APIs asked side by side with the script's own token.
function fetchAllAtOnce() {
  attempt(7, () => {
    const before = Date.now();
    const answers = UrlFetchApp.fetchAll([
      asked(`${GMAIL}profile`),
      asked(`${SHEETS + SPREADSHEET}?fields=spreadsheetId`),
    ]);
    const codes = answers.map((answer) => answer.getResponseCode()).join(' ');
    return [codes === '200 200' ? 'works' : 'fails', `${codes}, ${Date.now() - before} ms`];
  });
}

// 8. What Gmail answers to a place in the history that it does not know any more.
function expiredHistory() {
  attempt(8, () => [String(fetchGmail('history?startHistoryId=1').getResponseCode()), '']);
}

// 9. What Gmail answers when a label is made that is there, in other letters.
function labelTwice() {
  attempt(9, () => {
    const name = 'Tierline probe';
    const made = json(post(`${GMAIL}labels`, { name: name }));
    const again = post(`${GMAIL}labels`, { name: name.toUpperCase() }).getResponseCode();
    if (made.id) UrlFetchApp.fetch(`${GMAIL}labels/${made.id}`, options('delete'));
    return [String(again), ''];
  });
}

// 10. A batchUpdate whose second request is wrong leaves the first undone.
function atomicBatch() {
  attempt(10, () => {
    const code = post(`${SHEETS + SPREADSHEET}:batchUpdate`, {
      requests: [
        { updateSpreadsheetProperties: { properties: { title: 'half done' }, fields: 'title' } },
        { deleteSheet: { sheetId: 987654321 } },
      ],
    }).getResponseCode();
    const title = json(UrlFetchApp.fetch(`${SHEETS + SPREADSHEET}?fields=properties.title`, options('get')))
      .properties.title;
    return [code === 400 && title !== 'half done' ? 'whole or not at all' : 'half', String(code)];
  });
}

// 11. Script properties and the script lock, with their times.
function lockAndProperties() {
  attempt(11, () => {
    const store = PropertiesService.getScriptProperties();
    const start = Date.now();
    store.setProperty('PROBE', 'x');
    const read = store.getProperty('PROBE');
    store.deleteProperty('PROBE');
    const properties = Date.now() - start;
    const lock = LockService.getScriptLock();
    const got = lock.tryLock(1000);
    if (got) lock.releaseLock();
    return [
      got && read === 'x' ? 'works' : 'fails',
      `properties ${properties} ms, with lock ${Date.now() - start} ms`,
    ];
  });
}

// 12. Whether what a program writes fires triggers for edits and changes: what was fired within a minute is kept as a word.
function ownWrites() {
  attempt(12, () => {
    const store = PropertiesService.getScriptProperties();
    removeTriggers('fired');
    store.deleteProperty('FIRED');
    try {
      ScriptApp.newTrigger('fired').forSpreadsheet(SPREADSHEET).onEdit().create();
      ScriptApp.newTrigger('fired').forSpreadsheet(SPREADSHEET).onChange().create();
    } catch (error) {
      removeTriggers('fired');
      return ['refused', ''];
    }
    const start = { sheetId: 0, rowIndex: 0, columnIndex: 5 };
    const rows = [{ values: [{ userEnteredValue: { stringValue: 'written by a program' } }] }];
    const code = post(`${SHEETS + SPREADSHEET}:batchUpdate`, {
      requests: [
        { updateCells: { start: start, rows: rows, fields: 'userEnteredValue' } },
        { appendDimension: { sheetId: 0, dimension: 'ROWS', length: 1 } },
      ],
    }).getResponseCode();
    Utilities.sleep(60000);
    removeTriggers('fired');
    const seen = store.getProperty('FIRED');
    store.deleteProperty('FIRED');
    return [code !== 200 ? 'failed' : seen ? 'fired' : 'quiet', seen || String(code)];
  });
}

function fired(event) {
  const store = PropertiesService.getScriptProperties();
  store.setProperty('FIRED', `${store.getProperty('FIRED') || ''} ${event?.changeType || 'EDIT'}`.trim());
}

function attempt(number, check) {
  let result;
  try {
    result = check();
  } catch (error) {
    result = ['failed', error?.name ? String(error.name) : 'an error'];
  }
  note(number, result[0], result[1]);
}

function note(number, outcome, detail) {
  post(`${SHEETS + SPREADSHEET}/values/A1:append?valueInputOption=RAW&insertDataOption=INSERT_ROWS`, {
    values: [[String(number), outcome, detail]],
  });
}

function removeTriggers(handler) {
  ScriptApp.getProjectTriggers().forEach((trigger) => {
    if (trigger.getHandlerFunction() === handler) ScriptApp.deleteTrigger(trigger);
  });
}

function digest(text) {
  return Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, text)
    .slice(0, 6)
    .map((byte) => `0${(byte & 255).toString(16)}`.slice(-2))
    .join('');
}

function options(method) {
  return {
    method: method,
    headers: { Authorization: `Bearer ${ScriptApp.getOAuthToken()}` },
    muteHttpExceptions: true,
  };
}

function asked(url) {
  const request = options('get');
  request.url = url;
  return request;
}

function fetchGmail(path) {
  return UrlFetchApp.fetch(GMAIL + path, options('get'));
}

function post(url, body) {
  const request = options('post');
  request.contentType = 'application/json';
  request.payload = JSON.stringify(body);
  return UrlFetchApp.fetch(url, request);
}

function json(response) {
  return JSON.parse(response.getContentText());
}
