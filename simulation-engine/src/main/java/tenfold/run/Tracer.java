package tenfold.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tenfold.component.Attempt;
import tenfold.component.Outcomes.Outcome;
import tenfold.kernel.Process;
import tenfold.kernel.Simulation;
import tenfold.kernel.Witness;
import tenfold.port.Request;
import tenfold.run.Trace.Line;
import tenfold.run.Trace.Note;
import tenfold.run.Trace.Passage;
import tenfold.run.Trace.Span;

/// Looks on at one process of a request and writes down what its time goes to.
final class Tracer implements Witness {
  /// Of a call that is not written down.
  static final int UNSEEN = -2;

  private static final int MOST_CALLS = 2_000;
  private static final int MOST_PASSAGES = 10_000;
  private static final String KERNEL = "tenfold.kernel.";
  private static final String COOP = "tenfold.coop.";
  private static final String PROCESS = Process.class.getName();
  private static final StackWalker WALKER = StackWalker.getInstance();

  private final Story story;
  private int open;
  private @Nullable Pause pause;

  private Tracer(Story story, int open) {
    this.story = story;
    this.open = open;
  }

  /// Looks on at a client's request from its beginning; `done` gets the trace when it ends for its client.
  static void follow(
      Simulation simulation, Process process, Attempt attempt, Request request, Consumer<Trace> done) {
    var story = new Story(simulation);
    process.watch(new Tracer(story, Trace.NONE));
    attempt.onSettled(outcome -> done.accept(story.told(attempt, request, outcome)));
  }

  @Override
  public void pauses(long workNanos) {
    if (story.isOpen() && pause == null) {
      var place = new String[] {""};
      var lines = new ArrayList<Line>(4);
      WALKER.walk(frames -> {
        frames.takeWhile(isInside()).forEach(frame -> {
          var type = frame.getClassName();
          if (type.startsWith(COOP)) {
            lines.add(new Line(source(type), method(frame.getMethodName()), frame.getLineNumber()));
          } else if (place[0].isEmpty() && !type.startsWith(KERNEL) && !type.equals(Tracer.class.getName())) {
            place[0] = source(type) + "." + method(frame.getMethodName());
          }
        });
        return null;
      });
      pause = new Pause(story.simulation.nowNanos(), workNanos, place[0], lines);
      story.pauses(open, pause);
    }
  }

  /// The frames of the process, without those under it.
  private static Predicate<StackWalker.StackFrame> isInside() {
    return frame -> !(frame.getClassName().equals(PROCESS) && frame.getMethodName().equals("live"));
  }

  @Override
  public void goesOn() {
    if (pause != null) {
      pause.untilNanos = story.simulation.nowNanos();
      pause = null;
    }
  }

  @Override
  public void notes(String what, String where) {
    story.notes(what, where);
  }

  @Override
  public Witness ofChild() {
    return new Tracer(story, open);
  }

  /// A call begins.
  ///
  /// @return its index, for [#closes]; [#UNSEEN] when it is not written down
  int opens(String from, String to, String what) {
    int call = story.opens(open, from, to, what);
    open = call == UNSEEN ? open : call;
    return call;
  }

  /// A call ends.
  void closes(int call, Fate fate) {
    if (call != UNSEEN) {
      open = story.closes(call, fate);
    }
  }

  /// The process has come into an instance.
  void entered(String instance) {
    story.entered(open, instance);
  }

  /// "GetFamily" of "tenfold.coop.GetFamily$1".
  private static String source(String type) {
    int inner = type.indexOf('$');
    return type.substring(type.lastIndexOf('.') + 1, inner < 0 ? type.length() : inner);
  }

  /// The method that a lambda stands in.
  private static String method(String name) {
    return name.startsWith("lambda$") ? name.substring(7, name.lastIndexOf('$')) : name;
  }

  /// Time that passes, or has passed.
  private static final class Pause {
    private final long sinceNanos;
    private final long workNanos;
    private final String place;
    private final List<Line> lines;
    private long untilNanos = -1;

    Pause(long sinceNanos, long workNanos, String place, List<Line> lines) {
      this.sinceNanos = sinceNanos;
      this.workNanos = workNanos;
      this.place = place;
      this.lines = lines;
    }

    Passage told(long nowNanos) {
      long until = untilNanos < 0 ? nowNanos : untilNanos;
      return new Passage(sinceNanos, until, Math.min(workNanos, until - sinceNanos), place, lines);
    }
  }

  /// A call under way, or ended.
  private static final class Call {
    private final int parent;
    private final String from;
    private final String to;
    private final String what;
    private final long startNanos;
    private final List<Pause> pauses = new ArrayList<>(4);
    private String instance;
    private long endNanos = -1;
    private Fate fate = Fate.TIMED_OUT;

    Call(int parent, String from, String to, String what, long startNanos) {
      this.parent = parent;
      this.from = from;
      this.to = to;
      this.instance = to;
      this.what = what;
      this.startNanos = startNanos;
    }

    Span told(long nowNanos) {
      return new Span(parent, from, to, instance, what, startNanos, endNanos < 0 ? nowNanos : endNanos, fate,
          pauses.stream().map(pause -> pause.told(nowNanos)).filter(one -> one.untilNanos() > one.sinceNanos())
              .toList());
    }
  }

  /// All that is written down of one request, by those who look on at its processes.
  private static final class Story {
    private final Simulation simulation;
    private final List<Call> calls = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private int pauseCount;
    private boolean isWhole = true;
    private boolean isTold;

    Story(Simulation simulation) {
      this.simulation = simulation;
    }

    boolean isOpen() {
      return !isTold;
    }

    int opens(int parent, String from, String to, String what) {
      if (isTold || calls.size() >= MOST_CALLS) {
        isWhole &= isTold;
        return UNSEEN;
      }
      calls.add(new Call(parent, from, to, what, simulation.nowNanos()));
      return calls.size() - 1;
    }

    /// @return the call that it was made in
    int closes(int index, Fate fate) {
      var call = calls.get(index);
      if (!isTold) {
        call.endNanos = simulation.nowNanos();
        call.fate = fate;
      }
      return call.parent;
    }

    void entered(int index, String instance) {
      if (!isTold && index >= 0 && calls.get(index).instance.equals(calls.get(index).to)) {
        calls.get(index).instance = instance;
      }
    }

    /// Time that passes before the first call is of no part, and there is none.
    void pauses(int index, Pause pause) {
      if (index >= 0 && pauseCount++ < MOST_PASSAGES) {
        calls.get(index).pauses.add(pause);
      } else {
        isWhole &= index < 0;
      }
    }

    void notes(String what, String where) {
      if (!isTold && notes.size() < MOST_CALLS) {
        notes.add(new Note(simulation.nowNanos(), what, where));
      }
    }

    Trace told(Attempt attempt, Request request, Outcome outcome) {
      isTold = true;
      long now = simulation.nowNanos();
      return new Trace(attempt.number(), request.method() + " " + request.path(), attempt.family(),
          attempt.startNanos(), now, outcome, calls.stream().map(call -> call.told(now)).toList(), notes,
          isWhole);
    }
  }
}
