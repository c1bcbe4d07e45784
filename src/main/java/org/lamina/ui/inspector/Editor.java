package org.lamina.ui.inspector;

import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Shows one parameter's value and lets a person change it.
interface Editor {

    Node node();

    /// Shows a value; null where the records edited together differ.
    void show(@Nullable Object value);

    /// What an editor tells its row.
    interface Row {
        /// A value in the making; may be refused silently.
        void preview(Object value);

        /// A value, or text to be read as one.
        void commit(Object typed);

        /// Shows what is in force again.
        void revert();
    }
}
