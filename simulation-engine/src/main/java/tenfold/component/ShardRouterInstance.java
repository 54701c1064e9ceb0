package tenfold.component;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import tenfold.kernel.Promise;
import tenfold.kernel.Simulation;
import tenfold.port.ConnectionRefused;
import tenfold.port.ConnectionReset;
import tenfold.port.DatabaseServer;
import tenfold.port.Reach;
import tenfold.port.ServiceError;
import tenfold.port.Statement;

/// [ShardRouter] at work: finds the shards of each statement, and moves rows when shards come or go.
final class ShardRouterInstance implements Component, DatabaseServer {
  private final Site site;
  private final Simulation simulation;
  private final Interior interior;
  private final Peers<DatabaseServer> servers;
  private final Peers<Shard> controls;
  /// Those that may have rows: those that are linked, and those that are not any more and not empty yet.
  private final Map<String, Member> members = new LinkedHashMap<>();
  private final Resharding resharding;
  private ShardRouter spec;
  private boolean isUp = true;
  private long nextNumber;
  private int lives;

  /// A shard as the router sees it.
  record Member(DatabaseServer server, Shard shard, PooledDatabase pool) {}

  ShardRouterInstance(ShardRouter spec, Site site) {
    this.spec = spec;
    this.site = site;
    this.simulation = site.simulation();
    this.interior = new Interior(site);
    this.servers = site.peers(DatabaseServer.class);
    this.controls = site.peers(Shard.class);
    this.resharding = new Resharding(site, members);
    controls.onChange(this::refresh);
    site.offer(DatabaseServer.class, this);
    joinInTime();
  }

  @Override
  public void update(ComponentSpec changed) {
    spec = (ShardRouter) changed;
    members.values().forEach(member -> member.pool.update(spec.pool()));
    joinInTime();
    refresh();
  }

  @Override
  public void suffer(Fault fault) {
    switch (fault) {
      case CRASH, RESTART -> restart();
      default -> { }
    }
  }

  @Override
  public void leave() {
    members.values().forEach(member -> member.pool.close());
  }

  @Override
  public Connection connect(long cpuNanos) {
    if (!isUp) {
      throw new ConnectionRefused(site.name());
    }
    return new OpenConnection();
  }

  private <R> R execute(Statement<R> statement, Object... parameters) {
    simulation.hold(Math.round(site.slowness() * Nanos.ofMillis(spec.overheadMs())));
    if (members.isEmpty()) {
      throw new ServiceError("no shard is connected");
    }
    return switch (statement.reach()) {
      case Reach.Key<R>(int parameter) -> onOwner((long) parameters[parameter], numbered(statement), parameters);
      case Reach.NewRow<R>() -> {
        var numbered = numbered(statement);
        yield onOwner(numbered.number().orElseThrow(), numbered, parameters);
      }
      case Reach.All<R>(var merge) -> onAll(merge, statement, parameters);
      case Reach.Any<R>() -> members.values().iterator().next().pool.query(statement, parameters);
    };
  }

  private <R> Statement<R> numbered(Statement<R> statement) {
    return statement.work().isWrite() ? statement.numbered(nextNumber++) : statement;
  }

  private <R> R onOwner(long key, Statement<R> statement, Object... parameters) {
    var owners = resharding.owners();
    var visit = owners.enter(OptionalLong.of(key), statement.work().isWrite());
    try {
      return member(owners.ownerOf(key)).pool.query(statement, parameters);
    } finally {
      owners.leave(visit);
    }
  }

  private Member member(String name) {
    var member = members.get(name);
    if (member == null) {
      throw new ServiceError("shard " + name + " is not connected");
    }
    return member;
  }

  private <R> R onAll(BinaryOperator<R> merge, Statement<R> statement, Object... parameters) {
    var owners = resharding.owners();
    var visit = owners.enter(OptionalLong.empty(), false);
    try {
      List<Promise<R>> parts = new ArrayList<>();
      for (var member : members.values()) {
        Supplier<R> part = () -> member.pool.query(statement, parameters);
        parts.add(AbandonableCall.start(simulation, "shard", part));
      }
      R result = parts.getFirst().await();
      for (var part : parts.subList(1, parts.size())) {
        result = merge.apply(result, part.await());
      }
      return result;
    } finally {
      owners.leave(visit);
    }
  }

  /// Takes note of who is linked, and moves rows when that differs from who has them.
  private void refresh() {
    var names = controls.names();
    if (names.isEmpty() || !names.equals(servers.names())) {
      return;
    }
    var joined = new ArrayList<String>();
    int count = simulation.nowNanos() < joinNanos() && names.size() > 1 ? names.size() - 1 : names.size();
    for (int i = 0; i < count; i++) {
      var shard = controls.current().get(i);
      var name = nameOf(names.get(i), shard);
      connect(name, servers.current().get(i), shard);
      nextNumber = Math.max(nextNumber, shard.nextNumber());
      joined.add(name);
    }
    resharding.want(spec, joined);
  }

  /// A node's name, unless another node had it that is not empty yet.
  private String nameOf(String node, Shard shard) {
    for (var member : members.entrySet()) {
      if (shard.isSameAs(member.getValue().shard)) {
        return member.getKey();
      }
    }
    var name = node;
    while (members.containsKey(name)) {
      name += "′";
    }
    return name;
  }

  private void connect(String name, DatabaseServer server, Shard shard) {
    var present = members.get(name);
    if (present == null || present.server != server) {
      if (present != null) {
        present.pool.close();
      }
      var pool = new PooledDatabase(simulation, server, spec.pool());
      site.meter().watch(pool.waitingGauge());
      members.put(name, new Member(server, shard, pool));
    }
  }

  private long joinNanos() {
    return Math.round(spec.lastJoinsAtSeconds() * 1e9);
  }

  private void joinInTime() {
    if (joinNanos() > simulation.nowNanos()) {
      simulation.schedule(joinNanos() - simulation.nowNanos(), this::refresh);
    }
  }

  private void restart() {
    if (!isUp) {
      return;
    }
    isUp = false;
    lives++;
    site.meter().isUp(false);
    interior.crash();
    simulation.schedule(site.backInNanos(spec.restartMs()), () -> {
      isUp = true;
      site.meter().isUp(true);
    });
  }

  private final class OpenConnection implements Connection {
    private final int life = lives;

    @Override
    public <R> R query(Statement<R> statement, Object... parameters) {
      if (!isOpen()) {
        throw new ConnectionReset(site.name());
      }
      long since = interior.enter();
      try {
        return execute(statement, parameters);
      } catch (Crash crash) {
        throw interior.seen(crash);
      } finally {
        interior.leave(since);
      }
    }

    @Override
    public boolean isOpen() {
      return life == lives;
    }

    @Override
    public void close() {}
  }
}
