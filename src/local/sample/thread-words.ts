// What is said in the sample's thread of 200 messages: one lamp, one question, one answer at a time.

const places = [
  'stage left',
  'stage right',
  'the fly tower',
  'the foyer',
  'the orchestra pit',
  'the gallery',
];

const questions = [
  (lamp: string) =>
    `${lamp} answers now, but it is brighter than the others. Where in the app do I set the upper limit?`,
  (lamp: string) => `${lamp} does not show up in the scan. I reset it twice. Anything else I can try?`,
  (lamp: string) =>
    `What address should ${lamp} get? I would like to keep the numbers in order from left to right.`,
  (lamp: string) => `The fade of ${lamp} stutters a little below 5 %. Is that the driver or the curve?`,
  (lamp: string) => `${lamp} is up. Can I copy the scene from the lamp before, or do I start again?`,
  (lamp: string) => `In rehearsal ${lamp} went on with half a second of delay. Is the group too large?`,
  (lamp: string) =>
    `${lamp} shows firmware 4.1, all the others 4.2. Shall I update it now or after the show?`,
];

const answers = [
  (lamp: string) => `Open ${lamp} in the list, "Limits", and set the maximum to 86 %. That evens it out.`,
  (lamp: string) => `Bring the hub within two metres of ${lamp}, scan, and carry it back afterwards.`,
  (lamp: string) => `Use the number on your plan for ${lamp}; the hub does not mind gaps.`,
  (lamp: string) =>
    `That is the curve. Choose "theatre" instead of "linear" for ${lamp} and it will be smooth.`,
  (lamp: string) => `Copying is fine, ${lamp} takes everything except the position.`,
  (lamp: string) => `Yes, split the group: up to ${lamp} in A, the rest in B. Then the delay goes away.`,
  (lamp: string) => `After the show, please. ${lamp} works with either, and an update takes nine minutes.`,
];

const closings = ['', '\n\nHanne', '\n\nBest, Hanne', '\n\nThank you so far!\nHanne'];

/** Message `index` of the thread: the customer's are the even ones. */
export function threadWords(index: number): string {
  const turn = Math.floor(index / 2);
  const lamp = `lamp ${(turn % 64) + 1} (${places[turn % places.length]})`;
  const kind = (turn * 3) % questions.length;
  if (index % 2 === 1) return `${answers[kind]?.(lamp) ?? ''}\n\nDavid`;
  const opening =
    index === 0
      ? 'Hello,\n\nI am setting up your lamps for our new stage and will need help with each of the 64. I go through them one by one.\n\n'
      : '';
  const question = questions[kind]?.(lamp) ?? '';
  return `${opening}${question.charAt(0).toUpperCase()}${question.slice(1)}${closings[turn % closings.length]}`;
}
