package org.lamina.ui.start;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.lamina.app.TemplateCard;
import org.lamina.app.Templates;
import org.lamina.ui.Field;
import org.lamina.ui.Scroll;
import org.lamina.ui.inspector.Headings;

/// Cards of the architectures that a project can begin with, found by words and by what they are for.
public final class TemplateGallery extends VBox {

    private static final String ALL = "All";

    private final Templates templates;
    private final Consumer<Runnable> begin;
    private final TextField search = new Field();
    private final ToggleGroup kinds = new ToggleGroup();
    private final FlowPane cards = new FlowPane(16, 16);
    private final Label none = Headings.muted("No template is called that. Try fewer words, or another kind.");
    private final ListChangeListener<TemplateCard> arrived = _ -> show();

    /// @param begin is given what opens the chosen one
    public TemplateGallery(Templates templates, Consumer<Runnable> begin) {
        this.templates = templates;
        this.begin = begin;
        setId("template-gallery");
        getStyleClass().addAll("sheet", "template-gallery");
        setMaxSize(1040, Region.USE_COMPUTED_SIZE);
        none.setId("template-none");
        none.managedProperty().bind(none.visibleProperty());
        Scroll scroll = new Scroll(cards);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(Headings.title("New from template"), bar(), none, scroll);
        templates.all().addListener(new WeakListChangeListener<>(arrived));
        kinds.selectedToggleProperty().subscribe(_ -> show());
    }

    public void focus() {
        search.requestFocus();
    }

    private Node bar() {
        search.setId("template-search");
        search.setPromptText("Find an architecture, a paper, a purpose");
        search.setPrefColumnCount(24);
        search.textProperty().subscribe(_ -> show());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        HBox bar = new HBox(4, search);
        bar.setAlignment(Pos.CENTER_LEFT);
        Stream.concat(Stream.of(ALL), Templates.kinds().stream()).map(this::toggle).forEach(bar.getChildren()::add);
        kinds.selectToggle(kinds.getToggles().getFirst());
        return bar;
    }

    private ToggleButton toggle(String kind) {
        ToggleButton toggle = new ToggleButton(kind);
        toggle.setId("template-kind-" + kind.toLowerCase(Locale.ROOT).replace(' ', '-'));
        toggle.setToggleGroup(kinds);
        toggle.setUserData(kind);
        toggle.addEventFilter(MouseEvent.MOUSE_PRESSED, press -> {
            if (toggle.isSelected())
                press.consume();
        });
        return toggle;
    }

    /// Enter opens the first card, Down goes to it.
    private void press(KeyEvent key) {
        Optional<CardView> first = cards.getChildren().stream().map(CardView.class::cast).findFirst();
        if (key.getCode() == KeyCode.ENTER)
            first.ifPresent(CardView::open);
        else if (key.getCode() == KeyCode.DOWN)
            first.ifPresent(CardView::focus);
        else
            return;
        key.consume();
    }

    private @Nullable String kind() {
        return kinds.getSelectedToggle() == null || ALL.equals(kinds.getSelectedToggle().getUserData()) ? null
                : (String) kinds.getSelectedToggle().getUserData();
    }

    private void show() {
        List<TemplateCard> found = templates.find(search.getText(), kind());
        cards.getChildren().setAll(found.stream().map(this::card).toList());
        none.setVisible(found.isEmpty() && !templates.all().isEmpty());
    }

    private CardView card(TemplateCard card) {
        return new CardView(card, () -> begin.accept(() -> templates.open(card)),
                () -> begin.accept(() -> templates.openPublished(card)));
    }
}
