// A script file that sets script properties: no API of Google can, only code that runs in the project.

/** Runs whenever any function of the project does; writes only what differs. */
export function settingsScript(settings: Readonly<Record<string, string>>): string {
  return `// Written by tierline: what this project must know. Share the project with nobody who may not know it.
(function () {
  var wanted = ${JSON.stringify(settings)};
  var store = PropertiesService.getScriptProperties();
  var known = store.getProperties();
  for (var name in wanted) if (known[name] !== wanted[name]) store.setProperty(name, wanted[name]);
})();
`;
}
