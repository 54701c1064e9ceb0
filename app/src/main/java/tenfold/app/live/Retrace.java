package tenfold.app.live;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tenfold.app.look.Texts;
import tenfold.run.Course;

/// Traces one request of a run, however long ago it was, by running the run again in the background up to its end:
/// the same families with the same luck, so it is the same request.
public final class Retrace {
  private final ReadOnlyObjectWrapper<Optional<Search>> search = new ReadOnlyObjectWrapper<>(Optional.empty());

  Retrace() {}

  /// A search under way.
  ///
  /// @param sought what is sought
  /// @param rewind the run that is run again
  public record Search(Sought sought, Rewind rewind) {}

  /// What is sought now; empty for nothing.
  public ReadOnlyObjectProperty<Optional<Search>> searchProperty() {
    return search.getReadOnlyProperty();
  }

  /// Begins; what was sought before is given up.
  void begin(Course course, Sought sought) {
    stop();
    search.set(Optional.of(new Search(sought, new Rewind(course, sought.endNanos(), sought.mayBe()))));
  }

  /// Gives it up.
  public void stop() {
    search.get().ifPresent(one -> one.rewind.close());
    search.set(Optional.empty());
  }

  /// The request, as soon as it is found; a sentence when it cannot be.
  ///
  /// @param onTrouble gets the sentence
  Optional<Question.Exactly> found(Consumer<String> onTrouble) {
    var now = search.get();
    var failure = now.flatMap(one -> one.rewind.failure());
    if (failure.isPresent()) {
      stop();
      onTrouble.accept(Texts.get("past.failed", failure.get()));
    } else if (now.flatMap(one -> one.rewind.arrived()).isPresent()) {
      stop();
      var sought = now.get().sought;
      var trace = now.get().rewind.traces().stream().filter(sought.isIt()).findFirst();
      if (trace.isEmpty()) {
        onTrouble.accept(Texts.get("why.exact.lost"));
      }
      return trace.map(one -> new Question.Exactly(sought, one));
    }
    return Optional.empty();
  }
}
