// The desk's triggers: one that looks at the mailbox, and those that note edits of the workbook.

/** One time trigger and one that notes edits of the workbook; those of before are replaced. */
export function schedule(workbook: string, minutes: 1 | 5 | 10): void {
  const before = ScriptApp.getProjectTriggers();
  ScriptApp.newTrigger('tick').timeBased().everyMinutes(minutes).create();
  ScriptApp.newTrigger('noteEdit').forSpreadsheet(workbook).onEdit().create();
  ScriptApp.newTrigger('noteEdit').forSpreadsheet(workbook).onChange().create();
  // Only now: if making one fails, the desk goes on as before.
  for (const trigger of before) ScriptApp.deleteTrigger(trigger);
}
