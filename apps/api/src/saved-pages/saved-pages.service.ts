import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { holds, MOST_SAVED_PAGES, type SavedPage, type SavePage } from '@app/contracts';
import { readSavedParameters } from '@app/domain';
import { type Author, startingRevision } from '../database/author.js';
import { isDuplicateKey } from '../database/duplicate-key.js';
import { Refusal, refusedField } from '../refusals/refusal.js';
import type { Asker } from '../users/asker.js';
import { ViewsService } from '../views/views.service.js';
import type { SavedPageContent, StoredSavedPage } from './saved-page-document.js';
import { SavedPagesAuditService } from './saved-pages-audit.service.js';
import { SavedPagesRepository } from './saved-pages.repository.js';

/** The revisions that somebody changes a page on. */
type Revisions = Pick<Author, 'expected' | 'unwanted'>;

const WHATEVER_IS_THERE: Revisions = { expected: null, unwanted: [] };

/** Pages with period and filters under a name: one's own, and those that others share with everybody who opens the view. */
@Injectable()
export class SavedPagesService {
  constructor(
    private readonly pages: SavedPagesRepository,
    private readonly views: ViewsService,
    private readonly audit: SavedPagesAuditService,
  ) {}

  /** In the views that the person opens now, by name. */
  async seenBy(asker: Asker): Promise<SavedPage[]> {
    const views = await this.views.accessibleTo(asker);
    const ids = views.map(({ id }) => id);
    const [seen, start] = await Promise.all([this.pages.seenBy(asker.id, ids), this.pages.startOf(asker.id)]);
    return seen
      .map((page) => toldTo(asker, page, start))
      .toSorted((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
  }

  /** @throws Refusal for a name that is taken, for too many, and for parameters that the page does not know */
  async make(asker: Asker, viewId: string, wanted: SavePage): Promise<SavedPage> {
    const content = contentOf(wanted);
    if ((await this.pages.countOf(asker.id, viewId)) >= MOST_SAVED_PAGES) throw tooMany();
    const id = `saved-page-${randomUUID()}`;
    await this.pages.add(id, viewId, asker, content).catch(refuseTaken(content.name));
    if (await this.hasTooMany(asker.id, viewId)) {
      await this.pages.takeBack(id);
      throw tooMany();
    }
    const made = await this.changeable(asker, viewId, id);
    await this.audit.tell(null, made);
    return this.answer(asker, made);
  }

  /** @throws Refusal as {@link make}, and where somebody else changed it meanwhile */
  async change(
    asker: Asker,
    viewId: string,
    id: string,
    wanted: SavePage,
    on: Revisions,
  ): Promise<SavedPage> {
    const content = contentOf(wanted);
    const before = refuseDeleted(await this.changeable(asker, viewId, id));
    return this.answer(asker, await this.write(asker, before, content, on));
  }

  /** For a day it can come back. */
  async remove(asker: Asker, viewId: string, id: string, on: Revisions): Promise<void> {
    await this.write(asker, refuseDeleted(await this.changeable(asker, viewId, id)), null, on);
  }

  /** @throws Refusal where its name was given to another one meanwhile, or there are too many */
  async restore(asker: Asker, viewId: string, id: string): Promise<SavedPage> {
    const before = await this.changeable(asker, viewId, id);
    if (!before.isDeleted) return this.answer(asker, before);
    if ((await this.pages.countOf(before.userId, viewId)) >= MOST_SAVED_PAGES) throw tooMany();
    const restored = await this.write(asker, before, before, WHATEVER_IS_THERE);
    if (await this.hasTooMany(before.userId, viewId)) {
      await this.write(asker, restored, null, WHATEVER_IS_THERE);
      throw tooMany();
    }
    return this.answer(asker, restored);
  }

  /** Where the person comes in; null without one, and where they do not see it any more. */
  async startOf(asker: Asker): Promise<SavedPage | null> {
    const id = await this.pages.startOf(asker.id);
    const page = id === null ? null : await this.seen(asker, id);
    return page && toldTo(asker, page, id);
  }

  /** @throws Refusal where the person sees no such page */
  async chooseStart(asker: Asker, id: string): Promise<SavedPage> {
    const page = await this.seen(asker, id);
    if (!page) throw absent(id);
    await this.pages.setStart(asker.id, id);
    return toldTo(asker, page, id);
  }

  async forgetStart({ id }: Asker): Promise<void> {
    await this.pages.setStart(id, null);
  }

  private async seen(asker: Asker, id: string): Promise<StoredSavedPage | null> {
    const page = await this.pages.byId(id);
    if (!page || page.isDeleted || !isSeenBy(asker, page)) return null;
    return (await this.views.openedBy(asker, page.viewId)) ? page : null;
  }

  /** Also one that is deleted. @throws Refusal for one that the person does not see, or may not change */
  private async changeable(asker: Asker, viewId: string, id: string): Promise<StoredSavedPage> {
    const page = await this.pages.byId(id);
    if (page?.viewId !== viewId || !isSeenBy(asker, page)) throw absent(id);
    if (mayChange(asker, page)) return page;
    if (page.isDeleted) throw absent(id);
    const message = `Only ${page.madeBy} and super admins change this page: save one of your own.`;
    throw new Refusal('forbidden', message);
  }

  private async write(
    asker: Asker,
    before: StoredSavedPage,
    content: SavedPageContent | null,
    on: Revisions,
  ): Promise<StoredSavedPage> {
    const author: Author = { by: asker.email, ...on };
    const isCurrent = startingRevision(author, before.revision) === before.revision;
    const isWritten =
      isCurrent &&
      (await this.pages.change(before, content, asker.email).catch(refuseTaken((content ?? before).name)));
    const after = await this.pages.byId(before.id);
    if (!after) throw absent(before.id);
    if (!isWritten) throw changedMeanwhile(after);
    await this.audit.tell(before, after);
    return after;
  }

  /** Asked after writing: those who write at once all found room before. */
  private async hasTooMany(userId: string, viewId: string): Promise<boolean> {
    return (await this.pages.countOf(userId, viewId)) > MOST_SAVED_PAGES;
  }

  private async answer(asker: Asker, page: StoredSavedPage): Promise<SavedPage> {
    return toldTo(asker, page, await this.pages.startOf(asker.id));
  }
}

const isSeenBy = ({ id }: Asker, { userId, isShared }: StoredSavedPage): boolean => isShared || userId === id;

const mayChange = (asker: Asker, { userId }: StoredSavedPage): boolean =>
  holds(asker, 'keep_saved_pages') && (userId === asker.id || holds(asker, 'manage'));

const toldTo = (asker: Asker, page: StoredSavedPage, start: string | null): SavedPage => ({
  id: page.id,
  view_id: page.viewId,
  name: page.name,
  page: page.page,
  parameters: page.parameters,
  is_shared: page.isShared,
  is_mine: page.userId === asker.id,
  is_start: page.id === start,
  can_change: mayChange(asker, page),
  made_by: page.madeBy,
  changed_by: page.changedBy,
  changed_at: page.changedAt.toISOString(),
  revision: page.revision,
});

/** @throws Refusal naming each parameter that the page does not know, or cannot read */
function contentOf({ name, page, parameters: given, is_shared: isShared }: SavePage): SavedPageContent {
  const { parameters, faults } = readSavedParameters(page, { ...given });
  if (faults.length > 0) throw new Refusal('faulty', faults.map(({ message }) => message).join(' '), faults);
  return { name: name.trim(), page, parameters, isShared };
}

function refuseDeleted(page: StoredSavedPage): StoredSavedPage {
  if (page.isDeleted) throw absent(page.id);
  return page;
}

const refuseTaken =
  (name: string) =>
  (error: unknown): never => {
    if (!isDuplicateKey(error)) throw error;
    const message = `There is a saved page ${JSON.stringify(name)} in this view already: choose another name.`;
    throw refusedField('name', message, 'conflict');
  };

const tooMany = (): Refusal => {
  const message = `There are ${MOST_SAVED_PAGES} saved pages of one person in this view, the most there can be: delete one first.`;
  return new Refusal('conflict', message);
};

const absent = (id: string): Refusal =>
  new Refusal(
    'absent',
    `There is no saved page ${JSON.stringify(id)}: it may have been deleted, or is shared no more.`,
  );

const changedMeanwhile = ({ name, changedBy, changedAt, isDeleted }: StoredSavedPage): Refusal => {
  const done = isDeleted ? 'deleted' : 'changed';
  const message = `${changedBy} ${done} the saved page ${JSON.stringify(name)} on ${changedAt.toISOString()}: look at it again.`;
  return refusedField('If-Match', message, 'outdated');
};
