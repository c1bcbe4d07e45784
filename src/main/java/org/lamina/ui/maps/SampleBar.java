package org.lamina.ui.maps;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lamina.app.Samples;
import org.lamina.ui.LazyTip;
import org.lamina.ui.Picker;
import org.lamina.ui.ToolButton;

/// Chooses the validation sample that is looked at.
public final class SampleBar extends HBox {

    private static final String ALL = "All";

    private final Samples samples;
    private final Label words = new Label();
    private final Picker<String> only = new Picker<>();

    public SampleBar(Samples samples, OwnPictures own) {
        super(4);
        this.samples = samples;
        setAlignment(Pos.CENTER_LEFT);
        words.setId("sample-words");
        words.setMinWidth(Region.USE_PREF_SIZE);
        only.setId("sample-class");
        only.setAccessibleText("Class to choose samples from");
        only.setOnAction(_ -> chooseClass());
        LazyTip.install(only, () -> "Which class samples are chosen from");
        LazyTip.install(words, () -> "The validation sample that is shown, and what it is");
        getChildren().addAll(
                new ToolButton("sample-previous", Feather.CHEVRON_LEFT, "Previous sample", () -> samples.move(-1)),
                new ToolButton("sample-next", Feather.CHEVRON_RIGHT, "Next sample", () -> samples.move(1)),
                new ToolButton("sample-random", Feather.SHUFFLE, "Any sample", samples::chooseAny),
                new StackPane(only, leave()), words, menu(own));
        samples.knownProperty().subscribe(this::show);
        samples.currentProperty().subscribe(_ -> tell());
        samples.ownProperty().subscribe(_ -> tell());
        disableProperty().bind(samples.knownProperty().map(k -> k.count() == 0));
    }

    private void show(Samples.Known known) {
        List<String> entries = new ArrayList<>(List.of(ALL));
        if (known.classes())
            entries.addAll(known.labels());
        only.getItems().setAll(entries);
        Integer chosen = samples.onlyProperty().get();
        only.getSelectionModel().select(chosen == null ? 0 : chosen + 1);
        only.setManaged(known.classes());
        tell();
    }

    private void chooseClass() {
        int index = only.getSelectionModel().getSelectedIndex();
        Integer wanted = index <= 0 ? null : Integer.valueOf(index - 1);
        if (!Objects.equals(wanted, samples.onlyProperty().get()))
            samples.onlyProperty().set(wanted);
    }

    private void tell() {
        Samples.Known known = samples.known();
        boolean own = samples.ownProperty().get() != null;
        only.setVisible(known.classes() && !own);
        words.setMinWidth(own ? words.getWidth() : Region.USE_PREF_SIZE);
        words.setText(own ? "Your own"
                : known.count() == 0 ? "No samples yet"
                        : "%,d of %,d: %s".formatted(samples.current() + 1, known.count(),
                                known.truthOf(samples.current())));
    }

    private MenuButton menu(OwnPictures own) {
        MenuButton menu = new MenuButton("", new FontIcon(Feather.IMAGE), item("own-open", "Open a file…", own::open),
                item("own-paste", "Paste", own::paste), item("own-invert", "Swap light and dark", own.own()::invert));
        menu.setId("own-picture");
        menu.setAccessibleText("Own picture");
        menu.setOnShowing(_ -> menu.getItems().getLast().setDisable(samples.ownProperty().get() == null));
        LazyTip.install(menu, () -> "Look at a picture of your own in place of a sample: a file, a copied picture, "
                + "or a file dropped on this panel. It is brought to the size that the network takes.");
        return menu;
    }

    private static MenuItem item(String id, String title, Runnable work) {
        MenuItem item = new MenuItem(title);
        item.setId(id);
        item.setOnAction(_ -> work.run());
        return item;
    }

    /// Stands where classes are chosen, so that nothing moves under the pen of one who begins to draw.
    private Button leave() {
        Button leave = new ToolButton("own-leave", Feather.X, "Back to the samples", samples::leaveOwn);
        StackPane.setAlignment(leave, Pos.CENTER_LEFT);
        leave.visibleProperty().bind(samples.ownProperty().isNotNull());
        return leave;
    }
}
