// CardService's builders as a table: which setters each has, and where in Google's card JSON they write.

/** What a setter takes. A name with a capital is another builder's product. */
export type Taken =
  | 'string'
  | 'boolean'
  | 'number'
  | 'parameters'
  /** True for several lines; the JSON holds the name of the kind. */
  | 'lines'
  | 'none'
  | 'Widget'
  | 'Button'
  | { readonly of: string };

export interface Setter {
  /** Path in the JSON, by dots; `[]` at the end adds to a list. */
  readonly at: string;
  readonly takes: Taken;
}

export interface Builder {
  /** What the product is called. */
  readonly makes: string;
  /** As a widget in a section it stands under this key; null: it is no widget. */
  readonly widget: string | null;
  readonly setters: Readonly<Record<string, Setter>>;
  /** What the JSON holds from the start. */
  readonly starts?: Readonly<Record<string, unknown>>;
}

const text = (at: string): Setter => ({ at, takes: 'string' });
const flag = (at: string): Setter => ({ at, takes: 'boolean' });
const count = (at: string): Setter => ({ at, takes: 'number' });
const one = (at: string, of: string): Setter => ({ at, takes: { of } });
const onClick = {
  setOnClickAction: one('onClick.action', 'Action'),
  setOpenLink: one('onClick.openLink', 'OpenLink'),
};

const builder = (
  makes: string,
  widget: string | null,
  setters: Readonly<Record<string, Setter>>,
): Builder => ({ makes, widget, setters });

const picker = (setters: Readonly<Record<string, Setter>>): Builder => ({
  ...builder('DateTimePicker', 'dateTimePicker', setters),
  starts: { type: 'DATE_AND_TIME' },
});

export const builders: Readonly<Record<string, Builder>> = {
  newCardBuilder: builder('Card', null, {
    setName: text('name'),
    setHeader: one('header', 'CardHeader'),
    setPeekCardHeader: one('peekCardHeader', 'CardHeader'),
    addSection: one('sections[]', 'CardSection'),
    addCardAction: one('cardActions[]', 'CardAction'),
    setFixedFooter: one('fixedFooter', 'FixedFooter'),
    setDisplayStyle: text('displayStyle'),
  }),
  newCardHeader: builder('CardHeader', null, {
    setTitle: text('title'),
    setSubtitle: text('subtitle'),
    setImageUrl: text('imageUrl'),
    setImageAltText: text('imageAltText'),
    setImageStyle: text('imageType'),
  }),
  newCardSection: builder('CardSection', null, {
    setHeader: text('header'),
    setCollapsible: flag('collapsible'),
    setNumUncollapsibleWidgets: count('uncollapsibleWidgetsCount'),
    addWidget: { at: 'widgets[]', takes: 'Widget' },
  }),
  newCardAction: builder('CardAction', null, { setText: text('actionLabel'), ...onClick }),
  newFixedFooter: builder('FixedFooter', null, {
    setPrimaryButton: one('primaryButton', 'TextButton'),
    setSecondaryButton: one('secondaryButton', 'TextButton'),
  }),
  newTextParagraph: builder('TextParagraph', 'textParagraph', {
    setText: text('text'),
    setMaxLines: count('maxLines'),
  }),
  newDecoratedText: builder('DecoratedText', 'decoratedText', {
    setText: text('text'),
    setTopLabel: text('topLabel'),
    setBottomLabel: text('bottomLabel'),
    setWrapText: flag('wrapText'),
    setStartIcon: one('startIcon', 'IconImage'),
    setEndIcon: one('endIcon', 'IconImage'),
    setButton: { at: 'button', takes: 'Button' },
    setSwitchControl: one('switchControl', 'Switch'),
    ...onClick,
  }),
  newIconImage: builder('IconImage', null, {
    setIcon: text('knownIcon'),
    setIconUrl: text('iconUrl'),
    setMaterialIcon: one('materialIcon', 'MaterialIcon'),
    setAltText: text('altText'),
  }),
  newMaterialIcon: builder('MaterialIcon', null, {
    setName: text('name'),
    setFill: flag('fill'),
    setWeight: count('weight'),
    setGrade: count('grade'),
  }),
  newDivider: builder('Divider', 'divider', {}),
  newImage: builder('Image', 'image', {
    setImageUrl: text('imageUrl'),
    setAltText: text('altText'),
    ...onClick,
  }),
  newButtonSet: builder('ButtonSet', 'buttonList', { addButton: { at: 'buttons[]', takes: 'Button' } }),
  newTextButton: builder('TextButton', null, {
    setText: text('text'),
    setAltText: text('altText'),
    setDisabled: flag('disabled'),
    setTextButtonStyle: text('type'),
    setBackgroundColor: text('color'),
    ...onClick,
  }),
  newImageButton: builder('ImageButton', null, {
    setIcon: text('icon.knownIcon'),
    setIconUrl: text('icon.iconUrl'),
    setAltText: text('altText'),
    ...onClick,
  }),
  newTextInput: builder('TextInput', 'textInput', {
    setFieldName: text('name'),
    setTitle: text('label'),
    setHint: text('hintText'),
    setValue: text('value'),
    setMultiline: { at: 'type', takes: 'lines' },
    setOnChangeAction: one('onChangeAction', 'Action'),
    setSuggestions: one('initialSuggestions', 'Suggestions'),
  }),
  newSelectionInput: builder('SelectionInput', 'selectionInput', {
    setFieldName: text('name'),
    setTitle: text('label'),
    setType: text('type'),
    setOnChangeAction: one('onChangeAction', 'Action'),
  }),
  newSwitch: builder('Switch', null, {
    setFieldName: text('name'),
    setValue: text('value'),
    setSelected: flag('selected'),
    setControlType: text('controlType'),
    setOnChangeAction: one('onChangeAction', 'Action'),
  }),
  newDateTimePicker: picker({
    setFieldName: text('name'),
    setTitle: text('label'),
    setValueInMsSinceEpoch: count('valueMsEpoch'),
    setTimeZoneOffsetInMins: count('timezoneOffsetDate'),
    setOnChangeAction: one('onChangeAction', 'Action'),
  }),
  newSuggestions: builder('Suggestions', null, {}),
  newAction: builder('Action', null, {
    setFunctionName: text('function'),
    setParameters: { at: 'parameters', takes: 'parameters' },
    setLoadIndicator: text('loadIndicator'),
    setPersistValues: flag('persistValues'),
  }),
  newOpenLink: builder('OpenLink', null, {
    setUrl: text('url'),
    setOpenAs: text('openAs'),
    setOnClose: text('onClose'),
  }),
  newNotification: builder('Notification', null, { setText: text('text') }),
  newNavigation: builder('Navigation', null, {
    pushCard: one('navigations[].pushCard', 'Card'),
    updateCard: one('navigations[].updateCard', 'Card'),
    popCard: { at: 'navigations[].pop', takes: 'none' },
    popToRoot: { at: 'navigations[].popToRoot', takes: 'none' },
    popToNamedCard: text('navigations[].popToCard'),
  }),
  newComposeActionResponseBuilder: builder('ComposeActionResponse', null, {}),
  newUpdateDraftBodyAction: builder('UpdateDraftBodyAction', null, { setUpdateType: text('type') }),
  newUpdateDraftActionResponseBuilder: builder('UpdateDraftActionResponse', null, {
    setUpdateDraftBodyAction: one(
      'hostAppAction.gmailAction.updateDraftAction.updateBody',
      'UpdateDraftBodyAction',
    ),
  }),
  newActionResponseBuilder: builder('ActionResponse', null, {
    setNavigation: one('action', 'Navigation'),
    setNotification: one('action.notification', 'Notification'),
    setOpenLink: one('action.link', 'OpenLink'),
    setStateChanged: flag('stateChanged'),
  }),
};

