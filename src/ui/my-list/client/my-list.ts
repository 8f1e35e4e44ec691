import { modelPath, url } from '../../../site/urls.ts';
import { starred, STARS_CHANGE } from './starred.ts';

/** `<my-list>`: the starred models of this device. */
class MyList extends HTMLElement {
  connectedCallback(): void {
    const show = (): void => {
      const list = document.createElement('ul');
      for (const { id, name } of starred()) {
        const link = document.createElement('a');
        link.href = url(modelPath(id));
        link.textContent = name;
        const item = document.createElement('li');
        item.append(link);
        list.append(item);
      }
      const empty = document.createElement('p');
      empty.textContent = 'No model is starred. The star is beside each model in lists and on its page.';
      this.replaceChildren(list.hasChildNodes() ? list : empty);
    };
    document.addEventListener(STARS_CHANGE, show);
    show();
  }
}

customElements.define('my-list', MyList);
