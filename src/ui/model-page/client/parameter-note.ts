import { parameterWords } from '../../../catalog/parameters.ts';
import { showReason } from '../../base/client/reason.ts';

/** Shows what a parameter does. The note has the focus until it is closed, so that it is read aloud. */
export function showParameter(link: HTMLAnchorElement): void {
  const [name = ''] = link.textContent.split(' = ');
  const note = showReason(link, parameterWords(name.trim()));
  note.tabIndex = -1;
  note.focus();
}
