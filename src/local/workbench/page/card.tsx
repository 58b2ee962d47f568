// One card as Gmail shows it: header, sections that collapse, the menu of card actions, and the footer.
import { useState } from 'preact/hooks';
import { useHost } from './card-host.ts';
import type { Card, Section } from './card-types.ts';
import { CardButton, WidgetOf } from './card-widgets.tsx';
import { foldWords } from './gmail-words.ts';
import { Icon } from './icon.tsx';
import { RichText } from './rich-text.tsx';

export function CardOf({ card }: { readonly card: Card }) {
  const { header, sections = [], cardActions = [], fixedFooter } = card;
  return (
    <div class="card">
      {header && (
        <header class="card-header">
          <div>
            <h2 dir="auto">{header.title}</h2>
            {header.subtitle && <p dir="auto">{header.subtitle}</p>}
          </div>
          {cardActions.length > 0 && <CardMenu actions={cardActions} />}
        </header>
      )}
      {sections.map((section, index) => (
        <SectionOf key={index} section={section} />
      ))}
      {fixedFooter && (
        <footer class="card-footer">
          {fixedFooter.secondaryButton && <CardButton {...fixedFooter.secondaryButton} type="OUTLINED" />}
          {fixedFooter.primaryButton && <CardButton {...fixedFooter.primaryButton} type="FILLED" />}
        </footer>
      )}
    </div>
  );
}

function SectionOf({ section }: { readonly section: Section }) {
  const { header, collapsible = false, uncollapsibleWidgetsCount = 0, widgets = [] } = section;
  const { locale } = useHost();
  const { more, less } = foldWords(locale);
  const [open, setOpen] = useState(false);
  const hidden = collapsible ? Math.max(0, widgets.length - uncollapsibleWidgetsCount) : 0;
  const shown = collapsible && !open ? widgets.slice(0, uncollapsibleWidgetsCount) : widgets;
  return (
    <section class="card-section">
      {header && (
        <h3 dir="auto">
          <RichText text={header} />
        </h3>
      )}
      {shown.map((widget, index) => (
        <WidgetOf key={index} widget={widget} />
      ))}
      {hidden > 0 && (
        <button type="button" class="collapse" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name="down" />
          {open ? less : more}
        </button>
      )}
    </section>
  );
}

function CardMenu({ actions }: { readonly actions: NonNullable<Card['cardActions']> }) {
  const { press } = useHost();
  return (
    <details class="menu">
      <summary aria-label="More actions">
        <Icon name="more" />
      </summary>
      <div>
        {actions.map(({ actionLabel, onClick }, index) => (
          <button key={index} type="button" onClick={() => onClick && press(onClick)}>
            {actionLabel}
          </button>
        ))}
      </div>
    </details>
  );
}