export const enumerations: Readonly<Record<string, readonly string[]>> = {
  TextButtonStyle: ['TEXT', 'OUTLINED', 'FILLED', 'FILLED_TONAL', 'BORDERLESS'],
  SelectionInputType: ['CHECK_BOX', 'RADIO_BUTTON', 'SWITCH', 'DROPDOWN', 'MULTI_SELECT'],
  SwitchControlType: ['SWITCH', 'CHECK_BOX'],
  OpenAs: ['FULL_SIZE', 'OVERLAY'],
  OnClose: ['NOTHING', 'RELOAD', 'RELOAD_ADD_ON'],
  LoadIndicator: ['SPINNER', 'NONE'],
  ComposedEmailType: ['REPLY_AS_DRAFT', 'STANDALONE_DRAFT'],
  ContentType: ['TEXT', 'MUTABLE_HTML', 'IMMUTABLE_HTML'],
  UpdateDraftBodyType: ['IN_PLACE_INSERT', 'INSERT_AT_START', 'INSERT_AT_END'],
  DisplayStyle: ['PEEK', 'REPLACE'],
  ImageStyle: ['SQUARE', 'CIRCLE'],
  Icon: (
    'AIRPLANE BOOKMARK BUS CAR CLOCK CONFIRMATION_NUMBER_ICON DOLLAR DESCRIPTION EMAIL EVENT_PERFORMER EVENT_SEAT ' +
    'FLIGHT_ARRIVAL FLIGHT_DEPARTURE HOTEL HOTEL_ROOM_TYPE INVITE MAP_PIN MEMBERSHIP MULTIPLE_PEOPLE OFFER PERSON ' +
    'PHONE RESTAURANT_ICON SHOPPING_CART STAR STORE TICKET TRAIN VIDEO_CAMERA VIDEO_PLAY'
  ).split(' '),
};
