// CardService as a recorder: it knows the builders and setters the sidebar may use, refuses every other, and
// gives back what was built as plain data.

const builders: Readonly<Record<string, readonly string[]>> = {
  newCardBuilder: ['setHeader', 'addSection'],
  newCardHeader: ['setTitle', 'setSubtitle'],
  newCardSection: ['setHeader', 'setCollapsible', 'setNumUncollapsibleWidgets', 'addWidget'],
  newTextParagraph: ['setText'],
  newDecoratedText: ['setText', 'setTopLabel', 'setBottomLabel', 'setWrapText'],
  newButtonSet: ['addButton'],
  newTextButton: ['setText', 'setOpenLink', 'setOnClickAction'],
  newOpenLink: ['setUrl'],
  newAction: ['setFunctionName', 'setParameters'],
  newDivider: [],
};

interface Built {
  readonly made: string;
  readonly calls: readonly (readonly [string, unknown])[];
}

export const cardService: Readonly<Record<string, unknown>> = Object.fromEntries(
  Object.entries(builders).map(([made, setters]) => [made, () => recorder(made, setters)]),
);

function recorder(made: string, setters: readonly string[]): unknown {
  const calls: (readonly [string, unknown])[] = [];
  const built: Built = { made, calls };
  const self: unknown = new Proxy(built, {
    get: (_, name: string) => {
      if (name === 'built') return built;
      if (name === 'build' && made === 'newCardBuilder') return () => self;
      if (!setters.includes(name)) throw new TypeError(`${made}() has no ${name}`);
      return (value: unknown) => {
        calls.push([name, (value as { built?: Built } | null)?.built ?? value]);
        return self;
      };
    },
  });
  return self;
}

/** Every text on a finished card, in reading order. */
export function textsOf(card: unknown): readonly string[] {
  return texts((card as { built: Built }).built);
}

function texts(built: Built): readonly string[] {
  return built.calls.flatMap(([, value]) => {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null && 'calls' in value ? texts(value as Built) : [];
  });
}
