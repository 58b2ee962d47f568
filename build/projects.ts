// The Apps Script projects that are built from this source tree, as data: the desk, the sidebar plain or with labels, and the workbook's menu.

export const projectNames = ['desk', 'sidebar', 'sidebar-with-labels', 'menu'] as const;
export type ProjectName = (typeof projectNames)[number];

export interface Project {
  readonly name: string;
  /** Paths from the project's folder. */
  readonly entry: string;
  readonly manifest: string;
  /** The most the minified script may weigh, in bytes. */
  readonly budget: number;
  /** A `.clasp.json` beside the script, for a project that is pushed from its own folder. */
  readonly ownClasp: boolean;
}

export const projects: Readonly<Record<ProjectName, Project>> = {
  desk: {
    name: 'desk',
    entry: 'src/google/desk.ts',
    manifest: 'src/google/desk.appsscript.json',
    budget: 400_000,
    ownClasp: true,
  },
  sidebar: {
    name: 'sidebar',
    entry: 'src/google/sidebar.ts',
    manifest: 'appsscript.json',
    budget: 150_000,
    ownClasp: false,
  },
  'sidebar-with-labels': {
    name: 'sidebar-with-labels',
    entry: 'src/google/sidebar-with-labels.ts',
    manifest: 'src/google/sidebar-with-labels.appsscript.json',
    budget: 150_000,
    ownClasp: true,
  },
  menu: {
    name: 'menu',
    entry: 'src/menu/menu.ts',
    manifest: 'src/menu/appsscript.json',
    budget: 10_000,
    ownClasp: true,
  },
};
