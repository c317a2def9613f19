import { Injectable } from '@nestjs/common';
import { type Caller, kindsOf, opens, REACH, type ViewOpeners, type ViewOpenersPage } from '@app/contracts';
import { Config } from '../config/config.js';
import { wholePage } from '../http/whole-page.js';
import type { Person } from '../users/person.js';
import { UsersRepository } from '../users/users.repository.js';
import type { StoredView } from '../views/stored-view.js';
import { ViewsService } from '../views/views.service.js';

/** Who opens which view. */
@Injectable()
export class ViewOpenersService {
  constructor(
    private readonly views: ViewsService,
    private readonly users: UsersRepository,
    private readonly config: Config,
  ) {}

  async list(): Promise<ViewOpenersPage> {
    const views = await this.views.all();
    const people = (await this.users.all()).map((each) => this.known(each));
    return wholePage(views.map((view) => openersOf(view, views, people)));
  }

  /** Who owns the POV opens no more views by that. */
  private known(person: Person): Person & Caller {
    const isDemo = person.email.toLowerCase() === this.config.demoUserEmail;
    return { ...person, kinds: kindsOf({ role: person.role, isDemo, ownsPov: false }) };
  }
}

function openersOf(
  view: StoredView,
  views: readonly StoredView[],
  people: readonly (Person & Caller)[],
): ViewOpeners {
  const openers = people.filter((each) => opens(each, view, views));
  const named = view.aggregatesFrom.filter((id) => views.some((each) => each.id === id && !each.isMaster));
  return {
    view_id: view.id,
    adds_up_all: view.isMaster && named.length === 0,
    people: openers.length,
    viewers: openers.filter(isNoAdmin).map(({ name, email }) => ({ name, email })),
  };
}

const isNoAdmin = ({ kinds }: Caller): boolean => !kinds.some((kind) => REACH[kind] === 'every');
