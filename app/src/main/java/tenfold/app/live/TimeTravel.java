package tenfold.app.live;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tenfold.app.live.EditHistory.Joining;
import tenfold.app.live.Workbench.Mark;
import tenfold.app.look.Numbers;
import tenfold.app.look.Texts;
import tenfold.run.Course;
import tenfold.run.Point;
import tenfold.run.Trace;

/// Looks back at the run in the window, at once, from its recording; and goes back to where it looks, by running it
/// again.
public final class TimeTravel {
  private final ReadOnlyObjectWrapper<OptionalLong> past = new ReadOnlyObjectWrapper<>(OptionalLong.empty());
  private final ReadOnlyObjectWrapper<Optional<Rewind>> rewinding = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<Point>> left = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Question>> asked = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Workbench workbench;
  private final Flight flight;
  private boolean wasPlaying;
  private Runnable onLanding = () -> {};

  TimeTravel(Workbench workbench, Flight flight) {
    this.workbench = workbench;
    this.flight = flight;
  }

  /// Takes over how far the run on its way back is.
  void pulse() {
    flight.rewinding().flatMap(Rewind::failure).ifPresent(sentence -> {
      stopRewinding();
      workbench.notice(Texts.get("past.failed", sentence));
    });
    if (flight.land(workbench.speedProperty().get())) {
      landed();
    }
    retrace().found(workbench::notice).ifPresent(this::ask);
    show();
  }

  /// What the charts had shown of the run that was left by the last branch; empty when there was none.
  public ReadOnlyObjectProperty<List<Point>> leftProperty() {
    return left.getReadOnlyProperty();
  }

  /// What the time of some requests went to, of those that have ended up to the instant that is shown, oldest first.
  public List<Trace> traces() {
    return flight.traces();
  }

  /// What happened in the run so far, oldest first.
  public List<LogLine> log() {
    return flight.log();
  }

  /// The question that was asked last about a request; a new one each time.
  public ReadOnlyObjectProperty<Optional<Question>> askedProperty() {
    return asked.getReadOnlyProperty();
  }

  /// Asks why a request took so long.
  public void ask(Question question) {
    asked.set(Optional.empty());
    asked.set(Optional.of(question));
  }

  /// Runs the run again in the background up to the end of one request, traces that one, and then asks why it took so
  /// long. [#retrace] says how far it is.
  public void traceExactly(Sought sought) {
    retrace().begin(flight.run().course(), sought);
  }

  /// What traces single requests.
  public Retrace retrace() {
    return flight.retrace();
  }

  /// Shows what is to be shown of the run.
  void show() {
    flight.shown().ifPresent(workbench::show);
    past.set(flight.past());
    rewinding.set(flight.rewinding());
    left.set(flight.left());
  }

  /// Whoever lets time run while he looks back goes on from now, not from there.
  void play(boolean plays) {
    if (plays && flight.past().isPresent()) {
      wasPlaying = true;
      lookAtNow();
    } else {
      flight.run().playing(plays);
    }
  }

  /// When the picture is from that is looked back at; empty while the newest is shown.
  public ReadOnlyObjectProperty<OptionalLong> pastProperty() {
    return past.getReadOnlyProperty();
  }

  /// The run on its way back to where it will go on from; empty when there is none.
  public ReadOnlyObjectProperty<Optional<Rewind>> rewindingProperty() {
    return rewinding.getReadOnlyProperty();
  }

  /// How the run came to be what it is.
  public Course course() {
    return flight.run().course();
  }

  /// The newest instant of the run, in simulated seconds.
  public double newestSeconds() {
    return flight.newestNanos() / 1e9;
  }

  /// Looks back at an instant, with the system as it was then; time stands still meanwhile. The newest instant ends it.
  public void lookBack(double seconds) {
    long nanos = Math.round(seconds * 1e9);
    if (nanos >= flight.newestNanos()) {
      lookAtNow();
      return;
    }
    if (flight.past().isEmpty()) {
      wasPlaying = workbench.playingProperty().get();
      workbench.playingProperty().set(false);
    }
    stopRewinding();
    flight.lookBack(nanos);
    show();
    workbench.show(workbench.scenario());
    workbench.dropLostSelection();
  }

  /// Looks at the newest picture again; time goes on if it did before.
  public void lookAtNow() {
    if (flight.past().isPresent()) {
      flight.lookAtNow();
      show();
      workbench.show(workbench.history().current());
      workbench.dropLostSelection();
      workbench.playingProperty().set(wasPlaying);
      flight.run().playing(wasPlaying);
    }
  }

  /// Goes on from the instant that is looked back at: the same families, the same luck, and what comes next can be
  /// other. The run is run again up to there in the background; [#rewindingProperty] says how far it is.
  public void branch() {
    branch(() -> {});
  }

  /// Goes on from there.
  ///
  /// @param then what is done there first
  void branch(Runnable then) {
    if (flight.past().isPresent()) {
      onLanding = then;
      flight.rewind();
      show();
    }
  }

  /// Gives up going back; what is looked back at stays.
  public void stopRewinding() {
    flight.stopRewinding();
    onLanding = () -> {};
    show();
  }

  private void landed() {
    workbench.forgetFailure();
    workbench.history().make(Texts.get("edit.branch", Numbers.clock(flight.newestNanos())),
        flight.run().course().scenarioAt(flight.newestNanos()), Joining.ALONE);
    show();
    workbench.show(workbench.history().current());
    workbench.dropLostSelection();
    flight.mark(new Mark(flight.newestNanos() / 1e9, Texts.get("mark.branch"), false), 0);
    onLanding.run();
    onLanding = () -> {};
    workbench.playingProperty().set(true);
    flight.run().playing(true);
  }

  /// Lets time that stands still go on by one event, or up to the end of the next request.
  public void step(LiveRun.Step by) {
    lookAtNow();
    workbench.playingProperty().set(false);
    flight.run().step(by);
  }
}
