// The script properties: what the desk knows before it opens the workbook.

export const properties = (): GoogleAppsScript.Properties.Properties =>
  PropertiesService.getScriptProperties();
