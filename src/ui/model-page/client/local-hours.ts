import { slotWords } from '../../../catalog/slot-words.ts';
import { momentOf } from '../../../catalog/tiers.ts';
import { isInSlots, shiftSlots, type Slot } from '../../../catalog/time-slots.ts';

/** Says by the reader's clock when prices hold (`PriceTimes.astro`), and which of them hold now. */

const now = new Date();
for (const part of document.querySelectorAll<HTMLElement>('[data-slots]')) {
  const slots = slotsIn(part.dataset.slots ?? '');
  const local = slotWords(shiftSlots(slots, -now.getTimezoneOffset()));
  const isNow = isInSlots(slots, momentOf(now.toISOString()));
  part.textContent = `${local} your time${isNow ? ', now' : ''}`;
  part.classList.remove('invisible');
}

/** `any 0 60,any 600 1440`. */
function slotsIn(text: string): readonly Slot[] {
  return text.split(',').map((slot) => {
    const [day = '', start, end] = slot.split(' ');
    return { day, start: Number(start), end: Number(end) };
  });
}
