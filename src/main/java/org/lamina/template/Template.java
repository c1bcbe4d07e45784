package org.lamina.template;

import java.util.Optional;
import org.lamina.graph.Graph;
import org.lamina.project.Project;
import org.lamina.spec.Card;
import org.lamina.spec.Cards;
import org.lamina.spec.Catalogue;
import org.lamina.spec.Help;

/// An architecture to begin with. An implementation is one class with [Card] and [Help], found through
/// `java.util.ServiceLoader`.
public interface Template {

    /// What a network is for.
    enum Kind {
        NUMBERS("Numbers"),
        PICTURES("Pictures"),
        SEQUENCES("Sequences"),
        TEXT("Text"),
        GENERATION("Generation");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    Kind kind();

    /// Who published it: `LeCun et al., 1998`.
    String paper();

    /// A network of this architecture that learns on the spot, with data that is generated.
    Project project();

    /// The network in the size it was published in; empty where that is the size of [#project].
    default Optional<Published> published() {
        return Optional.empty();
    }

    /// A published network: its structure, to be given data of one's own.
    ///
    /// @param data id of a data source that can read such data
    record Published(String name, Graph graph, String data) {}

    default Card card() {
        return Cards.card(getClass());
    }

    /// What it is for, in Markdown.
    default String help() {
        return Cards.help(getClass());
    }

    /// All templates, by title.
    static Catalogue<Template> all() {
        return Catalogue.of(Template.class);
    }
}
