package tenfold.app.shell;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tenfold.app.canvas.Thumbnail;
import tenfold.app.files.Autosave.Leftover;
import tenfold.app.files.Documents;
import tenfold.app.lessons.Course;
import tenfold.app.look.ScenarioText;
import tenfold.app.look.Sheet;
import tenfold.app.look.Texts;
import tenfold.lesson.LessonCard;
import tenfold.scenario.Gallery;

/// Where one begins: work that was left without saving, and three doors: lessons, ready scenarios, and one's own files.
final class StartSheet extends Sheet {
  /// Scenarios that stand at the second door; the gallery has them all.
  /// At least so much of the list of lessons is seen, in pixels.
  private static final double LESSONS_HEIGHT = 300;
  private static final List<String> FIRST_SCENARIOS =
      List.of("growth-crisis", "sample-scaled", "stampede", "retry-storm");
  private static final double GAP = 12;

  private final Documents documents;
  private final Course course;
  private final Consumer<String> onLesson;
  private final Runnable onGallery;

  /// A closed one.
  ///
  /// @param onLesson takes a lesson
  /// @param onGallery shows all scenarios
  StartSheet(Documents documents, Course course, Consumer<String> onLesson, Runnable onGallery) {
    super("start", Texts.get("start.title"));
    this.documents = documents;
    this.course = course;
    this.onLesson = onLesson;
    this.onGallery = onGallery;
    var title = label(Texts.get("start.title"), "title");
    fillHeight();
    head(new VBox(2, title, label(Texts.get("start.subtitle"), "hint")));
  }

  /// Shows what there is now.
  void show() {
    content().getChildren().clear();
    leftovers();
    var doors = new HBox(GAP, lessons(), scenarios(), files());
    doors.getStyleClass().add("doors");
    doors.getChildren().forEach(door -> HBox.setHgrow(door, Priority.ALWAYS));
    VBox.setVgrow(doors, Priority.ALWAYS);
    content().getChildren().add(doors);
    open();
    content().lookupAll(".door-button").stream().findFirst().ifPresent(Node::requestFocus);
  }

  private void leftovers() {
    var left = documents.leftovers();
    if (!left.isEmpty()) {
      var section = new VBox(8, label(Texts.get("start.leftovers"), "heading"),
          label(Texts.get("start.leftovers.hint"), "hint"));
      section.getStyleClass().add("leftovers");
      left.forEach(leftover -> section.getChildren().add(row(leftover)));
      content().getChildren().add(section);
    }
  }

  private Node row(Leftover leftover) {
    var name = leftover.origin().map(Path::getFileName).map(Path::toString).orElse(Texts.get("start.unnamed"));
    var back = button("start-bring-back", Texts.get("start.bringBack"), () -> {
      close();
      documents.bringBack(leftover);
    });
    back.getStyleClass().add("accent");
    var away = button("start-throw-away", Texts.get("start.throwAway"), () -> {
      documents.throwAway(leftover);
      show();
    });
    var room = new Region();
    HBox.setHgrow(room, Priority.ALWAYS);
    var row = new HBox(GAP, label(name, "name"), label(when(leftover.when()), "hint"), room, back, away);
    row.getStyleClass().add("leftover");
    return row;
  }

  private Node lessons() {
    var door = door("start.lessons", "start.lessons.hint");
    var lines = new VBox(4);
    for (var lesson : course.cards()) {
      lines.getChildren().add(line(Texts.get("start.lesson", lesson.number(), lesson.title()), state(lesson), () -> {
        close();
        onLesson.accept(lesson.id());
      }));
    }
    var list = new ScrollPane(lines);
    list.setFitToWidth(true);
    list.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    list.setPrefHeight(LESSONS_HEIGHT);
    list.setMaxHeight(Double.MAX_VALUE);
    VBox.setVgrow(list, Priority.ALWAYS);
    door.getChildren().add(list);
    return door;
  }

  /// How far a lesson is, or how long it takes.
  private String state(LessonCard lesson) {
    var taken = course.taken(lesson.id());
    return taken.isPassed() ? Texts.get("lesson.medal." + lesson.medal(taken))
        : taken.step() > 0 ? Texts.get("start.begun", taken.step() + 1, lesson.steps())
        : Texts.get("start.minutes", lesson.minutes());
  }

  private Node scenarios() {
    var door = door("start.sandbox", "start.sandbox.hint");
    for (var name : FIRST_SCENARIOS) {
      var scenario = Gallery.scenario(name);
      var button = line(ScenarioText.title(scenario), "", () -> {
        close();
        documents.openShipped(name);
      });
      button.setGraphic(new Thumbnail(scenario.topology()));
      button.setWrapText(true);
      button.setId("start-" + name);
      button.getStyleClass().add("pictured");
      button.setTooltip(new Tooltip(ScenarioText.description(scenario)));
      door.getChildren().add(button);
    }
    var all = button("start-gallery", Texts.get("start.gallery"), () -> {
      close();
      onGallery.run();
    });
    door.getChildren().add(all);
    return door;
  }

  private Node files() {
    var door = door("start.files", "start.files.hint");
    door.getChildren().add(button("start-open", Texts.get("start.open"), () -> {
      close();
      documents.open();
    }));
    var recent = documents.recent();
    door.getChildren().add(label(Texts.get(recent.isEmpty() ? "start.noRecent" : "start.recent"), "hint"));
    for (var file : recent) {
      var button = line(String.valueOf(file.getFileName()), "", () -> {
        close();
        if (documents.mayLeave()) {
          documents.open(file);
        }
      });
      button.setTooltip(new Tooltip(file.toString()));
      door.getChildren().add(button);
    }
    return door;
  }

  private static VBox door(String title, String hint) {
    var words = label(Texts.get(hint), "hint");
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    var door = new VBox(8, label(Texts.get(title), "heading"), words);
    door.getStyleClass().add("door");
    return door;
  }

  private static Button line(String words, String aside, Runnable action) {
    var button = button("", aside.isEmpty() ? words : Texts.get("start.line", words, aside), action);
    button.getStyleClass().addAll("door-button", "quiet");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setWrapText(true);
    button.setMinHeight(Region.USE_PREF_SIZE);
    button.setAccessibleText(button.getText());
    return button;
  }

  private static Button button(String id, String words, Runnable action) {
    var button = new Button(words);
    button.setId(id);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private static Label label(String words, String style) {
    var label = new Label(words);
    label.getStyleClass().add(style);
    return label;
  }

  /// How long ago, or the date where that is more than a day.
  private static String when(Instant then) {
    var ago = Duration.between(then, Instant.now());
    return ago.toDays() >= 1
        ? DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(Locale.ENGLISH)
            .format(then.atZone(ZoneId.systemDefault()))
        : ago.toHours() >= 1 ? Texts.get("start.hoursAgo", ago.toHours())
        : Texts.get("start.minutesAgo", Math.max(1, ago.toMinutes()));
  }
}
