import { withNumbers } from '../../build/enums.ts';

const compiled = `var Kind;
(function (Kind) {
    Kind[Kind["Tab"] = 9] = "Tab";
    Kind[Kind["Below"] = -1] = "Below";
})(Kind || (Kind = {}));
`;

test('the numbers of an enum stand where its names stood, and the enum is gone', () => {
  expect(withNumbers(`${compiled}if (code === Kind.Tab || code > Kind.Below) go();`).trim()).toBe(
    'if (code === 9 || code > -1) go();',
  );
});

test('an enum that is used as an object stays', () => {
  expect(withNumbers(`${compiled}say(Kind[code], Kind.Tab);`)).toBe(`${compiled}say(Kind[code], 9);`);
});

test('names that no enum knows stay', () => {
  expect(withNumbers(`${compiled}say(Kind.Other, other.Kind);`)).toContain('say(Kind.Other, other.Kind);');
});
