// The code at Google: as built here, deployed in that version, with room for more versions, and with its rights.
import { newestVersion, ours } from '../deploying.ts';
import { labelIsThere } from '../labels.ts';
import { type Files, filesOf, isSame, remoteFiles } from '../pushing.ts';
import { sidebarFiles } from '../steps/deployments.ts';
import { editorOf, type Which } from '../steps/projects.ts';
import { type Check, type Patient, right, watch, wrong } from './finding.ts';

const both = ['desk', 'sidebar'] as const;

const filesIn = (patient: Patient, which: Which): Files =>
  which === 'sidebar' ? sidebarFiles(patient) : filesOf(patient, which, null);

export const codeAsBuilt: Check = {
  name: 'Code and manifests as built',
  look: async (patient) => {
    const other: string[] = [];
    for (const which of [...both, 'menu'] as const) {
      const id = patient.memory.now[which];
      const remote = id ? await remoteFiles(patient, id) : [];
      if (!isSame(remote, filesIn(patient, which))) other.push(which);
    }
    return other.length === 0
      ? right('Desk, sidebar and menu hold what this version of Tierline builds.')
      : wrong(`Google holds another ${other.join(' and another ')}.`, 'Run: tierline push');
  },
};

export const deployments: Check = {
  name: 'Deployed versions',
  look: async (patient) => {
    for (const which of both) {
      const scriptId = patient.memory.now[which] ?? '';
      const version = (await ours(patient, which, scriptId))?.deploymentConfig?.versionNumber;
      if (!version) return wrong(`The ${which} is not deployed.`, 'Run: tierline setup');
      const files = await remoteFiles(patient, scriptId, version);
      if (!isSame(files, filesIn(patient, which)))
        return wrong(`The deployed ${which} is of another version than the code.`, 'Run: tierline push');
    }
    return right('Desk and sidebar are deployed in the same version.');
  },
};

export const versionsLeft: Check = {
  name: 'Room for versions',
  look: async (patient) => {
    const newest = await Promise.all(
      both.map((which) => newestVersion(patient, patient.memory.now[which] ?? '')),
    );
    const most = Math.max(...newest);
    return most < 180
      ? right(`${most} of 200 versions are used.`)
      : watch(
          `${most} of 200 versions are used.`,
          'Delete old versions in the editor: Project history > a version > Delete.',
        );
  },
};

/** The desk makes its labels with the same rights it reads mail with: without them there is no label. */
export const permissions: Check = {
  name: 'Rights of the desk',
  look: async (patient) => {
    const label = await labelIsThere(patient);
    return label
      ? right(`It has made its labels below ${label}.`)
      : wrong(
          'The desk has no label in the mailbox.',
          `Open ${editorOf(patient.memory.now.desk ?? '')}, run install and tick every box.`,
        );
  },
};
