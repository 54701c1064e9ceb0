package tenfold.pictures;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javax.imageio.ImageIO;
import tenfold.app.Window;
import tenfold.app.files.FileChoice;
import tenfold.app.files.Keeping;
import tenfold.app.files.RecentFiles;
import tenfold.app.look.Language;
import tenfold.app.look.Palette;
import tenfold.app.look.Texts;

/// Draws every screen into picture files, to be looked at: in each size, light, dark and of high contrast; the main
/// ones for a projector and in Spanish too. Needs a display of at least 1920×1080, such as
/// `xvfb-run -s "-screen 0 1920x1080x24"` gives.
///
/// Arguments: the folder for the pictures, and optionally parts of the names of those that are wanted.
public final class Pictures {
  private static final int OPENING_MILLIS = 2_500;

  /// Until charts and canvas are painted anew at another size.
  private static final int SETTLING_FRAMES = 20;
  private static final int SETTLING_MILLIS = 600;

  private final Path folder;
  private final List<String> wanted;

  private Pictures(Path folder, List<String> wanted) {
    this.folder = folder;
    this.wanted = wanted;
  }

  /// How a screen is looked at.
  private record View(int width, int height, Palette palette, boolean isProjected) {
    static Stream<View> all() {
      return Stream.of(new int[] {1366, 768}, new int[] {1920, 1080}).flatMap(size -> Stream.concat(
          Stream.of(Palette.values()).map(palette -> new View(size[0], size[1], palette, false)),
          Stream.of(new View(size[0], size[1], Palette.LIGHT, true))));
    }

    String name(String screen) {
      return screen + "-" + width + "-" + palette + (isProjected ? "-projector" : "");
    }
  }

  /// Draws the pictures.
  public static void main(String[] arguments) throws IOException {
    var folder = Path.of(arguments.length > 0 ? arguments[0] : "pictures");
    Files.createDirectories(folder);
    Platform.startup(() -> {});
    Platform.setImplicitExit(false);
    var pictures = new Pictures(folder, List.of(arguments).subList(Math.min(1, arguments.length), arguments.length));
    try {
      for (var language : Language.values()) {
        Texts.speak(language);
        Screens.all().forEach(screen -> pictures.draw(screen, language));
      }
    } finally {
      Platform.exit();
    }
  }

  /// Opens a window, comes to the screen, and takes the pictures of it that are wanted.
  private void draw(Screens.Screen screen, Language language) {
    boolean isEnglish = language == Language.ENGLISH;
    var name = screen.name() + (isEnglish ? "" : "-" + language.tag());
    var views = View.all().filter(view -> screen.isMain() || isEnglish && !view.isProjected())
        .filter(view -> isWanted(view.name(name))).toList();
    if (views.isEmpty()) {
      return;
    }
    var stage = onScreen(() -> new Stage(StageStyle.UNDECORATED));
    var window = onScreen(() -> open(stage, views.getFirst()));
    pause(OPENING_MILLIS);
    onScreen(() -> {
      screen.prepare().accept(window);
      return true;
    });
    pause(1_000 * screen.seconds());
    for (var view : views) {
      onScreen(() -> look(stage, window, view));
      settle();
      write(onScreen(() -> window.scene().snapshot(null)), folder.resolve(view.name(name) + ".png"));
      System.out.println(view.name(name));
    }
    onScreen(() -> {
      window.close();
      stage.hide();
      return true;
    });
  }

  private boolean isWanted(String name) {
    return wanted.isEmpty() || wanted.stream().anyMatch(name::contains);
  }

  private static Window open(Stage stage, View view) {
    try {
      var nothingKept = new Keeping(Files.createTempDirectory("tenfold-pictures"), new RecentFiles(Optional.empty()),
          false);
      var opened = Window.open(FileChoice.none(), () -> stage, view.width, view.height, nothingKept);
      stage.setScene(opened.scene());
      look(stage, opened, view);
      stage.show();
      return opened;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Window look(Stage stage, Window window, View view) {
    stage.setWidth(view.width);
    stage.setHeight(view.height);
    window.theme().paletteProperty().set(view.palette);
    window.zoom().projectorProperty().set(view.isProjected);
    return window;
  }

  private static <T> T onScreen(Supplier<T> work) {
    var result = new AtomicReference<T>();
    var failure = new AtomicReference<RuntimeException>();
    var done = new CountDownLatch(1);
    Platform.runLater(() -> {
      try {
        result.set(work.get());
      } catch (RuntimeException broken) {
        failure.set(broken);
      } finally {
        done.countDown();
      }
    });
    try {
      done.await();
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
    if (failure.get() != null) {
      throw failure.get();
    }
    return result.get();
  }

  /// Waits until what is shown has been laid out, drawn, and drawn anew at its size, however slow the machine is.
  private static void settle() {
    var frames = new CountDownLatch(SETTLING_FRAMES);
    var counter = onScreen(() -> new AnimationTimer() {
      @Override
      public void handle(long now) {
        frames.countDown();
      }
    });
    onScreen(() -> {
      counter.start();
      return true;
    });
    try {
      frames.await();
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
    onScreen(() -> {
      counter.stop();
      return true;
    });
    pause(SETTLING_MILLIS);
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }

  private static void write(Image image, Path file) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, width, height, pixels, 0, width);
    try {
      ImageIO.write(picture, "png", file.toFile());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
