import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

interface Color {
  readonly id: string;
  readonly defaults: Readonly<Record<'dark' | 'light' | 'highContrast' | 'highContrastLight', string>>;
}

const { colors } = JSON.parse(readFileSync('package.json', 'utf8')).contributes as {
  readonly colors: readonly Color[];
};

/** The editor's background in VS Code's own themes, and the contrast that lines and marks need on it (WCAG 1.4.11, 1.4.6). */
const grounds = {
  dark: ['#1f1f1f', 3],
  light: ['#ffffff', 3],
  highContrast: ['#000000', 7],
  highContrastLight: ['#ffffff', 7],
} as const;

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe('the colors of claims and passages', () => {
  for (const [theme, [ground, needed]] of Object.entries(grounds))
    it(`stand out in the ${theme} theme`, () => {
      assert.ok(colors.length > 0);
      for (const { id, defaults } of colors) {
        const ratio = contrast(defaults[theme as keyof typeof grounds], ground);
        assert.ok(ratio >= needed, `${id} has ${ratio.toFixed(1)}:1 of ${needed}:1`);
      }
    });
});
