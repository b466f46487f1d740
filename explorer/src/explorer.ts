/** The whole page: one scene, one filter and one address, and what shows them. */

import { firstGraph, neighbourhood } from "./api/neighbourhood";
import * as queries from "./api/queries";
import type { Entity, Ontology, Stats, Subgraph } from "./api/shapes";
import { GraphView } from "./graph/view";
import { Panel } from "./panel/panel";
import { failure } from "./parts/notice";
import { Legend } from "./parts/legend";
import { Page } from "./parts/page";
import { SearchBox } from "./parts/search-box";
import { type Address, hashOf, OVERVIEW, readAddress } from "./state/address";
import { type Drawn, drawn, EVERYTHING, type Filter, tally, toggled } from "./state/filter";
import { Past } from "./state/past";
import { add, collapse, EMPTY, hide, type Scene, showHidden } from "./state/scene";
import { counted } from "./text/format";
import { Vocabulary } from "./vocabulary";

/** How many entities the first graph holds at most, and how many an expansion adds. */
const FIRST_GRAPH = 80;
const NEIGHBOURS = 60;

export class Explorer {
  private readonly scenes = new Past<Scene>(EMPTY);
  private filter: Filter = EVERYTHING;
  private address: Address = OVERVIEW;
  private drawn: Drawn = { entities: [], lines: [] };
  private pending = 0;
  private readonly vocabulary: Vocabulary;
  private readonly page: Page;
  private readonly panel: Panel;
  private readonly legend: Legend;
  private readonly search: SearchBox;
  private readonly graph: GraphView | null;

  constructor(
    root: HTMLElement,
    ontology: Ontology,
    private readonly stats: Stats,
  ) {
    this.vocabulary = new Vocabulary(ontology);
    this.panel = new Panel(
      {
        vocabulary: this.vocabulary,
        open: (address) => {
          this.open(address);
        },
        expand: (id, limit) => this.expand([id], limit),
        collapse: (id) => {
          this.step(collapse(this.scenes.value, id));
        },
        hide: (id) => {
          this.step(hide(this.scenes.value, id));
          this.open(OVERVIEW);
        },
        neighbourhood: (id) => {
          const cut = this.scenes.value.expanded.get(id);
          return cut === undefined ? "none" : cut ? "cut" : "whole";
        },
      },
      { stats: () => this.stats, inView: () => this.drawn.entities },
    );
    this.legend = new Legend(this.vocabulary, {
      toggleModality: (modality) => {
        this.refilter({ ...this.filter, offModalities: toggled(this.filter.offModalities, modality) });
      },
      toggleClass: (name) => {
        this.refilter({ ...this.filter, offClasses: toggled(this.filter.offClasses, name) });
      },
    });
    this.search = new SearchBox(this.vocabulary, (entity) => void this.find(entity));
    this.page = new Page(root, stats, this.search.element, this.legend.element, this.panel.element, {
      zoomIn: () => this.graph?.viewpoint.zoom(true),
      zoomOut: () => this.graph?.viewpoint.zoom(false),
      fit: () => this.graph?.viewpoint.fit(true),
      arrange: () => this.graph?.rearrange(),
      undo: () => {
        this.scenes.undo();
        this.redraw();
      },
      redo: () => {
        this.scenes.redo();
        this.redraw();
      },
      reveal: () => {
        this.step(showHidden(this.scenes.value));
      },
      search: () => {
        this.search.focus();
      },
    });
    this.graph = this.drawGraph();
    window.addEventListener("hashchange", () => void this.visit(readAddress(location.hash)));
  }

  /** Draw the first graph and show what the URL names. */
  start(): Promise<void> {
    return this.meanwhileBusy(() => this.begin(readAddress(location.hash)));
  }

  private async begin(address: Address): Promise<void> {
    try {
      const subjects = await this.subjectsOf(address);
      const part =
        subjects.length > 0 ? await neighbourhood(subjects, NEIGHBOURS) : await firstGraph(FIRST_GRAPH);
      // The first graph is a sample: none of its entities counts as expanded but a link's.
      this.scenes.begin(add(EMPTY, part, subjects));
    } catch (cause) {
      this.page.say(failure(cause, () => void this.start()));
    }
    this.redraw();
    await this.visit(address);
  }

