package org.lamina.ui.depth;

import java.util.List;
import javafx.scene.Node;
import org.lamina.ui.LivePanel;
import org.lamina.ui.take.Takeaway;

/// One of the views of a network's depths.
interface DepthPart extends LivePanel, Takeaway {

    String title();

    /// What stands in the bar over it.
    List<Node> controls();
}
