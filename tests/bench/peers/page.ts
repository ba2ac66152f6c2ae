/** What the pages of all grids have in common: the same rows, and the same controls over the grid. */

import type { SentData, SentMember } from '../inPage/answers.ts';
import { fold } from '../inPage/fold.ts';
import type { PeerPage } from '../inPage/peerPage.ts';

/** One user, as an application would hand it to a grid: an object with a field a column. */
export type Row = {
  id: string;
  name: string;
  email: string;
  department: string;
  title: string;
  /** Everything that can be searched, folded. */
  text: string;
} & Readonly<Record<string, unknown>>;

export interface Data {
  licenseIds: string[];
  rows: Row[];
}

/** What each grid's page can do. */
export interface Controls extends PeerPage {
  filterText(words: string[]): void;
  /** '' for no license in particular. */
  filterLicense(licenseId: string): void;
  /** From Z to A. */
  sortByEmail(): void;
}

export type Show = (container: HTMLElement, data: Data) => Controls | Promise<Controls>;

/** The size of what is seen of the console's matrix, so that every grid has as many cells to draw. */
export const size = sizeFrom(new URLSearchParams(window.location.search));

function sizeFrom(query: URLSearchParams) {
  const of = (name: string, otherwise: number) => Number(query.get(name) ?? otherwise);
  return {
    width: of('width', 1170),
    height: of('height', 600),
    header: of('header', 184),
    row: 32,
    column: 40,
    name: 300,
  };
}

/** The mark in a cell. */
export const HELD = '●';

/** Two buttons: the first reads the data, the second shows the grid. */
export function startPage(show: Show): void {
  const toolbar = document.createElement('div');
  toolbar.className = 'toolbar';
  const container = document.createElement('div');
  container.className = 'grid';
  container.style.width = `${size.width}px`;
  container.style.height = `${size.height}px`;
  toolbar.append(button('Read the data', () => void read()));
  document.body.append(toolbar, container);

  async function read(): Promise<void> {
    const data = await readData();
    toolbar.replaceChildren(button('Show the grid', () => void mount(data)));
    window.peerIsReady = true;
  }

  async function mount(data: Data): Promise<void> {
    const controls = await show(container, data);
    window.peer = controls;
    toolbar.replaceChildren(
      searchBox((text) => controls.filterText(fold(text).split(/\s+/u).filter(Boolean))),
      list('Holds', ['', ...data.licenseIds], (licenseId) => controls.filterLicense(licenseId)),
      list('Sort by', ['', '-email'], () => controls.sortByEmail()),
    );
  }
}

function button(label: string, onClick: () => void): HTMLElement {
  const element = document.createElement('button');
  element.textContent = label;
  element.addEventListener('click', onClick);
  return element;
}

function searchBox(onText: (text: string) => void): HTMLElement {
  const box = document.createElement('input');
  box.type = 'search';
  box.ariaLabel = 'Filter users';
  box.addEventListener('input', () => onText(box.value));
  return box;
}

function list(label: string, values: string[], onChoice: (value: string) => void): HTMLElement {
  const select = document.createElement('select');
  select.ariaLabel = label;
  select.append(...values.map((value) => new Option(value, value)));
  select.addEventListener('change', () => onChoice(select.value));
  return select;
}

async function readData(): Promise<Data> {
  const response = await fetch('data.json');
  const { licenseIds, members }: SentData = await response.json();
  const blank = blankRow(licenseIds);
  return { licenseIds, rows: members.map((member) => rowFrom(member, licenseIds, blank)) };
}

/**
 * A row with all its fields, out of the parser: copies of it keep their fields in fixed places. Had they been added to
 * each row one by one, rows would be hash tables, larger and slower to read.
 */
function blankRow(licenseIds: readonly string[]): Row {
  const names = ['id', 'name', 'email', 'department', 'title', 'text'];
  const fields = [...names.map((name) => [name, '']), ...licenseIds.map((id) => [id, false])];
  return JSON.parse(JSON.stringify(Object.fromEntries(fields)));
}

function rowFrom(
  [id, name, email, department, title, held]: SentMember,
  licenseIds: readonly string[],
  blank: Row,
): Row {
  const text = fold(`${name} ${email} ${department} ${title}`);
  const row: Row = { ...blank };
  Object.assign(row, { id, name, email, department, title, text });
  for (const place of held) Object.assign(row, { [licenseIds[place] ?? '']: true });
  return row;
}
