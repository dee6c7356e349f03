/**
 * A figure with commas between its thousands: "8,210". Whole numbers without the engine's formatter: making
 * one takes a frame that is drawn for the first time longer than all its figures do.
 */
export function groupedText(figure: number, decimals = 3): string {
  return Number.isSafeInteger(figure)
    ? String(figure).replace(/\B(?=(\d{3})+$)/g, ',')
    : figure.toLocaleString('en-US', { maximumFractionDigits: decimals });
}
