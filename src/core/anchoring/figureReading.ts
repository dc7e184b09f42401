import type { Figure } from '../figures/figure';

/** Reads the figures of a stretch of text. */
export type FigureReading = (text: string) => readonly Figure[];

/** Stands in until the recognizer is there: runs of digits with the scale behind them. */
export function recognizeFigures(text: string): readonly Figure[] {
  const scales: Record<string, number> = { 万: 1e4, 億: 1e8, 兆: 1e12, thousand: 1e3, million: 1e6, billion: 1e9 };
  return [
    ...text
      .normalize('NFC')
      .matchAll(
        /(約)?(\d[\d,]*(?:\.\d+)?)(?: ?(万|億|兆|thousand|million|billion))?(?: ?(%|ドル|円|dollars|人|歳|年|月|社))?/gu,
      ),
  ].map((match) => {
    const skip = match[1]?.length ?? 0;
    return {
      start: match.index + skip,
      end: match.index + match[0].length,
      kind: 'number',
      quantity: {
        value: Number(match[2]!.replaceAll(',', '')) * (scales[match[3] ?? ''] ?? 1),
        ...(match[4] && { unit: match[4] }),
        approx: match[1] ? 'about' : 'exact',
      },
      checkable: true,
    } as const;
  });
}
