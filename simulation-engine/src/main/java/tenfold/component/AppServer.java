package tenfold.component;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tenfold.coop.Route;

/// An application server that runs the co-op's handlers; a stack of several identical ones when `count` is above 1.
///
/// @param count servers in the stack, each with its own queue
/// @param cores processor cores of one server
/// @param monthlyPriceDollars price of one server
/// @param processModel how requests share the process
/// @param threads worker threads, when each request has one
/// @param backlog connections that may wait to be accepted
/// @param overflow what happens to a connection beyond the backlog
/// @param cpu what each route costs; routes that are not listed get the defaults of [RouteCpu]
/// @param pool connections to each database
/// @param maxInFlight requests under way at most, one more is answered with 503 at once; 0 for any number
/// @param cancelOnDisconnect whether it stops working on a request when nobody waits for the answer any more
/// @param memory what there is and what takes it
/// @param contention what the cores lose to each other
/// @param lifecycle how long it takes to come and to go
/// @param failedCall what becomes of a request when a call of its handler fails
/// @param sessions where sessions are kept
/// @param reads where reads go
/// @param handlers where its code differs from the text's
@Kind(id = "app-server", label = "Server", group = Kind.Group.SERVE,
    icon = "server", calls = {
      RedisCache.class, ShardRouter.class, DatabasePrimary.class, ReadReplica.class, ReadModel.class,
      MessageQueue.class, OutsideServices.class},
    summary = "Runs the co-op's request handlers on a few cores.",
    models = {
      "The co-op’s own handlers, compiled code on real rows, as an event loop, a loop for each core, or a "
          + "thread for each request; threads share the cores by processor sharing with contention and coherency "
          + "losses.",
      "The line of connections to be accepted, and what a full one does to the next: refuse it or drop it. "
          + "Load shedding with 503.",
      "Memory of the process, its requests and its sessions: above 80 % everything slows down, above 100 % "
          + "the process is killed or requests are turned away.",
      "A connection pool for each database by the rules of mysql2 or HikariCP, or a connection for each "
          + "query.",
      "Boot, drain, crash, restart and resize; what becomes of a request when a call of its handler fails: "
          + "500, never answered, or the process ends. Work goes on after its client has left, unless it is to "
          + "stop then.",
      "Static files, where no balancer has them.",
      "Sessions in its own memory, in a shared store, or in a signed cookie; pages in a map of its own that "
          + "no other server hears of; reads that go to a replica or, after a write, to the primary."},
    leavesOut = {
      "Processor time of accepting a connection.",
      "Single pauses of a garbage collector: memory pressure slows everything evenly instead.",
      "A disk of its own, and other processes on the machine but a database that is put on its cores."},
    faults = {Fault.CRASH, Fault.HANG, Fault.RESTART, Fault.SLOW, Fault.BAD_DEPLOY},
    figures = {Figure.UTILISATION, Figure.QUEUE_LENGTH, Figure.RESPONSE_TIME})
