package org.lamina.app;

import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.lamina.graph.Fix;
import org.lamina.graph.Inference;
import org.lamina.project.Project;

/// A network that a person sees and edits: the whole one of a [Document], or what is open of it, a [Scope].
public interface Drawing {

    /// The project as shown, previews of a gesture included. Its graph is the network that is seen.
    ReadOnlyObjectProperty<Project> projectProperty();

    default Project project() {
        return projectProperty().get();
    }

    ReadOnlyObjectProperty<Inference> inferenceProperty();

    default Inference inference() {
        return inferenceProperty().get();
    }

    /// One change, one undo step; none where the change gives back the same object.
    void edit(String label, UnaryOperator<Project> change);

    /// Begins a change that previews while the pointer moves. A gesture in progress is committed first.
    Gesture begin(String label);

    /// Solves a problem, wherever it is.
    ///
    /// @throws IllegalArgumentException with a message for people, where the fix does not fit any more
    void apply(Fix fix);

    /// A change in the making: previews, then one commit or an abort.
    interface Gesture {

        /// The project before the gesture.
        Project before();

        /// Shows a project without making a step of it.
        void preview(Project shown);

        /// Makes one step of what is shown; none where nothing changed.
        void commit();

        /// Puts back what was before.
        void abort();
    }
}