  private drawGraph(): GraphView | null {
    try {
      return new GraphView(this.page.canvas, this.vocabulary, () => this.legend.covers, {
        select: (id) => {
          this.open({ view: "entity", id });
        },
        expand: (id) => void this.expand([id]),
        open: (id) => {
          this.open({ view: "fact", id });
        },
        clear: () => {
          if (this.address.view !== "document") this.open(OVERVIEW);
        },
      });
    } catch {
      this.page.noGraph();
      return null;
    }
  }

  /** The entities that an address is about; none for the overview or a document. */
  private async subjectsOf(address: Address): Promise<string[]> {
    if (address.view === "entity") return (await queries.entity(address.id)) ? [address.id] : [];
    if (address.view !== "fact") return [];
    const fact = await queries.fact(address.id);
    return fact ? [fact.subject.id, fact.object.id] : [];
  }

  private open(address: Address): void {
    const hash = hashOf(address);
    if (hash === location.hash || (hash === "#" && location.hash === "")) void this.visit(address);
    else location.hash = hash;
  }

  private visit(address: Address): Promise<void> {
    return this.meanwhileBusy(() => this.turnTo(address));
  }

  private async turnTo(address: Address): Promise<void> {
    const { hash } = location;
    this.address = address;
    this.page.arrangeFor(address.view);
    const view = await this.panel.show(address);
    if (view) await this.bring(view.about);
    if (this.address !== address) return;
    if (view) this.graph?.select(address.view === "entity" ? address.id : null, view.fact, view.about);
    this.page.shows(hash);
  }

  /** Make sure that what the panel speaks of is in the picture, tied to what is there. */
  private async bring(ids: readonly string[]): Promise<void> {
    const { entities } = this.scenes.value;
    if (ids.every((id) => entities.has(id))) return;
    try {
      const part = await neighbourhood(ids, ids.length, entities.keys());
      this.step(add(this.scenes.value, part, []));
    } catch (cause) {
      this.page.say(failure(cause, () => void this.bring(ids)));
    }
  }

  /** An entity chosen by name: bring it into view with its neighbours, and show it. */
  private async find(entity: Entity): Promise<void> {
    if (!this.scenes.value.expanded.has(entity.id)) await this.expand([entity.id]);
    this.open({ view: "entity", id: entity.id });
    this.graph?.visit(entity.id);
  }

  private expand(ids: string[], limit = NEIGHBOURS): Promise<void> {
    return this.meanwhileBusy(() => this.grow(ids, limit));
  }

  private async grow(ids: string[], limit: number): Promise<void> {
    try {
      const before = this.scenes.value;
      const part = await neighbourhood(ids, limit, before.entities.keys());
      this.step(add(before, part, ids));
      this.page.tell(this.news(before, part));
    } catch (cause) {
      this.page.say(failure(cause, () => void this.expand(ids, limit)));
    }
  }

  private async meanwhileBusy(work: () => Promise<void>): Promise<void> {
    this.pending += 1;
    this.page.busy(true);
    try {
      await work();
    } finally {
      this.pending -= 1;
      this.page.busy(this.pending > 0);
    }
  }

  private news(before: Scene, part: Subgraph): string {
    const fresh = part.nodes.filter(({ id }) => !before.entities.has(id)).length;
    const words =
      fresh > 0 ? `${counted(fresh, "entity", "entities")} added.` : "All its neighbours were in view.";
    return part.truncated ? `${counted(fresh, "entity", "entities")} added. The neighbourhood is larger than what is shown.` : words;
  }

  private step(scene: Scene): void {
    this.scenes.step(scene);
    this.redraw();
  }

  private refilter(filter: Filter): void {
    this.filter = filter;
    this.redraw();
  }

  private redraw(): void {
    const scene = this.scenes.value;
    this.drawn = drawn(scene, this.filter);
    this.graph?.show(this.drawn);
    this.legend.update(tally(scene), this.filter);
    this.page.update({
      canUndo: this.scenes.canUndo,
      canRedo: this.scenes.canRedo,
      hidden: scene.hidden.size,
      entities: this.drawn.entities.length,
      lines: this.drawn.lines.length,
    });
    this.panel.refresh();
  }
}
