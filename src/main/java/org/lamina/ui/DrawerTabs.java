package org.lamina.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.lamina.app.Drawing;
import org.lamina.app.Looking;
import org.lamina.app.Notice;
import org.lamina.app.OwnPicture;
import org.lamina.app.PlaneColumns;
import org.lamina.app.Samples;
import org.lamina.app.Studio;
import org.lamina.app.Workspace;
import org.lamina.graph.Inference;
import org.lamina.graph.NodeId;
import org.lamina.project.Task;
import org.lamina.spec.Location;
import org.lamina.spec.Role;
import org.lamina.study.Unit;
import org.lamina.tensor.Shape;
import org.lamina.ui.arithmetic.ArithmeticView;
import org.lamina.ui.charts.PlotsView;
import org.lamina.ui.data.DataPanel;
import org.lamina.ui.depth.DepthView;
import org.lamina.ui.dialogs.Questions;
import org.lamina.ui.maps.ConfusionView;
import org.lamina.ui.maps.FoolingView;
import org.lamina.ui.maps.HierarchyView;
import org.lamina.ui.maps.MapsView;
import org.lamina.ui.maps.OwnPictures;
import org.lamina.ui.maps.PredictionsView;
import org.lamina.ui.maps.WhyView;
import org.lamina.ui.plane.PlaneView;
import org.lamina.ui.step.StepLights;
import org.lamina.ui.step.StepView;
import org.lamina.ui.theme.Look;
import org.lamina.ui.train.WritingPane;

/// The drawer's tabs: what each holds, when it is of use, and the keys that show it.
final class DrawerTabs {

    private final Studio studio;
    private final Workspace workspace;
    private final Drawing drawing;
    private final Looking looking;
    private final Samples samples;
    private final ObservableValue<Look> look;
    private final Pulse pulse;
    private final StepLights lights;
    private final Action takeApart;
    private final Consumer<NodeId> goTo;
    private final OwnPictures own;
    private final Drawer drawer;
    private final List<Action> actions = new ArrayList<>();
    /// Of this drawer alone: what listens to it is held by it.
    private final ObservableValue<Boolean> always = new ReadOnlyBooleanWrapper(true);

    /// @param lights what the canvas shows of a step while its tab is in sight
    /// @param takeApart begins such a step
    /// @param goTo selects a layer on the canvas and brings it into sight
    DrawerTabs(Studio studio, Workspace workspace, Questions questions, ObservableValue<Look> look, Pulse pulse,
            StepLights lights, Action takeApart, Consumer<NodeId> goTo) {
        this.studio = studio;
        this.workspace = workspace;
        drawing = workspace.editor().drawing();
        looking = workspace.watch().looking();
        samples = workspace.watch().samples();
        this.look = look;
        this.pulse = pulse;
        this.lights = lights;
        this.takeApart = takeApart;
        this.goTo = goTo;
        own = own(questions);
        drawer = new Drawer(() -> !workspace.training().state().isUnderWay());
        ofNetwork();
        ofAnswers();
        ofProject();
    }

    Drawer drawer() {
        return drawer;
    }

    /// Those that show a tab, in the tabs' order.
    List<Action> actions() {
        return List.copyOf(actions);
    }

    /// How it learns, and what is in it.
    private void ofNetwork() {
        tab("plots", "Plots", Feather.TRENDING_UP, "Shortcut+1", always, this::plots);
        tab("maps", "Maps", Feather.GRID, "Shortcut+2", always, this::maps);
        tab("hierarchy", "Hierarchy", Feather.LAYERS, "Shortcut+Shift+H", looksAtPictures(), this::hierarchy);
        tab("depth", "Depth", Feather.BAR_CHART_2, "Shortcut+Shift+D", always, this::depth);
        tab("plane", "Plane", Feather.CROSSHAIR, "Shortcut+8",
                drawing.inferenceProperty().map(PlaneColumns::isPlane), this::plane);
        tab("arithmetic", "Arithmetic", Feather.HASH, "Shortcut+Shift+2", always, this::arithmetic);
        tab("step", "Step", Feather.FILM, "Shortcut+Shift+7",
                workspace.watch().dissection().stepProperty().map(Objects::nonNull).orElse(false), this::step);
    }