public record AppServer(
    @Param(label = "Stack", unit = "servers", min = 1, max = 1_000, live = true, source = "student's choice")
        int count,
    @Param(label = "Cores", unit = "cores", min = 1, max = 256, source = "pattern text: 4 to 64") int cores,
    @Param(label = "Price", unit = "$/month", max = 1e6, live = true, source = "pattern text: $100 to $8,000")
        double monthlyPriceDollars,
    @Param(label = "Process model", source = "teaching value") ProcessModel processModel,
    @Param(label = "Threads", unit = "threads", min = 1, max = 10_000, live = true, source = "Tomcat maxThreads")
        int threads,
    @Param(label = "Backlog", unit = "connections", min = 1, max = 65_535, live = true, source = "Node, nginx: 511")
        int backlog,
    @Param(label = "When the backlog is full", live = true,
        source = "Linux: drops; with tcp_abort_on_overflow: refuses")
        Overflow overflow,
    @Param(label = "Processor time", live = true, source = "calibration (d)") List<RouteCpu> cpu,
    @Param(label = "Connection pool") ConnectionPool pool,
    @Param(label = "Most requests under way", unit = "requests", max = 1e6, live = true, mayBeAbsent = true,
        source = "load shedding, off by default") int maxInFlight,
    @Param(label = "Stop when the client has left", live = true, mayBeAbsent = true,
        source = "Express and servlets: no") boolean cancelOnDisconnect,
    @Param(label = "Memory", mayBeAbsent = true) ServerMemory memory,
    @Param(label = "Contention", mayBeAbsent = true) Contention contention,
    @Param(label = "Life cycle", mayBeAbsent = true) ServerLifecycle lifecycle,
    @Param(label = "When a call fails", live = true, mayBeAbsent = true,
        source = "Express 5: 500; Express 4: hangs; with Node 15 or newer: the process ends") FailedCall failedCall,
    @Param(label = "Sessions", live = true, mayBeAbsent = true, source = "pattern text: shared store")
        SessionKeeping sessions,
    @Param(label = "Reads", mayBeAbsent = true) ReadRouting reads,
    @Param(label = "Handlers", mayBeAbsent = true) HandlerVariants handlers)
    implements ComponentSpec {

  /// How requests share a server process.
  public enum ProcessModel {
    /// Each request holds a thread from acceptance to answer; threads share the cores.
    THREAD_PER_REQUEST("threadPerRequest"),
    /// One loop on one core takes one piece of work after the other; while a request waits for others it holds
    /// nothing.
    EVENT_LOOP("eventLoop"),
    /// As many event loops as cores; each request stays with one of them, in turn, as under Node's cluster module.
    CLUSTER("cluster");

    private final String id;

    ProcessModel(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// What a full backlog does to one more connection.
  public enum Overflow {
    /// Says so at once.
    REFUSE("refuse"),
    /// Nothing: the client waits for its time-out.
    DROP("drop");

    private final String id;

    Overflow(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// What becomes of a request when a call that its handler awaits fails and the handler does not catch it.
  public enum FailedCall {
    /// It is answered with 500, as Express 5 does.
    ERROR_500("error500"),
    /// It is never answered, as under Express 4.
    HANG("hang"),
    /// The process ends with it, as under Express 4 and Node 15 or newer.
    CRASH("crash");

    private final String id;

    FailedCall(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// Where sessions are kept.
  public enum SessionKeeping {
    /// In the shared store that is linked, else in this server's memory.
    STORE_OR_MEMORY("storeOrMemory"),
    /// With the client, in a cookie that the server signs.
    SIGNED_COOKIE("signedCookie");

    private final String id;

    SessionKeeping(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// What a route costs the server's processor.
  ///
  /// @param route the route
  /// @param beforeMs mean time before the handler calls others
  /// @param afterMs mean time after that (turning rows into an answer)
  /// @param law how both vary
  public record RouteCpu(
      @Param(label = "Route", source = "the co-op’s routes") Route route,
      @Param(label = "Before", unit = "ms", max = 60_000, live = true, source = "calibration (d): middleware 0.75 ms")
          double beforeMs,
      @Param(label = "After", unit = "ms", max = 60_000, live = true, source = "calibration (d): a page 1.5 ms")
          double afterMs,
      @Param(label = "Law", live = true, source = "calibration (a), A1: exponential") Law law) {

    /// The text's sample code: 0.75 ms for the middleware, and then what the handler does (domain section 2).
    static RouteCpu standard(Route route) {
      return switch (route) {
        case GET_FAMILY, DIRECTORY, REPORT -> new RouteCpu(route, 0.75, 1.5, Law.EXPONENTIAL);
        case CREATE_FAMILY, UPDATE_FAMILY -> new RouteCpu(route, 0.75, 0.75, Law.EXPONENTIAL);
        case LOGIN, ENROLL, PAYMENT -> new RouteCpu(route, 0.75, 0, Law.EXPONENTIAL);
        case HEALTH -> new RouteCpu(route, 0.05, 0, Law.CONSTANT);
        case FILE -> new RouteCpu(route, 0.2, 0, Law.CONSTANT);
      };
    }
  }

  /// Completes and orders the routes.
  public AppServer {
    var complete = new ArrayList<>(cpu);
    for (var route : Route.values()) {
      if (cpu.stream().noneMatch(entry -> entry.route() == route)) {
        complete.add(RouteCpu.standard(route));
      }
    }
    complete.sort(Comparator.comparing(RouteCpu::route));
    cpu = List.copyOf(complete);
  }

  /// The text's smallest server with the sample code's demands.
  public AppServer() {
    this(1, 4, 100, ProcessModel.THREAD_PER_REQUEST, 200, 511, Overflow.REFUSE, List.of(), new ConnectionPool());
  }

  /// A server with the defaults of everything else.
  public AppServer(int count, int cores, double monthlyPriceDollars, ProcessModel processModel, int threads,
      int backlog, Overflow overflow, List<RouteCpu> cpu, ConnectionPool pool) {
    this(count, cores, monthlyPriceDollars, processModel, threads, backlog, overflow, cpu, pool, 0, false,
        new ServerMemory(),
        new Contention(), new ServerLifecycle(), FailedCall.ERROR_500, SessionKeeping.STORE_OR_MEMORY,
        new ReadRouting(), new HandlerVariants());
  }

  @Override
  public int instances() {
    return count;
  }

  @Override
  public double bootMs() {
    return lifecycle.bootMs();
  }

  @Override
  public double drainMs() {
    return lifecycle.drainMs();
  }

  @Override
  public List<MachineSize> sizes() {
    return MachineSize.OFFERED;
  }

  @Override
  public Optional<MachineSize> size() {
    return sizes().stream().filter(size -> withSize(size).equals(this)).findFirst();
  }

  @Override
  public AppServer withSize(MachineSize size) {
    return new AppServer(count, size.cores(), size.monthlyPriceDollars(), processModel, threads, backlog, overflow, cpu,
        pool, maxInFlight, cancelOnDisconnect, memory.withTotalMb(size.memoryMb()), contention, lifecycle, failedCall,
        sessions, reads, handlers);
  }

  @Override
  public AppServer atListPrice() {
    return new AppServer(count, cores, MachineSize.monthlyPriceDollars(cores), processModel, threads, backlog, overflow,
        cpu, pool, maxInFlight, cancelOnDisconnect, memory, contention, lifecycle, failedCall, sessions, reads,
        handlers);
  }

  /// What a route costs.
  public RouteCpu cpu(Route route) {
    return cpu.get(route.ordinal());
  }

  @Override
  public List<Billed> billed() {
    return List.of(Billed.monthly(Billed.OWN_PRICE, monthlyPriceDollars));
  }

  @Override
  public Component build(Site site) {
    return new ServerInstance(this, site);
  }
}