    private void ofAnswers() {
        tab("predictions", "Predictions", Feather.CHECK_SQUARE, "Shortcut+3", always, this::predictions);
        tab("why", "Why", Feather.HELP_CIRCLE, "Shortcut+7", always,
                () -> live(new WhyView(drawing, looking, samples, own)));
        tab("fooling", "Fooling", Feather.SHUFFLE, "Shortcut+9", looksAtPictures(),
                () -> live(new FoolingView(looking, samples, own)));
        tab("write", "Write", Feather.EDIT_3, "Shortcut+6",
                workspace.document().projectProperty().map(p -> p.plan().task() == Task.NEXT_TOKEN),
                () -> new WritingPane(workspace.writer()));
    }

    private void ofProject() {
        tab("data", "Data", Feather.DATABASE, "Shortcut+4", always,
                () -> new DataPanel(workspace.data(), look.map(Look::theme)));
        tab("problems", "Problems", Feather.ALERT_TRIANGLE, "Shortcut+5", always,
                () -> new ProblemsPane(workspace, goTo));
    }

    private void tab(String id, String title, Ikon icon, String keys, ObservableValue<Boolean> useful,
            Supplier<Node> content) {
        drawer.tab(id, title, icon, content, useful);
        actions.add(Action.of("show-" + id, "Show " + title.toLowerCase(Locale.ROOT), null, keys,
                () -> drawer.select(id)));
    }

    private ObservableValue<Boolean> looksAtPictures() {
        return workspace.document().inferenceProperty().map(DrawerTabs::looksAtPictures);
    }

    private static boolean looksAtPictures(Inference inference) {
        return inference.graph().with(Role.SOURCE).stream()
                .anyMatch(source -> inference.shape(source).filter(Shape::isImage).isPresent());
    }

    private OwnPictures own(Questions questions) {
        OwnPicture picture = new OwnPicture(workspace.document(), samples, studio.around().background(),
                studio.around().window(),
                message -> studio.notices().add(new Notice(Notice.Kind.WARNING, message, "", null)));
        return new OwnPictures(picture, () -> questions.path(Location.Kind.FILE, "Choose a picture"));
    }

    private Node plots() {
        return live(new PlotsView(workspace.watch().curves(), look, workspace.timeLine().momentProperty(),
                studio.around().background()));
    }

    private Node maps() {
        return live(new MapsView(drawing, workspace.selection(), looking, samples, own,
                studio.around().background()));
    }

    private Node arithmetic() {
        return live(new ArithmeticView(drawing, workspace.selection(), looking, samples, own));
    }

    private Node step() {
        StepView step = new StepView(drawing, workspace.watch().dissection(), looking, samples, takeApart);
        lights.follow(step);
        return live(step);
    }

    private Node hierarchy() {
        return live(new HierarchyView(drawing, looking, samples, workspace.budget(), this::openMaps));
    }

    private Node depth() {
        return live(new DepthView(drawing, workspace.selection(), looking, samples, workspace.pastRuns(),
                this::goToLayer, look.map(Look::theme), studio.around().background()));
    }

    private Node plane() {
        return live(new PlaneView(drawing, looking, workspace.data(), workspace.training(), look.map(Look::theme)));
    }

    /// Sample answers beside the confusion matrix; a click on a cell of it shows that cell's samples.
    private Node predictions() {
        PredictionsView answers = new PredictionsView(looking, samples, own);
        ConfusionView confusion = new ConfusionView(looking, samples, answers::show);
        SplitPane split = new SplitPane(live(answers), live(confusion));
        new Remembered(studio.settings()).divider(split, 0, "predictions", 0.5);
        return split;
    }

    private Node live(LivePanel panel) {
        pulse.add(panel);
        return panel.node();
    }

    private void openMaps(Unit unit) {
        goToLayer(unit.node());
        drawer.select("maps");
    }

    /// Goes to a layer of the network without blocks, or to the block in sight that holds it.
    private void goToLayer(NodeId path) {
        Inference seen = drawing.inference();
        seen.graph().nodes().stream().map(org.lamina.graph.Node::id)
                .filter(id -> path.equals(seen.path(id)) || path.isWithin(seen.path(id))).findFirst()
                .ifPresent(goTo);
    }
}
